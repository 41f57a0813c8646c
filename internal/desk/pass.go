// Package desk runs the stages over reports: in memory for the commands that
// read files, and over a store, by named and versioned cursors, for the desk.
// It is the only place where stages meet a store.
package desk

import (
	"fmt"
	"slices"
	"time"

	"wiredesk"
	"wiredesk/internal/brief"
	"wiredesk/internal/claim"
	"wiredesk/internal/intake"
	"wiredesk/internal/lang"
	"wiredesk/internal/store"
	"wiredesk/internal/story"
)

// Parse runs stage 1 over the inputs on all cores. The results stand in the
// order of the inputs.
func Parse(inputs []intake.Input) []intake.Result {
	results := make([]intake.Result, len(inputs))
	parallel(len(inputs), func(i int) { results[i] = intake.Parse(inputs[i]) })
	return results
}

// Read runs stages 2 and 3 over the reports on all cores. The readings stand
// in the order of the reports. done, if not nil, is called after each report.
func Read(reports []wiredesk.Report, done func()) []wiredesk.Reading {
	return read(reports, done, false)
}

// ReadTokens is Read with the tokens kept in the readings.
func ReadTokens(reports []wiredesk.Report, done func()) []wiredesk.Reading {
	return read(reports, done, true)
}

func read(reports []wiredesk.Report, done func(), tokens bool) []wiredesk.Reading {
	readings := make([]wiredesk.Reading, len(reports))
	lang.Load()
	claim.Load()
	parallel(len(reports), func(i int) {
		doc := lang.Analyze(&reports[i])
		readings[i] = claim.Extract(doc)
		if tokens {
			readings[i].Tokens = doc.Tokens
		}
		if done != nil {
			done()
		}
	})
	return readings
}

// Group runs stage 4 over the readings, in the order of their publication, and
// returns their assignments in the order of the readings, and the stories in
// the order in which they were opened. When all are linked, all are looked at
// again, as a desk does every ten minutes. Readings whose date could be
// inferred from others are read again and replaced in place.
func Group(readings []wiredesk.Reading) ([]wiredesk.Assignment, []wiredesk.Story) {
	linker := story.NewLinker()
	assignments := make([]wiredesk.Assignment, len(readings))
	order := byPublication(readings)
	fate := fates(readings, order)
	for _, i := range order {
		print := story.Fingerprint(&readings[i])
		if k := fate[i].about; k >= 0 && assignments[k].Report != "" {
			assignments[i] = replacing(assignments[k], &readings[i].Report)
			if !notice(&readings[i]) {
				linker.Restore(print, assignments[i])
			}
		} else {
			assignments[i] = linker.Add(print)
		}
	}
	again(linker, assignments)
	for _, i := range order {
		if k := fate[i].about; k >= 0 && assignments[k].Report != "" {
			assignments[i].Story = assignments[k].Story // the same news by definition
		}
	}
	var opened []string
	members := map[string][]int{}
	for _, i := range order {
		id := assignments[i].Story
		if members[id] == nil {
			opened = append(opened, id)
		}
		members[id] = append(members[id], i)
	}
	var stories []wiredesk.Story
	for _, id := range opened {
		stories = append(stories, finish(id, members[id], readings, assignments))
	}
	return assignments, stories
}

// again looks at all links again and brings the assignments up to date.
func again(linker *story.Linker, assignments []wiredesk.Assignment) {
	links := map[string]*wiredesk.Assignment{}
	for i := range assignments {
		links[assignments[i].Report] = &assignments[i]
	}
	for _, r := range linker.Repair(time.Time{}) {
		for _, id := range r.Reports {
			a := links[id]
			a.Story = r.To
			a.Why = append(a.Why, fmt.Sprintf("looked at again, it went from %s to %s: %s", r.From, r.To, r.Why))
		}
	}
}

// finish completes one story once all its reports are known: dates are inferred,
// origins traced, the headline chosen.
func finish(id string, members []int, readings []wiredesk.Reading, assignments []wiredesk.Assignment) wiredesk.Story {
	own := make([]wiredesk.Reading, len(members))
	links := make([]wiredesk.Assignment, len(members))
	s := wiredesk.Story{ID: id}
	for k, i := range members {
		own[k], links[k] = readings[i], assignments[i]
		s.Reports = append(s.Reports, readings[i].ID)
	}
	for k, i := range members {
		if own[k].Published.Value != "" {
			continue
		}
		if p, ok := story.InferPublished(&own[k], own); ok {
			report := own[k].Report
			report.Published = p
			own[k] = claim.Extract(lang.Analyze(&report))
			readings[i] = own[k]
		}
	}
	story.Trace(own, links)
	for k, i := range members {
		assignments[i] = links[k]
	}
	s.Headline = story.Headline(own)
	return s
}

// byPublication returns the indexes of the readings by publication time; those
// without one come last, in the order given.
func byPublication(readings []wiredesk.Reading) []int {
	order := make([]int, len(readings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return comparePublished(readings[i].Published.Value, readings[j].Published.Value)
	})
	return order
}

// comparePublished orders publication times, unknown ones last. A date without
// a time stands at its beginning, in UTC.
func comparePublished(a, b wiredesk.Optional) int {
	x, y := moment(a), moment(b)
	switch {
	case x.IsZero() && y.IsZero():
		return 0
	case x.IsZero():
		return 1
	case y.IsZero():
		return -1
	}
	return x.Compare(y)
}

// moment reads a publication time; it is zero for one that is unknown.
func moment(published wiredesk.Optional) time.Time {
	for _, form := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(form, string(published)); err == nil {
			return t
		}
	}
	return time.Time{}
}

// Briefs runs stage 5 over the stories, on all cores.
func Briefs(stories []wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment) []wiredesk.Brief {
	return BriefsBy(brief.Compile, stories, readings, assignments)
}

// BriefsBy is Briefs with a writer of its own, for another length.
func BriefsBy(compile brief.Compiler, stories []wiredesk.Story, readings []wiredesk.Reading, assignments []wiredesk.Assignment) []wiredesk.Brief {
	at := map[string]int{}
	for i := range readings {
		at[readings[i].ID] = i
	}
	fate := fates(readings, byPublication(readings))
	briefs := make([]wiredesk.Brief, len(stories))
	parallel(len(stories), func(k int) {
		var members []store.Member
		for _, id := range stories[k].Reports {
			i := at[id]
			r := readings[i]
			if fate[i].withdrawn != "" {
				r.Status = wiredesk.Killed
			}
			kept := store.Report{Report: r.Report, Withdrawn: fate[i].withdrawn, Superseded: fate[i].superseded}
			members = append(members, store.Member{Report: kept, Reading: &r, Assignment: assignments[i]})
		}
		rs, as := evidence(members)
		stories[k].Headline = story.Headline(rs)
		briefs[k] = compile(stories[k], rs, as, counter(rs, as))
	})
	return briefs
}
