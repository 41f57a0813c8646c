package attribution

import (
	"strings"

	"wiredesk"
)

// noOutlet ends the chains of a report whose outlet is not known.
const noOutlet = "unknown outlet"

// chain returns the names of a draft's chain, speaker first, outlet last, and
// their entities.
func (f *finder) chain(d *draft) ([]string, []wiredesk.Optional) {
	links := []party{d.speaker}
	for at := d; at != nil; at = at.inside {
		for _, c := range at.carriers {
			if !f.isOwn(c.name) {
				links = join(links, c)
			}
		}
		if at.inside != nil {
			links = join(links, at.inside.speaker)
		}
	}
	agency, outlet := f.wire, f.publisher
	if agency.name != "" {
		links = join(links, agency)
	}
	if n := len(links); n > 1 && same(links[n-1].name, outlet.name) {
		links = links[:n-1]
	}
	return split(append(links, outlet))
}

// isOwn reports whether a name is the last words of the name of the report's own
// outlet: "told the Mail" in the Harbour Mail.
func (f *finder) isOwn(name string) bool {
	return name != "" && strings.HasSuffix(f.publisher.name, " "+name)
}

// split parts the names from the entities.
func split(links []party) ([]string, []wiredesk.Optional) {
	var names []string
	var entities []wiredesk.Optional
	for _, p := range links {
		names, entities = append(names, p.name), append(entities, p.entity)
	}
	return names, entities
}

// outlet returns the outlet of the report and, where its text is an agency's,
// that agency.
func (f *finder) outlet() (agency, outlet party) {
	r := f.doc.Report
	wire := ""
	if r.Dateline != nil {
		wire = string(r.Dateline.Agency)
	}
	if wire == "" && len(r.Agencies) == 1 && len(r.CompiledFrom) == 0 {
		wire = r.Agencies[0]
	}
	switch {
	case r.Outlet == "" && wire == "":
		return party{}, f.institution(noOutlet)
	case r.Outlet == "" || same(string(r.Outlet), wire):
		return party{}, f.institution(wire)
	case wire != "":
		return f.institution(wire), f.institution(string(r.Outlet))
	}
	return party{}, f.institution(string(r.Outlet))
}

// institution returns the entity of that name, or the name alone.
func (f *finder) institution(name string) party {
	for _, e := range f.doc.Entities {
		if e.Name == name && e.Type != wiredesk.Person {
			return party{name: name, entity: wiredesk.Optional(e.ID)}
		}
	}
	return party{name: name}
}

// same reports whether two names are those of one house: "Reuters" and
// "Reuters AlertNet".
func same(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}
