package eval

import (
	"fmt"
	"strconv"
	"strings"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
)

// humanTargets measures who was killed and injured in MUC-4's messages: the
// effect, and the effect with a number within our bounds. A target of the key
// counts once; so does one of our figures.
func humanTargets(shared string) ([]Line, error) {
	var messages []corpus.Message
	for _, part := range []string{"tst1", "tst2"} {
		m, err := corpus.MUC4(shared, part)
		if err != nil {
			return nil, err
		}
		messages = append(messages, m...)
	}
	var precise, recalled, effectPrecise, effectRecalled tally
	readAll(len(messages), func(i int) *wiredesk.Report {
		return article(messages[i].ID, "", messages[i].Text, "")
	}, func(i int, r *wiredesk.Reading) {
		count(messages[i].Targets, r.Figures, &precise, &recalled, matches)
		count(messages[i].Targets, r.Figures, &effectPrecise, &effectRecalled, func(wiredesk.Figure, string) bool { return true })
	})
	return []Line{
		{"MUC-4 human targets, effect and number: F1", balance(precise, recalled), 0,
			fmt.Sprintf("precision %.1f, recall %.1f; %d messages of tst1 and tst2, killed and injured", precise.percent(), recalled.percent(), len(messages))},
		{"MUC-4 human targets, effect alone: F1", balance(effectPrecise, effectRecalled), 0,
			fmt.Sprintf("precision %.1f, recall %.1f", effectPrecise.percent(), effectRecalled.percent())},
	}, nil
}

// count matches targets and figures one to one, and figures that repeat one
// that was matched (same unit and bounds) with nothing.
func count(targets []corpus.Target, figures []wiredesk.Figure, precise, recalled *tally, fits func(wiredesk.Figure, string) bool) {
	type key struct {
		unit      wiredesk.Unit
		low, high wiredesk.Bound
	}
	seen := map[key]bool{}
	var ours []wiredesk.Figure
	for _, f := range figures {
		k := key{f.Unit, f.Low, f.High}
		if (f.Unit == wiredesk.UnitKilled || f.Unit == wiredesk.UnitInjured) && f.High != 0 && !seen[k] {
			ours = append(ours, f)
		}
		seen[k] = k.high != 1 || k.low != 1
	}
	used := make([]bool, len(ours))
	for _, t := range targets {
		unit := effect(t.Effect)
		if unit == "" {
			continue
		}
		hit := false
		for k, f := range ours {
			if !used[k] && f.Unit == unit && fits(f, t.Number) {
				used[k], hit = true, true
				break
			}
		}
		recalled.add(hit)
	}
	for _, u := range used {
		precise.add(u)
	}
}

// effect returns our unit for an effect of the key, "" for those we do not
// measure.
func effect(e string) wiredesk.Unit {
	switch {
	case strings.HasPrefix(e, "DEATH"):
		return wiredesk.UnitKilled
	case strings.HasPrefix(e, "INJURY"):
		return wiredesk.UnitInjured
	}
	return ""
}

// matches reports whether a number of the key ("1", "PLURAL", "~ 8", "5 - 10")
// lies within the figure's bounds.
func matches(f wiredesk.Figure, number string) bool {
	low, high, isRange := strings.Cut(strings.TrimLeft(number, "~ "), "-")
	n, err := strconv.Atoi(strings.TrimSpace(low))
	if err != nil {
		return f.Low > 1 || f.High > 1
	}
	if isRange {
		if m, err := strconv.Atoi(strings.TrimSpace(high)); err == nil {
			return holds(&f, n) || holds(&f, m)
		}
	}
	return holds(&f, n)
}
