package desk

import (
	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/story"
)

// counter answers "how many say so" for a brief: over the reports that may be
// used, and over single claims, whose origin may be an agency that carried
// them alone.
func counter(readings []wiredesk.Reading, assignments []wiredesk.Assignment) brief.Counter {
	whole := origins(readings, assignments)
	claims := map[string]wiredesk.Origins{}
	for i := range readings {
		for _, c := range readings[i].Claims {
			claims[c.ID] = story.OriginsOf(c, &readings[i], assignments[i])
		}
	}
	return func(ids []string) wiredesk.Origins {
		if len(ids) == 0 {
			return whole
		}
		var all []wiredesk.Origins
		for _, id := range ids {
			all = append(all, claims[id])
		}
		return story.MergeOrigins(all...)
	}
}

// origins counts who says so over the reports that may be used.
func origins(readings []wiredesk.Reading, assignments []wiredesk.Assignment) wiredesk.Origins {
	var live []wiredesk.Reading
	var links []wiredesk.Assignment
	for i := range readings {
		if readings[i].Status != wiredesk.Killed {
			live = append(live, readings[i])
			links = append(links, assignments[i])
		}
	}
	return story.CountOrigins(live, links)
}
