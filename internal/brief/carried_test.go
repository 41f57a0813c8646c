package brief

import (
	"testing"

	"wiredesk"
)

// What a desk adds to a wire is its own account; what it carries is not, edited
// lightly or not.
func TestSentencesOfAPickup(t *testing.T) {
	wire := &account{reading: &wiredesk.Reading{Report: wiredesk.Report{ID: "wire",
		Text: "The bridge at Alm fell into the river on Sunday and took a bus with it. Divers found the bus at noon, the fire service said."}}}
	for sentence, own := range map[string]bool{
		"The bridge at Alm fell into the river on Sunday and took a bus with it.":       false,
		"On Sunday, the bridge at Alm fell into the river and took a bus with it.":      false,
		"A boy who had swum ashore told this newspaper that the driver had warned them": true,
		"Divers found the bus at noon, the county fire service said.":                   false,
	} {
		a := &account{reading: &wiredesk.Reading{Report: wiredesk.Report{ID: "copy", Text: sentence}}, wire: wire}
		if got := a.own(wiredesk.Span{End: len(sentence)}); got != own {
			t.Errorf("%q: own %v, want %v", sentence, got, own)
		}
	}
}

func TestTotals(t *testing.T) {
	for words, total := range map[string]bool{
		"eleven people": true, "at least 40": true, "one person": true, "more than 20 villagers": true,
		"the driver": false, "he": false, "three others": false, "two more bodies": false, "one of the five": false, "Ana Ruiz": false,
	} {
		f := wiredesk.Figure{Words: words, Low: 1, High: 1, PartOf: -1}
		if words != "one person" && words != "the driver" && words != "he" && words != "Ana Ruiz" {
			f.Low, f.High = 2, 2
		}
		if got := (&entry{figure: &f}).total(); got != total {
			t.Errorf("%q: total %v, want %v", words, got, total)
		}
	}
}

// Words that begin with a pronoun nobody resolves say nothing alone.
func TestDangling(t *testing.T) {
	for text, want := range map[string]bool{
		"They said the dam held.":                  true,
		"They [the engineers] said the dam held.":  false,
		"It was the second flood in a year.":       false,
		"It also ordered the mayor to pay.":        true,
		"After they left, the dam broke.":          true,
		"“We saw it fall,” the miller said.":       false,
		"The engineers said that they had warned.": false,
	} {
		if got := dangles(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// Of the times in a claim, only some say when it happened.
func TestWhatATimeDates(t *testing.T) {
	for text, c := range map[string]struct {
		time string
		want bool
	}{
		"The dam above Alm broke on Sunday, the county said.":                    {"Sunday", true},
		"Sunday's flood was the worst in years, the county said.":                {"Sunday", false},
		"The flood of 3 May cost twelve lives, the county said.":                 {"3 May", false},
		"The road has been shut since Sunday, the county said.":                  {"Sunday", false},
		"The mayor, who was elected on Sunday, saw the dam break from a hill.":   {"Sunday", false},
		"The county is today one of the poorest in the land by all accounts.":    {"today", false},
		"The bridge fell when the dam broke on Sunday, a witness told reporters": {"Sunday", true},
	} {
		a := &account{reading: &wiredesk.Reading{Report: wiredesk.Report{Text: text}}}
		whole := wiredesk.Span{End: len(text)}
		f := &fact{account: a, hull: whole, claim: &wiredesk.Claim{Kind: wiredesk.Narrated, Content: []wiredesk.Span{whole}}}
		if got := f.dates(wiredesk.Time{Span: at(t, text, c.time)}); got != c.want {
			t.Errorf("%q: %v, want %v", text, got, c.want)
		}
	}
}
