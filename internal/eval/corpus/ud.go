package corpus

import (
	"strconv"
	"strings"

	"wiredesk"
)

// A Word is a word of a treebank with its place in the document's text.
type Word struct {
	Span              wiredesk.Span
	UPOS, XPOS, Lemma string
	Head              int // index in the sentence, -1 for the root
	Deprel            string
	Entity            string // GUM's Entity annotation, as it stands in MISC
}

// A Tree is the half-open range [First, Last) of a document's words that makes
// one sentence.
type Tree struct{ First, Last int }

// A Document is one document of a treebank, its text put together again from
// the words. Paragraphs are parted by an empty line.
type Document struct {
	ID         string
	Genre      string // the first part of the id: "news", "weblog"
	Text       string
	Paragraphs []wiredesk.Span
	Words      []Word
	Sentences  []Tree
}

// UD reads a CoNLL-U file. A surface token of several words is divided among
// them where they make it up letter for letter ("do" + "n't"); otherwise each
// of them gets the whole of it.
func UD(path string) ([]*Document, error) {
	r := &udReader{}
	if err := lines(path, r.line); err != nil {
		return nil, err
	}
	r.closeDocument()
	return r.documents, nil
}

type udReader struct {
	documents []*Document
	doc       *Document
	text      strings.Builder
	first     int  // first word of the sentence that is being read
	space     bool // a space stands before the next token
	paragraph bool // a paragraph opens with the next token
	surface   wiredesk.Span
	parts     []int // words of the surface token that is being read
	until     int   // last word number of it
}

func (r *udReader) line(line string) {
	switch {
	case strings.HasPrefix(line, "# newdoc id = "):
		r.closeDocument()
		id := strings.TrimPrefix(line, "# newdoc id = ")
		r.doc = &Document{ID: id, Genre: genre(id)}
		r.paragraph = true
	case strings.HasPrefix(line, "# newpar"):
		r.paragraph = true
	case line == "":
		r.closeSentence()
	case line[0] != '#' && r.doc != nil:
		r.word(strings.Split(line, "\t"))
	}
}

func genre(id string) string {
	id = strings.TrimPrefix(id, "GUM_")
	if i := strings.IndexAny(id, "_-"); i > 0 {
		return id[:i]
	}
	return id
}

func (r *udReader) word(f []string) {
	if len(f) < 10 || strings.Contains(f[0], ".") {
		return
	}
	spaceAfter := !strings.Contains(f[9], "SpaceAfter=No")
	if _, last, ok := strings.Cut(f[0], "-"); ok {
		r.surface, r.parts = r.add(f[1], spaceAfter), nil
		r.until, _ = strconv.Atoi(last)
		return
	}
	number, _ := strconv.Atoi(f[0])
	w := Word{UPOS: f[3], XPOS: f[4], Lemma: f[2], Deprel: f[7], Entity: misc(f[9], "Entity=")}
	head, _ := strconv.Atoi(f[6])
	w.Head = head - 1
	if number > r.until {
		w.Span = r.add(f[1], spaceAfter)
	}
	r.doc.Words = append(r.doc.Words, w)
	if number <= r.until {
		r.part(f[1], number == r.until)
	}
}

// part places a word inside the current surface token.
func (r *udReader) part(form string, last bool) {
	i := len(r.doc.Words) - 1
	r.parts = append(r.parts, i)
	start := r.surface.Start
	if n := len(r.parts); n > 1 {
		start = r.doc.Words[r.parts[n-2]].Span.End
	}
	r.doc.Words[i].Span = wiredesk.Span{Start: start, End: start + len(form)}
	if last && r.doc.Words[i].Span.End != r.surface.End {
		for _, p := range r.parts {
			r.doc.Words[p].Span = r.surface
		}
	}
}

func misc(field, key string) string {
	for part := range strings.SplitSeq(field, "|") {
		if strings.HasPrefix(part, key) {
			return part[len(key):]
		}
	}
	return ""
}

// add writes a surface token and returns its span.
func (r *udReader) add(form string, spaceAfter bool) wiredesk.Span {
	if r.paragraph {
		if r.text.Len() > 0 {
			r.text.WriteString("\n\n")
		}
		r.doc.Paragraphs = append(r.doc.Paragraphs, wiredesk.Span{Start: r.text.Len()})
	} else if r.space {
		r.text.WriteByte(' ')
	}
	r.paragraph, r.space = false, spaceAfter
	start := r.text.Len()
	r.text.WriteString(form)
	r.doc.Paragraphs[len(r.doc.Paragraphs)-1].End = r.text.Len()
	return wiredesk.Span{Start: start, End: r.text.Len()}
}

func (r *udReader) closeSentence() {
	r.until = 0
	if r.doc != nil && len(r.doc.Words) > r.first {
		r.doc.Sentences = append(r.doc.Sentences, Tree{r.first, len(r.doc.Words)})
		r.first = len(r.doc.Words)
	}
}

func (r *udReader) closeDocument() {
	r.closeSentence()
	if r.doc != nil {
		r.doc.Text = r.text.String()
		r.documents = append(r.documents, r.doc)
	}
	r.text.Reset()
	r.doc, r.first, r.space = nil, 0, false
}
