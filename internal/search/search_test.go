package search_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"wiredesk"
	"wiredesk/internal/search"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"ferry Stroma", `"ferry" AND "stroma"`},
		{`"harbour master" -alba`, `("harbour master") NOT "alba"`},
		{"shell*", `"shell"*`},
		{"al-Assad", `"al assad"`},
		{"text:ferry OR 1", `"text ferry" AND "or" AND "1"`},
		{`"never closed`, `"never" AND "closed"`},
		{"“curly marks”", `"curly marks"`},
		{`') -- NEAR(a b)`, `"near a" AND "b"`},
	} {
		q, err := search.Parse(c.query)
		if err != nil {
			t.Errorf("%q: %v", c.query, err)
		} else if got := q.Match(); got != c.want {
			t.Errorf("%q: got %s, want %s", c.query, got, c.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, query := range []string{"", "  ", `"`, "-", "*", "-ferry", "\x00", strings.Repeat("a ", 17), strings.Repeat("x", 513)} {
		if _, err := search.Parse(query); !errors.Is(err, wiredesk.ErrInvalid) {
			t.Errorf("%q: got %v", query, err)
		}
	}
}

// marked joins the pieces, the marked ones in brackets.
func marked(pieces []wiredesk.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Marked {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestSnippet(t *testing.T) {
	far := strings.Repeat("Nothing of note was seen that day. ", 20)
	for _, c := range []struct{ name, query, text, want string }{
		{"whole", "ferry", "The ferry sank.", "The [ferry] sank."},
		{"accents", "senor", "El Señor López", "El [Señor] López"},
		{"beginning", "shell*", "The shelling of shells", "The [shelling] of [shells]"},
		{"markup stays text", "mark", "<mark>a</mark>", "<[mark]>a</[mark]>"},
		{"nothing found", "ferry", "Rain.", "Rain."},
		{"lines", "b", "a\x00\nb\x1b[2J", "a  [b] [2J"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := search.Parse(c.query)
			if err != nil {
				t.Fatal(err)
			}
			if got := marked(q.Snippet(c.text)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	q, _ := search.Parse("ferry")
	if got := marked(q.Snippet(far + "The ferry sank. " + far)); !strings.Contains(got, "[ferry] sank") || !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") {
		t.Errorf("the snippet does not show what was found: %q", got)
	}
}

// Whatever is typed and whatever the text holds: pieces are valid text and no
// longer than a snippet.
func FuzzSnippet(f *testing.F) {
	f.Add("ferry", "The ferry sank.")
	f.Add(`"a b" c*`, "\xff a b cé "+strings.Repeat("ж", 400))
	f.Fuzz(func(t *testing.T, query, text string) {
		q, err := search.Parse(query)
		if err != nil {
			return
		}
		text = strings.ToValidUTF8(text, "?")
		n := 0
		for _, p := range q.Snippet(text) {
			n += len(p.Text)
			if !utf8.ValidString(p.Text) {
				t.Errorf("a piece is not valid text: %q", p.Text)
			}
		}
		if n > 1000 {
			t.Errorf("a snippet of %d bytes", n)
		}
	})
}
