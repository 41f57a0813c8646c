package entity_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/lang/entity"
	"wiredesk/internal/lang/sentence"
	"wiredesk/internal/lang/tag"
	"wiredesk/internal/lang/token"
)

// A passage is one text of a fixture: names are marked "{person Ana Bell}",
// lines that begin with "=> " say what must hold.
type passage struct {
	text     string
	mentions []wiredesk.Mention
	want     []string
}

func passages(file string) []passage {
	var out []passage
	for block := range strings.SplitSeq(file, "\n\n") {
		var p passage
		for line := range strings.Lines(block) {
			line = strings.TrimSpace(line)
			if want, ok := strings.CutPrefix(line, "=> "); ok {
				p.want = append(p.want, want)
			} else if !strings.HasPrefix(line, "#") {
				p.mark(line)
			}
		}
		if p.text != "" {
			out = append(out, p)
		}
	}
	return out
}

// mark adds a line of text and takes its marks out.
func (p *passage) mark(line string) {
	for line != "" {
		before, rest, ok := strings.Cut(line, "{")
		p.text += before
		if !ok {
			return
		}
		inside, after, _ := strings.Cut(rest, "}")
		kind, words, _ := strings.Cut(inside, " ")
		start := len(p.text)
		p.text += words
		p.mentions = append(p.mentions, wiredesk.Mention{Span: wiredesk.Span{Start: start, End: len(p.text)}, Type: wiredesk.EntityType(kind)})
		line = after
	}
}

// analyze divides a text into tagged sentences of one paragraph.
func analyze(text string) ([]wiredesk.Token, []sentence.Sentence) {
	tokens := token.Split(text, wiredesk.Span{End: len(text)})
	var out []sentence.Sentence
	for _, r := range sentence.Split(text, tokens) {
		tag.Tag(text, tokens[r.Start:r.End], nil)
		out = append(out, sentence.Sentence{First: r.Start, Last: r.End, Part: sentence.Body,
			Span: wiredesk.Span{Start: tokens[r.Start].Span.Start, End: tokens[r.End-1].Span.End}})
	}
	return tokens, out
}

func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range passages(string(file)) {
				p.check(t)
			}
		})
	}
}

func (p passage) check(t *testing.T) {
	t.Helper()
	tokens, sentences := analyze(p.text)
	entities, references := entity.Resolve(p.text, tokens, sentences, p.mentions)
	for _, want := range p.want {
		if !p.holds(want, entities, references) {
			t.Errorf("%s\n%q does not hold:\nentities %+v\nreferences %v", p.text, want, entities, p.show(references))
		}
	}
}

func (p passage) show(references []wiredesk.Reference) (out []string) {
	for _, r := range references {
		out = append(out, r.Span.Words(p.text)+" -> "+r.Entity+" ("+r.Rule+")")
	}
	return out
}

// holds reports whether one expectation is met.
func (p passage) holds(want string, entities []wiredesk.Entity, references []wiredesk.Reference) bool {
	kind, rest, _ := strings.Cut(want, " ")
	words, id, _ := strings.Cut(rest, " -> ")
	switch kind {
	case "mention":
		ok := false
		for _, m := range p.mentions {
			if m.Span.Words(p.text) == words {
				if m.Entity != id {
					return false
				}
				ok = true
			}
		}
		return ok
	case "ref", "no":
		found := ""
		for _, r := range references {
			if r.Span.Words(p.text) == strings.TrimPrefix(words, "ref ") {
				found = r.Entity
			}
		}
		return found == id
	case "agency":
		for _, e := range entities {
			if e.ID == rest {
				return e.Agency
			}
		}
	case "entity":
		f := strings.Split(rest, " | ")
		for len(f) < 3 {
			f = append(f, "")
		}
		for _, e := range entities {
			if e.ID == strings.TrimSpace(f[0]) {
				return e.Name == f[1] && string(e.Role) == strings.Trim(f[2], " |") || e.Name == strings.TrimRight(f[1], " |") && string(e.Role) == f[2]
			}
		}
	}
	return false
}

