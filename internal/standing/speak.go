package standing

import (
	"net/url"
	"slices"
	"strings"

	"wiredesk"
)

// Names are the folded names under which a kill or correction can mean a
// report: its id, address, guid and headline.
func Names(r *wiredesk.Report) []string {
	names := []string{wiredesk.Fold(r.ID), wiredesk.Fold(string(r.URL)), wiredesk.Fold(string(r.GUID))}
	if r.Headline != nil {
		names = append(names, wiredesk.Fold(r.Headline.Text))
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// Withdraws reports whether a kill or correction takes back another report: it
// names it, and may speak for it.
func Withdraws(r, other *wiredesk.Report) bool { return Means(r, other) && SpeaksFor(r, other) }

// Means reports whether a kill or correction names another report.
func Means(r, other *wiredesk.Report) bool {
	return (r.Status == wiredesk.Killed || r.Status == wiredesk.Correction) && slices.Contains(Names(other), wiredesk.Fold(string(r.Replaces)))
}

// SpeaksFor reports whether a report comes from where another one came from, so
// that it may take it back: from the same host, where the outlets are not two,
// from the same outlet, or from the agency itself that the other one credits. To credit an agency is a claim
// that anybody can make, and so is a name on a page; a page speaks under a name
// only where its address bears it. A file is believed to be from whom it names,
// since a person put it into the desk; where it names nobody, or the other
// report does, it is let through: a kill that is ignored does more harm than one
// too many, which shows.
func SpeaksFor(r, other *wiredesk.Report) bool {
	mine, theirs := host(r.URL), publishers(other)
	name := wiredesk.Fold(string(r.Outlet))
	if len(theirs) == 0 && other.URL == "" || mine != "" && mine == host(other.URL) && (name == "" || other.Outlet == "" || name == wiredesk.Fold(string(other.Outlet))) {
		return true
	}
	if name == "" {
		return mine == "" && (len(r.Agencies) == 0 || slices.ContainsFunc(publishers(r), func(n string) bool { return slices.Contains(theirs, n) }))
	}
	return slices.Contains(theirs, name) && (mine == "" || bears(mine, name))
}

// publishers are the folded names of the outlet and the agencies of a report.
func publishers(r *wiredesk.Report) []string {
	var out []string
	for _, name := range append([]string{string(r.Outlet)}, r.Agencies...) {
		if name != "" {
			out = append(out, wiredesk.Fold(name))
		}
	}
	return out
}

// shortDomain is the length of the label before a country's up to which it is
// part of the country's domain: "co.uk", "com.au".
const shortDomain = 3

// host returns the host of an address without "www.", "" where there is none.
func host(address wiredesk.Optional) string {
	u, err := url.Parse(string(address))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// label returns the label of a host that was registered, as far as its form
// tells: "example" of "news.example.co.uk".
func label(host string) string {
	labels := strings.Split(host, ".")
	n := len(labels)
	switch {
	case n < 2:
		return host
	case n > 2 && len(labels[n-1]) == 2 && len(labels[n-2]) <= shortDomain:
		return labels[n-3]
	}
	return labels[n-2]
}

// bears reports whether a host bears a name: "Orkney Wire" speaks at
// orkneywire.example, at ow.example and at ow-news.example, and an outlet that is
// named by its host speaks there.
func bears(host, name string) bool {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "www.")
	if strings.Contains(name, ".") {
		return host == name || strings.HasSuffix(host, "."+name)
	}
	var whole, initials strings.Builder
	for word := range strings.FieldsSeq(name) {
		initials.WriteString(word[:1])
		whole.WriteString(strings.ReplaceAll(word, "-", ""))
	}
	letters := strings.ReplaceAll(label(host), "-", "")
	for _, own := range []string{whole.String(), initials.String()} {
		if len(own) > 1 && (letters == own || letters == own+"news" || letters == own+"net") {
			return true
		}
	}
	return false
}
