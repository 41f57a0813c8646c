package email_test

import (
	"strings"
	"testing"

	"wiredesk/internal/intake/email"
)

const plain = "Return-Path: <a@post.example>\nFrom: =?utf-8?q?Zo=C3=AB_Brook?= <zoe@post.example>\nTo: desk@a.example\nDate: Sun, 9 Mar 2014 08:10:00 +0100 (CET)\n" +
	"Subject: Fwd: =?iso-8859-1?q?R=EDver?=\n rises again\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n" +
	"The river R=EDo rose on Sunday, the mayor said, and two thousand people left=\n their homes.\n\nNo one was hurt.\n\n-- \nZoë\n+00 000\n"

const parts = "From: Northern Herald <news@herald.example>\nDate: Sun, 9 Mar 2014 07:10:00 GMT\nMessage-ID: <7@herald.example>\nSubject: River falls\n" +
	"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nRead in a browser.\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" +
	"PHA+VGhlIHJpdmVyIGZlbGwgYnkgbm9vbiwgdGhlIG1heW9yIHNhaWQuPC9wPjxwPlBlb3BsZSBhcmUgZ29pbmcgaG9tZSwgc2hlIGFkZGVkLjwvcD4=\n--b--\n"

func TestMessages(t *testing.T) {
	for name, c := range map[string]struct{ raw, headline, byline, outlet, published, body string }{
		"plain": {plain, "Ríver rises again", "Zoë Brook", "", "2014-03-09T07:10:00Z", "The river Río rose on Sunday, the mayor said, and two thousand people left their homes.|No one was hurt."},
		"parts": {parts, "River falls", "", "Northern Herald", "2014-03-09T07:10:00Z", "The river fell by noon, the mayor said.|People are going home, she added."},
		"passed on": {"From: Desk <desk@a.example>\nDate: Mon, 10 Mar 2014 07:10:00 GMT\nSubject: Fwd: River falls\nMIME-Version: 1.0\n\nSee below.\n\n---------- Forwarded message ---------\nFrom: Ana Brook <ana@post.example>\nDate: 9 Mar 2014 07:10 +0000\nSubject: River falls\nTo: <desk@a.example>\n\nThe river fell by noon, the mayor said.\n",
			"River falls", "Ana Brook", "", "2014-03-09T07:10:00Z", "The river fell by noon, the mayor said."},
	} {
		t.Run(name, func(t *testing.T) {
			all, broken := email.Parse([]byte(c.raw))
			if !email.Is([]byte(c.raw)) || len(all) != 1 || broken != 0 {
				t.Fatalf("%d messages, %d broken", len(all), broken)
			}
			r, _ := all[0].Report()
			byline, body := "", []string{}
			if r.Byline != nil {
				byline = strings.Join(r.Byline.Names, ", ")
			}
			for _, s := range r.Body {
				body = append(body, s.Words(r.Text))
			}
			if r.Headline.Text != c.headline || byline != c.byline || string(r.Outlet) != c.outlet || string(r.Published.Value) != c.published || strings.Join(body, "|") != c.body {
				t.Errorf("%q %q %q %q %q", r.Headline.Text, byline, r.Outlet, r.Published.Value, body)
			}
		})
	}
}

func TestMailbox(t *testing.T) {
	box := "From a@post.example Sun Mar  9 08:10:00 2014\n" + plain + "\nFrom b@herald.example Sun Mar  9 08:10:00 2014\n" + parts + "\n>From the bank one could see it.\n"
	all, broken := email.Parse([]byte(box))
	if !email.Is([]byte(box)) || len(all) != 2 || broken != 0 {
		t.Errorf("%d messages, %d broken", len(all), broken)
	}
}

func TestIs(t *testing.T) {
	for _, doc := range []string{"Storm warning: boats stay in\n\nThe storm came.", "From: the desk\n\nA storm is near.", "Date: Sunday\nPlace: Osthaven\n\nA storm.", "", "From here on: the river rose\n"} {
		if email.Is([]byte(doc)) {
			t.Errorf("%q is no message", doc)
		}
	}
}

// Any bytes in, no panic, spans in the text.
func FuzzParse(f *testing.F) {
	f.Add([]byte(plain))
	f.Add([]byte(parts))
	f.Fuzz(func(t *testing.T, raw []byte) {
		email.Is(raw)
		all, _ := email.Parse(raw)
		for _, m := range all {
			r, _ := m.Report()
			for _, s := range r.Body {
				if !s.Valid(r.Text) {
					t.Errorf("%v", s)
				}
			}
		}
	})
}
