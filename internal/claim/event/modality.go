package event

import (
	"wiredesk"
)

// modality says whether the event told by token i is told as having happened.
// It returns false where the event is only supposed: "if they attack", "could
// be arrested".
func (r *reader) modality(i int) (wiredesk.Modality, bool) {
	m := wiredesk.Happened
	perfect := false // "are believed to have been killed"
	verb := r.verbal(i)
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "aux":
			switch r.Word(d) {
			case "will", "'ll", "’ll", "wo", "would", "shall", "'d", "’d":
				m = wiredesk.Planned
			case "have":
				perfect = true
			case "may", "might", "could", "can", "ca", "should", "must":
				return "", false
			}
		case "advmod", "det":
			switch r.Word(d) {
			case "not", "n't", "n’t", "never", "no":
				return wiredesk.Denied, true
			}
		case "mark":
			switch r.Word(d) {
			case "if", "unless", "whether":
				return "", false
			case "to":
				if verb && m == wiredesk.Happened {
					m = wiredesk.Planned
				}
			}
		}
	}
	if perfect && m == wiredesk.Planned && r.dependent(i, "mark") >= 0 {
		m = wiredesk.Happened
	}
	if g := r.governor(i); g != "" && (m == wiredesk.Planned || g == wiredesk.Denied || !verb) {
		return g, true
	}
	return m, true
}

// governor returns the modality that the verb over token i gives it, "" where
// it gives none.
func (r *reader) governor(i int) wiredesk.Modality {
	rel := r.relation(i)
	h := r.head(i)
	if rel == "conj" && h >= 0 {
		rel, h = r.relation(h), r.head(h)
	}
	if h < 0 {
		return ""
	}
	switch rel {
	case "xcomp", "ccomp", "advcl", "acl":
		return governors()[r.Doc.Lemma(h)]
	case "obj":
		if g := governors()[r.Doc.Lemma(h)]; r.Doc.Tokens[i].UPOS == "NOUN" {
			return g
		}
	}
	return ""
}

// pastPerfect reports whether the verb at i is in the past perfect: "had
// attacked".
func (r *reader) pastPerfect(i int) bool {
	had := false
	for d := range r.dependents(i) {
		if r.relation(d) == "aux" && (r.Word(d) == "had" || r.Word(d) == "'d" || r.Word(d) == "’d") {
			had = true
		}
	}
	return had && r.Doc.Tokens[i].UPOS == "VERB"
}

// longBefore reports whether the time ends well before the report's
// publication.
func (r *reader) longBefore(t *wiredesk.Window) bool {
	if t == nil || t.To == "" || r.Doc.Report.Published.Value == "" {
		return false
	}
	return daysBetween(string(t.To), string(r.Doc.Report.Published.Value)) > newsDays
}

// newsDays is how many days before its publication what a report tells may lie
// and still be its news: weeklies look back over a week, dailies over a day.
const newsDays = 8
