package main

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"wiredesk"
	"wiredesk/internal/story"
)

//go:embed desks/*.txt
var deskFiles embed.FS

// desks reads small desks written for Wiredesk: stories whose last reports tell
// another turn than the first (a release, an admission, a corrected toll), and
// incidents that look alike and are not one. A file holds desks parted by lines
// of "#### name"; a desk holds reports parted by lines of "===": outlet,
// publication and story in the first line, the headline, the text.
func desks() ([]set, error) {
	paths, err := fs.Glob(deskFiles, "desks/*.txt")
	if err != nil {
		return nil, err
	}
	var out []set
	for _, path := range paths {
		raw, err := deskFiles.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for part := range strings.SplitSeq(string(raw), "#### ") {
			name, rest, _ := strings.Cut(part, "\n")
			if rest == "" {
				continue
			}
			s, err := desk(name, rest)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// desk reads one small desk.
func desk(name, text string) (set, error) {
	var s set
	for i, part := range strings.Split(text, "===\n") {
		head, rest, _ := strings.Cut(part, "\n")
		f := strings.Split(head, "|")
		if len(f) != 3 {
			return set{}, fmt.Errorf("%s: want outlet|publication|story, have %q", name, head)
		}
		r := report(fmt.Sprintf("%s-%d", name, i+1), strings.TrimSpace(rest))
		r.Outlet, r.Published.Value = wiredesk.Optional(f[0]), wiredesk.Optional(f[1])
		s.readings, s.gold = append(s.readings, r), append(s.gold, name+"/"+f[2])
	}
	return s.printed(), nil
}

// printed is a set in the order of publication, with its fingerprints.
func (s set) printed() set {
	order := make([]int, len(s.readings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(s.readings[a].Published.Value, s.readings[b].Published.Value)
	})
	var out set
	for _, i := range order {
		out.readings, out.gold = append(out.readings, s.readings[i]), append(out.gold, s.gold[i])
		out.prints = append(out.prints, story.Fingerprint(&s.readings[i]))
	}
	return out
}

// neighbours puts each desk beside the next one as if both were of the same
// days: news that has nothing in common, on a desk of few stories.
func neighbours(all []set) []set {
	var out []set
	for i := range all {
		a, b := all[i], all[(i+1)%len(all)]
		shift := dayOf(a.readings[0]).Sub(dayOf(b.readings[0]))
		s := set{readings: slices.Clone(a.readings), gold: append(slices.Clone(a.gold), b.gold...)}
		for _, r := range b.readings {
			value := string(r.Published.Value)
			r.Published.Value = wiredesk.Optional(dayOf(r).Add(shift).Format(time.DateOnly) + value[len(time.DateOnly):])
			s.readings = append(s.readings, r)
		}
		out = append(out, s.printed())
	}
	return out
}

// dayOf is the day of a publication.
func dayOf(r wiredesk.Reading) time.Time {
	t, _ := time.Parse(time.DateOnly, string(r.Published.Value)[:len(time.DateOnly)])
	return t
}

// report makes a reading of a headline and the text below it.
func report(id, text string) wiredesk.Reading {
	headline, _, _ := strings.Cut(text, "\n")
	r := wiredesk.Reading{Report: wiredesk.Report{ID: id, Text: text}}
	r.Headline = &wiredesk.Headline{Text: headline, Span: wiredesk.Span{End: len(headline)}}
	r.Body = append(r.Body, wiredesk.Span{Start: len(headline) + 1, End: len(text)})
	return r
}

// joined is all desks as one, in the order of publication.
func joined(all []set) set {
	var s set
	for _, d := range all {
		s.readings, s.gold = append(s.readings, d.readings...), append(s.gold, d.gold...)
	}
	return s.printed()
}

// right counts the desks that a linker parts as people did.
func right(all []set, w story.Weights) (n int) {
	for _, d := range all {
		g := d.link(w)
		same := true
		for i := range g.Gold {
			for j := range i {
				same = same && (g.Gold[i] == g.Gold[j]) == (g.Desk[i] == g.Desk[j])
			}
		}
		if same {
			n++
		}
	}
	return n
}
