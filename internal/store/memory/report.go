package memory

import (
	"cmp"
	"context"
	"slices"

	"wiredesk"
	"wiredesk/internal/store"
)

// AddReport adds a version of a report; see store.Versions.
func (t *tx) AddReport(intake store.Stage, r store.Report, names []string) error {
	s := t.stageOf(intake)
	set(t, &t.reports, t.reports+1)
	r.Seq = t.reports
	add(t, &s.reports, &r)
	put(t, s.byID, r.Report.ID, &r)
	addTo(t, s.byChain, r.Chain, &r)
	addTo(t, s.byContent, r.Content, &r)
	for i, name := range names {
		if !slices.Contains(names[:i], name) {
			addTo(t, s.byName, name, &r)
		}
	}
	return nil
}

// MarkReport marks a report; see store.Versions.
func (t *tx) MarkReport(intake store.Stage, id, by string, kill bool) error {
	r := t.stageOf(intake).byID[id]
	switch {
	case r == nil:
	case kill:
		set(t, &r.Withdrawn, by)
	default:
		set(t, &r.Superseded, by)
	}
	return nil
}

// Ask keeps what a report asks for others; see store.Versions.
func (t *tx) Ask(intake store.Stage, report, name, found string) error {
	s := t.stageOf(intake)
	for _, a := range s.asks {
		if a.by.Report.ID == report {
			set(t, &a.found, found)
			return nil
		}
	}
	add(t, &s.asks, &ask{s.byID[report], name, found})
	return nil
}

// Chain returns versions of a chain; see store.Versions.
func (t *tx) Chain(intake store.Stage, chain string, most int) ([]store.Report, error) {
	all := t.stageOf(intake).byChain[chain]
	if most > 0 {
		all = all[max(0, len(all)-most):]
	}
	return values(all), nil
}

// Alike returns reports of one content; see store.Versions.
func (t *tx) Alike(intake store.Stage, content string) ([]store.Report, error) {
	all := values(t.stageOf(intake).byContent[content])
	return slices.DeleteFunc(all, func(r store.Report) bool { return r.Superseded != "" }), nil
}

// Named returns reports by name; see store.Versions.
func (t *tx) Named(intake store.Stage, name string, most int) ([]store.Report, error) {
	all := values(t.stageOf(intake).byName[name])
	slices.Reverse(all)
	return all[:min(most, len(all))], nil
}

// Asked returns kills and corrections that wait; see store.Versions.
func (t *tx) Asked(intake store.Stage, names []string) ([]store.Report, error) {
	var out []store.Report
	for _, a := range t.stageOf(intake).asks {
		if a.found == "" && slices.Contains(names, a.name) {
			out = append(out, *a.by)
		}
	}
	return out, nil
}

// HasID looks for an id; see store.Versions.
func (t *tx) HasID(intake store.Stage, id string) (bool, error) {
	return t.stageOf(intake).byID[id] != nil, nil
}

// Get returns a report by its id; see store.Versions.
func (t *tx) Get(intake store.Stage, id string) (store.Report, bool, error) {
	if r := t.stageOf(intake).byID[id]; r != nil {
		return *r, true, nil
	}
	return store.Report{}, false, nil
}

// values copies reports.
func values(rs []*store.Report) []store.Report {
	var out []store.Report
	for _, r := range rs {
		out = append(out, *r)
	}
	return out
}

// after returns up to limit reports after a Seq.
func (s *stage) after(seq int64, limit int) []*store.Report {
	i, found := slices.BinarySearchFunc(s.reports, seq, func(r *store.Report, seq int64) int { return cmp.Compare(r.Seq, seq) })
	if found {
		i++
	}
	rest := s.reports[i:]
	return rest[:min(limit, len(rest))]
}

// report returns the report of a Seq.
func (s *stage) report(seq int64) (*store.Report, bool) {
	if rest := s.after(seq-1, 1); len(rest) == 1 && rest[0].Seq == seq {
		return rest[0], true
	}
	return nil, false
}

// ReportsAfter lists reports; see store.Rows.
func (db *DB) ReportsAfter(_ context.Context, intake store.Stage, seq int64, limit int) ([]store.Report, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return values(db.stageOf(intake).after(seq, limit)), nil
}

// SaveReading keeps a reading; see store.Versions.
func (t *tx) SaveReading(reading store.Stage, seq int64, r *wiredesk.Reading) error {
	kept := *r
	put(t, t.stageOf(reading).readings, seq, &kept)
	return nil
}

// ReadingsAfter lists readings; see store.Rows.
func (db *DB) ReadingsAfter(_ context.Context, line store.Line, seq int64, limit int) ([]store.Reading, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	var out []store.Reading
	reading := db.stageOf(line.Reading)
	for _, r := range db.stageOf(line.Intake).after(seq, limit) {
		if r.Seq > reading.Cursor {
			break
		}
		out = append(out, store.Reading{Report: *r, Reading: reading.reading(r)})
	}
	return out, nil
}

// reading returns what was read out of a report, with what became of the
// report since it was read; nil for nothing.
func (s *stage) reading(r *store.Report) *wiredesk.Reading {
	kept := s.readings[r.Seq]
	if kept == nil {
		return nil
	}
	out := *kept
	if r.Withdrawn != "" {
		out.Status = wiredesk.Killed
	}
	return &out
}
