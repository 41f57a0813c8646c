package story

import (
	"fmt"
	"math"
	"slices"

	"wiredesk"
)

// A family is the reports of a story that carry one text, the first of them
// first. Most families have one member.
type family struct {
	members []member
}

// A member is a report of a family.
type member struct {
	reading *wiredesk.Reading
	from    string // the id of the report whose text it carries; ""
	whose   string // what that report is called
	shared  float64
	credit  credit
}

// families parts reports by the texts that they carry, in the order in which
// their first members stand. Two that carry the text of one report outside the
// set are of one family too.
func families(readings []wiredesk.Reading, assignments []wiredesk.Assignment) []family {
	root := map[string]string{}
	find := func(id string) string {
		for root[id] != "" && root[id] != id {
			id = root[id]
		}
		return id
	}
	for i := range min(len(readings), len(assignments)) {
		if from := string(assignments[i].PickupOf); from != "" {
			if a, b := find(readings[i].ID), find(from); a != b {
				root[a] = b
			}
		}
	}
	called := map[string]string{}
	for i := range readings {
		called[readings[i].ID] = outletOf(&readings[i])
	}
	var out []family
	houses := housesOf(readings)
	at := map[string]int{}
	for i := range min(len(readings), len(assignments)) {
		top := find(readings[i].ID)
		k, ok := at[top]
		if !ok {
			k = len(out)
			at[top] = k
			out = append(out, family{})
		}
		from := string(assignments[i].PickupOf)
		whose, ok := called[from]
		if !ok {
			whose = "report " + from
		}
		out[k].members = append(out[k].members, member{&readings[i], from, whose, assignments[i].Shared, creditOf(&readings[i].Report, houses)})
	}
	return out
}

// origins counts the origins of one family.
func (f family) origins() wiredesk.Origins {
	base := f.base()
	var all []wiredesk.Origins
	for _, m := range f.members {
		all = append(all, m.origins(base))
	}
	return MergeOrigins(all...)
}

// origins are those of one report: of its family's text and what it perhaps
// adds. A report that says itself whose text it is has no other origin, though
// it may share a sentence with another agency's.
func (m member) origins(base wiredesk.Origins) wiredesk.Origins {
	elsewhere := func(name string) bool { return !slices.Contains(base.Known, name) }
	switch {
	case m.credit.wire != "" && elsewhere(m.credit.wire):
		base = wiredesk.Origins{Known: []string{m.credit.wire}, Evidence: []string{outletOf(m.reading) + " " + m.credit.how}}
	case m.credit.wire == "" && len(m.credit.compiled) > 0 && !slices.ContainsFunc(m.credit.compiled, func(a string) bool { return !elsewhere(a) }):
		base = wiredesk.Origins{}
	}
	return MergeOrigins(base, m.adds())
}

// base is where the family's text comes from: the agencies credited for it,
// or, where nobody credits one, the outlet that had it first as far as is
// known.
func (f family) base() wiredesk.Origins {
	var o wiredesk.Origins
	compiled := false
	for _, m := range f.members {
		c := m.credit
		compiled = compiled || len(c.compiled) > 0
		if c.wire != "" {
			o.Known = union(o.Known, []string{c.wire})
			o.Evidence = append(o.Evidence, outletOf(m.reading)+" "+c.how)
		}
	}
	if len(o.Known) > 0 || compiled {
		return o
	}
	first := f.first()
	if first.Outlet == "" {
		return wiredesk.Origins{Unknown: 1, Evidence: []string{first.ID + " names neither outlet nor agency"}}
	}
	return wiredesk.Origins{
		Known:    []string{agencyName(string(first.Outlet))},
		Evidence: []string{string(first.Outlet) + " credits no agency: its own account, as far as its text tells"},
	}
}

// first is the report that carries no other's text, or the first of all.
func (f family) first() *wiredesk.Reading {
	for _, m := range f.members {
		if m.from == "" {
			return m.reading
		}
	}
	return f.members[0].reading
}

// adds is what one report perhaps adds to the origins of its family.
func (m member) adds() wiredesk.Origins {
	var o wiredesk.Origins
	c := m.credit
	if len(c.compiled) > 0 {
		o.Perhaps = union(o.Perhaps, c.compiled)
		o.Evidence = append(o.Evidence, outletOf(m.reading)+" "+c.how)
	}
	if m.from == "" {
		return o
	}
	o.Evidence = append(o.Evidence, fmt.Sprintf("%s carries %.0f %% of its text from %s", outletOf(m.reading), math.Round(100*m.shared), m.whose))
	if m.shared < ownShare && m.reading.Outlet != "" && c.wire == "" {
		o.Perhaps = union(o.Perhaps, []string{agencyName(string(m.reading.Outlet))})
	}
	return o
}

// Trace fills in the origins of each report of one story, in place: those of
// the text that it carries, and what it perhaps adds. Linking knows only the
// reports that came before; Trace knows all, so that a wire's credit reaches
// those that carried its text before it was seen.
func Trace(readings []wiredesk.Reading, assignments []wiredesk.Assignment) {
	at := map[string]int{}
	for i := range readings {
		at[readings[i].ID] = i
	}
	orient(readings, assignments, at)
	for _, f := range families(readings, assignments) {
		base := f.base()
		for _, m := range f.members {
			assignments[at[m.reading.ID]].Origins = m.origins(base)
		}
	}
}

// orient turns a pickup round where its text is the agency's own wire and the
// report that was linked first credits that agency: an outlet's date without a
// time stands before the hour of the wire that it printed.
func orient(readings []wiredesk.Reading, assignments []wiredesk.Assignment, at map[string]int) {
	houses := housesOf(readings)
	for i := range min(len(readings), len(assignments)) {
		k, ok := at[string(assignments[i].PickupOf)]
		if !ok || k >= len(assignments) || assignments[k].PickupOf != "" {
			continue
		}
		wire, carrier := &readings[i], &readings[k]
		agency := creditOf(&wire.Report, houses).wire
		if agency == "" || agencyName(string(wire.Outlet)) != agency || agencyName(string(carrier.Outlet)) == agency || creditOf(&carrier.Report, houses).wire != agency {
			continue
		}
		both, of, _ := shared(Fingerprint(carrier).Runs, Fingerprint(wire).Runs)
		assignments[i].PickupOf, assignments[i].Shared = "", 0
		assignments[k].PickupOf, assignments[k].Shared = wiredesk.Optional(wire.ID), float64(both)/float64(max(of, 1))
	}
}
