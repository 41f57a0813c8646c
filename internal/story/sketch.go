package story

import (
	"bytes"
	"encoding/json"

	"wiredesk"
)

// A Sketch is a stored Print laid out for a Linker. Making one needs no Linker,
// so that a desk that starts can make many of them at once.
type Sketch struct {
	report string
	sheet  sheet
}

// ReadSketch reads a Print from its JSON and lays it out. It returns the error
// of json.Unmarshal where that is none.
func ReadSketch(raw []byte) (Sketch, error) {
	p, ok := readPrint(raw)
	if !ok {
		p = Print{}
		if err := json.Unmarshal(raw, &p); err != nil {
			return Sketch{}, err
		}
	}
	return Sketch{p.Report, open(&p)}, nil
}

// readPrint reads the JSON of a Print as json.Marshal writes it, in a third of
// the time that json.Unmarshal takes. ok is false where it is written in any
// other way, which says nothing about its being right.
func readPrint(raw []byte) (p Print, ok bool) {
	r := printReader{raw, true}
	r.skip(`{"report":`)
	p.Report = r.plain()
	r.skip(`,"outlet":`)
	p.Outlet = r.optional()
	r.skip(`,"published":`)
	p.Published = r.optional()
	r.skip(`,"words":`)
	p.Words = r.number()
	r.skip(`,"terms":`)
	terms, termsErr := readTerms(string(r.quoted()))
	r.skip(`,"runs":`)
	runs, runsErr := readRuns(r.quoted())
	p.Terms, p.Runs = terms, runs
	r.skip(`,"days":`)
	p.Days = r.numbers()
	r.skip(`,"ages":`)
	p.Ages = r.numbers()
	r.skip(`,"signs":`)
	p.Signs = r.numbers()
	r.skip("}")
	return p, r.ok && len(r.rest) == 0 && termsErr == nil && runsErr == nil
}

// A printReader reads JSON from the front. Once something is not as expected
// ok is false, and what it returns means nothing.
type printReader struct {
	rest []byte
	ok   bool
}

// skip reads what must stand there.
func (r *printReader) skip(what string) {
	if len(r.rest) < len(what) || string(r.rest[:len(what)]) != what {
		r.ok = false
		return
	}
	r.rest = r.rest[len(what):]
}

// quoted reads a string without escapes.
func (r *printReader) quoted() []byte {
	r.skip(`"`)
	end := bytes.IndexByte(r.rest, '"')
	if !r.ok || end < 0 {
		r.ok = false
		return nil
	}
	s := r.rest[:end]
	for _, c := range s {
		if c == '\\' || c < ' ' {
			r.ok = false
		}
	}
	r.rest = r.rest[end+1:]
	return s
}

// plain reads a string of ASCII: other letters might be broken UTF-8, which
// json.Unmarshal mends.
func (r *printReader) plain() string {
	s := r.quoted()
	for _, c := range s {
		if c >= 0x80 {
			r.ok = false
		}
	}
	return string(s)
}

// optional reads a string or null.
func (r *printReader) optional() wiredesk.Optional {
	if bytes.HasPrefix(r.rest, []byte("null")) {
		r.skip("null")
		return ""
	}
	return wiredesk.Optional(r.plain())
}

// number reads a whole number of at most nine digits.
func (r *printReader) number() int {
	negative := len(r.rest) > 0 && r.rest[0] == '-'
	if negative {
		r.rest = r.rest[1:]
	}
	n, digits := 0, 0
	for digits < len(r.rest) && digits < 10 && '0' <= r.rest[digits] && r.rest[digits] <= '9' {
		n = 10*n + int(r.rest[digits]-'0')
		digits++
	}
	if digits == 0 || digits == 10 || digits > 1 && r.rest[0] == '0' {
		r.ok = false
		return 0
	}
	r.rest = r.rest[digits:]
	if negative {
		return -n
	}
	return n
}

// numbers reads a list of numbers, or null.
func (r *printReader) numbers() []int {
	if bytes.HasPrefix(r.rest, []byte("null")) {
		r.skip("null")
		return nil
	}
	r.skip("[")
	out := []int{}
	for r.ok && len(r.rest) > 0 && r.rest[0] != ']' {
		if len(out) > 0 {
			r.skip(",")
		}
		out = append(out, r.number())
	}
	r.skip("]")
	return out
}
