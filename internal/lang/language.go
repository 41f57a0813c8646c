package lang

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/function.txt
var functionFile []byte

var functionWords = sync.OnceValue(func() map[string]bool { return lexicon.Set(functionFile) })

const (
	// englishShare is the share of function words from which a text is taken
	// for English without a further look. In the articles of PolNeAR's train
	// part it lies between 25 and 50 per cent; in Dutch, which shares the most
	// of the words, it stays below 10.
	englishShare = 0.15
	// foreignShare is the share below which a text is not English, so that the
	// best guess among the other languages is taken even if it is a weak one.
	foreignShare = 0.06
	// looked is how many bytes of the body are looked at, and fewWords the
	// number of words below which a text says too little.
	looked   = 4000
	fewWords = 12
)

// languageOf returns the language of a report as an ISO 639-1 code: from its
// words or, where they are too few or too strange, as its metadata says; ""
// where nothing tells.
func languageOf(report *wiredesk.Report) wiredesk.Optional {
	text := bodyText(report)
	words, known := 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		if len(w) < 8 && functionWords()[strings.ToLower(w)] {
			known++
		}
	}
	if words >= fewWords && float64(known) >= englishShare*float64(words) {
		return "en"
	}
	if words < fewWords && latin(text) {
		return report.Language
	}
	info := whatlanggo.Detect(text)
	foreign := !latin(text) || words >= 2*fewWords && float64(known) < foreignShare*float64(words)
	if code := info.Lang.Iso6391(); info.IsReliable() || foreign && code != "en" {
		return wiredesk.Optional(code)
	}
	return report.Language
}

// bodyText returns the beginning of the report's paragraphs, or of its text
// where it has none.
func bodyText(report *wiredesk.Report) string {
	var b strings.Builder
	for _, s := range report.Body {
		if b.Len() >= looked {
			break
		}
		words := s.Words(report.Text)
		b.WriteString(strings.ToValidUTF8(words[:min(len(words), looked)], ""))
		b.WriteByte('\n')
	}
	if b.Len() == 0 {
		return strings.ToValidUTF8(report.Text[:min(len(report.Text), looked)], "")
	}
	return b.String()
}

// latin reports whether most letters of a text are Latin.
func latin(text string) bool {
	n, all := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			all++
			if unicode.Is(unicode.Latin, r) {
				n++
			}
		}
	}
	return 2*n >= all
}

//go:embed lexicon/languages.txt
var languagesFile []byte

// languages gives the English name of a language by its code.
var languages = sync.OnceValue(func() map[string]string { return lexicon.Map(languagesFile) })

// notRead returns the name of a language that is not read, its code where no
// list holds it; "" for the one that is read or not known.
func notRead(code wiredesk.Optional) wiredesk.Optional {
	if code == "en" || code == "" {
		return ""
	}
	if name := languages()[string(code)]; name != "" {
		return wiredesk.Optional(name)
	}
	return code
}

// English reports whether the report is in English, as far as is known. Only
// then is it analysed beyond tokens, sentences and numbers.
func (d *Doc) English() bool {
	return d.Report.Language == "en" || d.Report.Language == ""
}
