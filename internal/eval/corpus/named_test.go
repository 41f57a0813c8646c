package corpus

import (
	"testing"

	"wiredesk"
)

// The marks of persons are cut to their names, and what is no name is dropped.
func TestSettlePersons(t *testing.T) {
	for text, want := range map[string]string{
		"Foreign Minister Ana Bell":          "Ana Bell",
		"the Labour Party's Ana Bell":        "Ana Bell",
		"Virginia Governor Ana Bell":         "Ana Bell",
		"Prime Minister\u200e Ana Bell":      "Ana Bell",
		"Ana Bishop Okafor":                  "Ana Bishop Okafor",
		"Martin King":                        "Martin King",
		"MR BELL":                            "BELL",
		"Foreign Secretary":                  "",
		"Emperor of the Seas":                "",
		"Ana Bell's":                         "Ana Bell",
		"Navy Capt.":                         "",
		"Deputy Prime Minister Ben O’Connor": "Ben O’Connor",
	} {
		d := Named{Text: text, Names: []wiredesk.Mention{{Span: wiredesk.Span{End: len(text)}, Type: wiredesk.Person}}}
		d.settle()
		got := ""
		if len(d.Names) > 0 {
			got = d.Names[0].Span.Words(text)
		}
		if got != want {
			t.Errorf("%q is settled to %q, want %q", text, got, want)
		}
	}
}

// An initial with its stop does not end the name of a person.
func TestInitial(t *testing.T) {
	for _, c := range []struct {
		words []taggedWord
		want  bool
	}{
		{[]taggedWord{{"Ana", "I-PER"}, {"B", "I-PER"}, {".", "O"}}, true},
		{[]taggedWord{{"Ana", "I-PER"}, {"Bell", "I-PER"}, {".", "O"}}, false},
		{[]taggedWord{{"plan", "O"}, {"B", "O"}, {".", "O"}}, false},
		{nil, false},
	} {
		if got := initial(c.words); got != c.want {
			t.Errorf("initial(%v) = %v", c.words, got)
		}
	}
}
