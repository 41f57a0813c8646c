package story

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"wiredesk"
	"wiredesk/internal/lang/body"
	"wiredesk/internal/lexicon"
)

//go:embed lexicon/agencies.txt
var agenciesFile []byte

// agencies gives the name that an agency's service or other spelling counts
// under.
var agencies = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, e := range lexicon.Parse(agenciesFile) {
		out[strings.ToLower(e[0])] = e[0]
		for _, other := range e[1:] {
			out[strings.ToLower(other)] = e[0]
		}
	}
	return out
})

// agencyName returns the one name that an agency counts under, so that its
// services are no second origin: by the list of this room, then by the desk's
// standing bodies, to which users add their own.
func agencyName(name string) string {
	name = strings.TrimSpace(name)
	if known, ok := knownAgency(name); ok {
		return known
	}
	if b := body.Named(name); b != nil && b.Kind == body.Agency {
		if known, ok := knownAgency(b.Name); ok {
			return known
		}
		return b.Name
	}
	return name
}

// knownAgency finds an agency in the list of this room.
func knownAgency(name string) (string, bool) {
	known, ok := agencies()[strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "))]
	return known, ok
}

// A credit says whose text a report is, as it says itself.
type credit struct {
	wire     string   // the agency whose text it is; "" where none or no single one is credited
	compiled []string // the agencies that it was put together from
	how      string   // in words, for the evidence
}

// creditOf reads the credit of a report. A dateline's agency stands for the
// whole text; a single agency in a byline, tag, notice or at the end of the
// text does so too; of several none is certain. What an agency publishes itself
// is its own.
func creditOf(r *wiredesk.Report, houses houses) credit {
	closing := houses.closing(r)
	compiled := append(slices.Clone(r.CompiledFrom), closing.compiled...)
	var named []string
	for _, a := range append(append(slices.Clone(r.Agencies), compiled...), closing.own...) {
		if a = agencyName(a); !slices.Contains(named, a) {
			named = append(named, a)
		}
	}
	outlet := agencyName(string(r.Outlet))
	dateline := ""
	if r.Dateline != nil {
		dateline = agencyName(string(r.Dateline.Agency))
	}
	rest := slices.DeleteFunc(slices.Clone(named), func(a string) bool { return a == dateline || a == outlet })
	_, agency := knownAgency(outlet)
	switch {
	case agency || outlet != "" && (dateline == outlet || dateline == "" && len(named) == 1 && named[0] == outlet):
		return credit{wire: outlet, compiled: rest, how: "is published by " + outlet + " itself"}
	case len(compiled) > 0 && dateline == "" && !(len(named) == 1 && len(closing.own) > 0):
		return credit{compiled: named, how: "says that it is compiled from " + list(named)}
	case dateline != "":
		return credit{wire: dateline, compiled: rest, how: "names " + dateline + " in its dateline (claimed, not verified)"}
	case len(named) == 1:
		return credit{wire: named[0], how: "credits " + named[0] + " (claimed, not verified)"}
	case len(named) > 1:
		return credit{compiled: named, how: "credits " + list(named) + " together"}
	}
	return credit{}
}

// list writes names for people.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
