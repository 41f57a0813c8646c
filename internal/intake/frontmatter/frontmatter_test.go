package frontmatter_test

import (
	"testing"

	"wiredesk/internal/intake/frontmatter"
)

const doc = `---
title: "River rises"
date: 2014-03-09
author: Ana Brook
tags:
  - rivers
  - floods
---

The river **rose** on [Sunday](https://post.example/a), the *mayor* said.

## What next

It will fall.
`

func TestReport(t *testing.T) {
	if !frontmatter.Is(doc) {
		t.Fatal("not told")
	}
	d, _ := frontmatter.Parse(doc)
	r, _ := d.Report()
	if r.Headline.Text != "River rises" || r.Byline.Names[0] != "Ana Brook" || r.Published.Value != "2014-03-09" || len(r.Tags) != 2 || len(r.Body) != 3 ||
		r.Body[0].Words(r.Text) != "The river rose on Sunday, the mayor said." {
		t.Errorf("%q %+v", r.Text, r)
	}
	for _, other := range []string{"---\nA line\n---\nText.", "Storm\n---\nIt came.", "---\ncolour: red\n---\nText."} {
		if frontmatter.Is(other) {
			t.Errorf("%q has no such head", other)
		}
	}
}

// Any text in, no panic, spans in the text.
func FuzzParse(f *testing.F) {
	f.Add(doc)
	f.Fuzz(func(t *testing.T, doc string) {
		d, ok := frontmatter.Parse(doc)
		if !ok {
			return
		}
		r, _ := d.Report()
		for _, s := range r.Body {
			if !s.Valid(r.Text) {
				t.Errorf("%v", s)
			}
		}
	})
}
