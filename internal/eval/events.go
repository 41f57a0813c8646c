package eval

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/claim"
	"wiredesk/internal/lang"
)

// eventGold are our own sentences with the events that people read in them,
// one file per phenomenon; active.txt explains the form.
//
//go:embed gold/events/*.txt gold/events-second/*.txt
var eventGold embed.FS

// eventDay is the day of publication of the gold reports.
const eventDay = "2019-06-14"

// An eventCase is one gold sentence with its events.
type eventCase struct {
	file, text string
	wanted     []wantedEvent
}

// A wantedEvent is one event of a gold sentence, all as words.
type wantedEvent struct {
	trigger, kind, modality string
	who, whom               []string
	place, window           string
	background              bool
}

// Events measures who did what to whom on our own sentences, and where triggers
// stand on sets that mark events of every kind.
func Events(shared string) ([]Line, error) {
	first, err := goldEvents("events", "own gold")
	if err != nil {
		return nil, err
	}
	second, err := goldEvents("events-second", "second set")
	if err != nil {
		return nil, err
	}
	marked, err := markedEvents(shared)
	return slices.Concat(first, second, marked), err
}

// goldEvents measures on the gold of one folder.
func goldEvents(folder, name string) ([]Line, error) {
	cases, err := eventCases(folder)
	if err != nil {
		return nil, err
	}
	var s eventScore
	for _, c := range cases {
		s.add(c)
	}
	return s.lines(name, len(cases)), nil
}

// An eventScore counts what was right. The arguments, modality and setting are
// judged on events whose trigger was found.
type eventScore struct {
	precise, recalled, kind, modality, background tally
	who, whom, place, window                      tally
}

// add reads a gold sentence and counts.
func (s *eventScore) add(c eventCase) {
	report := article("gold", "", c.text, eventDay)
	r := claim.Extract(lang.Analyze(report))
	used := map[int]bool{}
	for _, w := range c.wanted {
		at := -1
		for i := range r.Events {
			if !used[i] && strings.HasPrefix(r.Events[i].Trigger.Words(c.text), w.trigger) {
				at = i
				break
			}
		}
		s.recalled.add(at >= 0)
		if at < 0 {
			continue
		}
		used[at] = true
		e := &r.Events[at]
		s.kind.add(e.Type == w.kind)
		s.modality.add(string(e.Modality) == w.modality)
		s.background.add(e.Background == w.background)
		s.who.add(sameParties(&r, e.Who, w.who))
		s.whom.add(sameParties(&r, e.Whom, w.whom))
		place := ""
		if e.Place != nil {
			place = e.Place.Name
		}
		s.place.add(place == w.place)
		window := ""
		if e.Time != nil {
			window = string(e.Time.From) + ".." + string(e.Time.To)
		}
		s.window.add(window == w.window)
	}
	for i := range r.Events {
		s.precise.add(used[i])
	}
}

// lines writes the score.
func (s *eventScore) lines(gold string, sentences int) []Line {
	return []Line{
		{"events, " + gold + ": triggers F1", balance(s.precise, s.recalled), 0,
			fmt.Sprintf("precision %.1f, recall %.1f; %d sentences, %d events", s.precise.percent(), s.recalled.percent(), sentences, s.recalled.tries)},
		{"events, " + gold + ": type", s.kind.percent(), 0, "of the events found"},
		{"events, " + gold + ": modality", s.modality.percent(), 0, ""},
		{"events, " + gold + ": who, all exact", s.who.percent(), 0, ""},
		{"events, " + gold + ": whom, all exact", s.whom.percent(), 0, ""},
		{"events, " + gold + ": place", s.place.percent(), 0, ""},
		{"events, " + gold + ": time", s.window.percent(), 0, ""},
		{"events, " + gold + ": background", s.background.percent(), 0, ""},
	}
}

// sameParties reports whether the parties of an event are those wanted. A party
// matches by the name or an alias of its entity or by its words, articles and
// case left out of account.
func sameParties(r *wiredesk.Reading, got []string, want []string) bool {
	if len(got) != len(want) {
		return false
	}
	for i, w := range want {
		if !sameParty(r, got[i], w) {
			return false
		}
	}
	return true
}

// sameParty reports whether an entity id or words name the party.
func sameParty(r *wiredesk.Reading, got, want string) bool {
	names := []string{got}
	for i := range r.Entities {
		if e := &r.Entities[i]; e.ID == got {
			names = append([]string{e.Name, string(e.Role)}, e.Aliases...)
		}
	}
	for _, n := range names {
		if strings.EqualFold(n, want) || n != "" && strings.HasSuffix(strings.ToLower(want), " "+strings.ToLower(n)) {
			return true
		}
	}
	return false
}

// eventCases reads the gold of a folder.
func eventCases(folder string) ([]eventCase, error) {
	files, err := fs.Glob(eventGold, "gold/"+folder+"/*.txt")
	if err != nil {
		return nil, err
	}
	var out []eventCase
	for _, file := range files {
		b, err := eventGold.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(b)) {
			line = strings.TrimRight(line, "\n")
			switch {
			case line == "" || line[0] == '#':
			case line[0] != '\t':
				out = append(out, eventCase{file: file, text: line})
			case len(out) > 0:
				w, err := wantedFrom(line)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", file, err)
				}
				c := &out[len(out)-1]
				c.wanted = append(c.wanted, w)
			}
		}
	}
	return out, nil
}

// wantedFrom reads one line of the gold.
func wantedFrom(line string) (wantedEvent, error) {
	f := strings.Split(line, "|")
	if len(f) < 3 {
		return wantedEvent{}, fmt.Errorf("%q has fewer than three fields", line)
	}
	field := func(i int) string {
		if i >= len(f) {
			return ""
		}
		return strings.TrimSpace(f[i])
	}
	parties := func(i int) []string {
		var out []string
		for p := range strings.SplitSeq(field(i), ";") {
			if p = strings.TrimSpace(p); p != "" {
				out = append(out, p)
			}
		}
		return out
	}
	return wantedEvent{trigger: field(0), kind: field(1), modality: field(2), who: parties(3), whom: parties(4),
		place: field(5), window: field(6), background: field(7) == "background"}, nil
}