func TestSame(t *testing.T) {
	person := func(name, role string) wiredesk.Entity {
		return wiredesk.Entity{ID: "person:" + entity.Fold(name), Type: wiredesk.Person, Name: name, Role: wiredesk.Optional(role)}
	}
	body := func(name string) wiredesk.Entity {
		return wiredesk.Entity{ID: name, Type: wiredesk.Organization, Name: name}
	}
	for _, c := range []struct {
		a, b wiredesk.Entity
		want bool
	}{
		{person("Sergei Orlov", ""), person("Sergey Orlov", ""), true},
		{person("Muammar Gaddafi", ""), person("Moammar al-Qaddafi", ""), true},
		{person("Anton Weber", ""), person("Klara Weber", ""), false},
		{person("Weber", "mayor"), person("Klara Weber", "mayor of Linz"), true},
		{person("Weber", ""), person("Klara Weber", "mayor of Linz"), false},
		{body("UN Security Council"), body("U.N. Security Council"), true},
		{body("Security Council"), body("United Nations Security Council"), true},
		{body("Arab League"), body("League of Arab States"), true},
		{body("Arab League"), person("Arab League", ""), false},
		{wiredesk.Entity{ID: "x", Type: wiredesk.PlaceName, Name: "U.S."}, wiredesk.Entity{ID: "y", Type: wiredesk.PlaceName, Name: "United States"}, true},
		{wiredesk.Entity{ID: "x", Type: wiredesk.PlaceName, Name: "Hims"}, wiredesk.Entity{ID: "y", Type: wiredesk.PlaceName, Name: "Homs"}, true},
	} {
		if got := entity.Same(c.a, c.b); got != c.want || entity.Same(c.b, c.a) != got {
			t.Errorf("Same(%s, %s) = %v", c.a.Name, c.b.Name, got)
		}
	}
}

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Sergei Lavrov": "sergei-lavrov", "José  Muñoz": "jose-munoz", "Côte d’Ivoire": "cote-divoire", "AT&T": "at-and-t", "U.N.": "un", "": "",
	} {
		if got := entity.Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

// Whatever the text and its marks: spans are valid, references in order, every
// mention has an entity that is listed, and a second run gives the same.
func FuzzResolve(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		file, _ := os.ReadFile(name)
		f.Add(string(file))
	}
	f.Fuzz(func(t *testing.T, file string) {
		for _, p := range passages(strings.ToValidUTF8(file, "?")) {
			tokens, sentences := analyze(p.text)
			var mentions []wiredesk.Mention
			end := 0
			for _, m := range p.mentions {
				if m.Span.Valid(p.text) && m.Span.Start >= end && touches(tokens, m.Span) {
					mentions, end = append(mentions, m), m.Span.End
				}
			}
			entities, references := entity.Resolve(p.text, tokens, sentences, mentions)
			ids := map[string]bool{}
			for _, e := range entities {
				ids[e.ID] = true
			}
			for _, m := range mentions {
				if !ids[m.Entity] {
					t.Errorf("no entity %q", m.Entity)
				}
			}
			last := 0
			for _, r := range references {
				if !r.Span.Valid(p.text) || r.Span.Start < last || !ids[r.Entity] {
					t.Errorf("reference %v to %q", r.Span, r.Entity)
				}
				last = r.Span.Start
			}
			again, more := entity.Resolve(p.text, tokens, sentences, mentions)
			if diff := cmp.Diff(entities, again) + cmp.Diff(references, more); diff != "" {
				t.Error(diff)
			}
		}
	})
}

func touches(tokens []wiredesk.Token, s wiredesk.Span) bool {
	for _, t := range tokens {
		if t.Span.Overlaps(s) {
			return true
		}
	}
	return false
}
