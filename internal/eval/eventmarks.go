package eval

import (
	"fmt"
	"strings"

	"wiredesk"
	"wiredesk/internal/claim"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang"
)

// crisisTopics are the topics of ECB+ dev that tell of what the desk is for:
// piracy, a shooting at an office, a hit-and-run, deaths of climbers and an
// arrest. The others tell of an award, a coach and an appointment.
var crisisTopics = map[string]bool{"12": true, "18": true, "21": true, "23": true, "35": true}

// markedEvents measures triggers against sets that mark events of every kind:
// ECB+ and MEANTIME mark what anybody does, says or is, also "said", "season"
// and "contract"; the desk reads PLOVER's types only. Recall is therefore low
// by definition, and most telling on the topics of crises.
func markedEvents(shared string) ([]Line, error) {
	ecb, err := corpus.ECBMarks(shared, "dev")
	if err != nil {
		return nil, err
	}
	meantime, err := corpus.MeantimeEvents(shared)
	if err != nil {
		return nil, err
	}
	var crisis []corpus.MarkedText
	for _, t := range ecb {
		if topic, _, _ := strings.Cut(t.ID, "_"); crisisTopics[topic] {
			crisis = append(crisis, t)
		}
	}
	out := eventMarks("ECB+ dev, five topics of crises", crisis)
	out = append(out, eventMarks("ECB+ dev, all topics", ecb)...)
	return append(out, eventMarks("MEANTIME", meantime)[:1]...), nil
}

// eventMarks counts the marked events of a set whose words hold a trigger, and
// the triggers in its judged sentences that are marked.
func eventMarks(set string, texts []corpus.MarkedText) []Line {
	var found, marked tally
	for _, t := range texts {
		events := claim.Extract(lang.Analyze(PlaceReport(corpus.PlaceText{Text: t.Text}))).Events
		var triggers, gold []wiredesk.Span
		for i := range events {
			triggers = append(triggers, events[i].Trigger)
		}
		for _, m := range t.Marks {
			if strings.HasPrefix(m.Class, "ACTION") || strings.HasPrefix(m.Class, "NEG_ACTION") {
				gold = append(gold, m.Span)
			}
			if happening(m.Class) {
				found.add(overlapsAny(m.Span, triggers))
			}
		}
		for _, s := range triggers {
			if inside(t.Judged, s) {
				marked.add(overlapsAny(s, gold))
			}
		}
	}
	return []Line{
		{"events: " + set + ", marked events found", found.percent(), 0, fmt.Sprintf("%d occurrences and causes of every kind", found.tries)},
		{"events: " + set + ", of triggers found, marked", marked.percent(), 0, fmt.Sprintf("%d; the set leaves out what its topic does not need", marked.tries)},
	}
}

// happening reports whether a class of ECB+ is of what happens, not of what is
// said, seen or begun.
func happening(class string) bool {
	return class == "ACTION_OCCURRENCE" || class == "ACTION_CAUSATIVE"
}
