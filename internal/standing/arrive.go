package standing

import (
	"slices"
	"strings"

	"wiredesk"
)

// Around is what of the desk bears on a report that arrives.
type Around struct {
	Chain []Version   // the versions of its own chain, oldest first; the newest alone will do unless it is a kill
	Alike []Version   // of other chains: those that say the same and are not replaced
	Named [][]Version // the other chains in which a report bears the name that it wants withdrawn or corrected, each with all its versions, oldest first
	Asked []Version   // kills and corrections that still wait for a report of one of its names, in the order of arrival
}

// An Arrival is what a report that arrives means.
type Arrival struct {
	Known   string           // id of the report that says the same already; nothing else is set then, and it is not kept
	Number  int              // of the version
	About   string           // id of the report that it replaces, corrects or withdraws, "" for none that is there
	Marks   []Mark           // who is withdrawn or replaced from now on, itself among them
	Asks    bool             // it wants another report withdrawn or corrected
	Found   string           // the report that it means, "" for one that has not arrived
	Answers string           // id of the kill or correction that waited for it
	Refused *wiredesk.Report // the report that it means and may not speak for
}

// A Mark says that a report is withdrawn, or else replaced. A report keeps the
// first mark of each kind.
type Mark struct {
	Report string
	By     string
	Kill   bool // it withdraws; else it replaces
}

// Arrive decides what a report that arrives means for those that are there.
func Arrive(v Version, around Around) Arrival {
	if id := known(v, around); id != "" {
		return Arrival{Known: id}
	}
	a := Arrival{Number: 1}
	a.replace(v, around.Chain)
	a.answer(v, around)
	a.ask(v, around.Named)
	return a
}

// known returns the report that says the same already: the newest version of
// its chain, or the newest of another one on the same date. A feed that gives
// its items new ids at every fetch, or a file that lies in two places, brings
// nothing new. The content holds outlet and host, so two outlets with the same
// text stay two reports; and so do two records of one input that their giver
// tells apart by their ids.
func known(v Version, around Around) string {
	if n := len(around.Chain); n > 0 {
		// Feeds change the date of an item at whim, so only for a file does a new
		// date make a new version: there it was printed, or the user gave it.
		last := around.Chain[n-1]
		if last.Content == v.Content && !apart(v, last) &&
			(last.Report.Published.Value == v.Report.Published.Value || !strings.HasPrefix(v.Chain, "file:")) {
			return last.Report.ID
		}
	}
	for _, other := range around.Alike {
		if other.Report.Published.Value == v.Report.Published.Value && !apart(v, other) {
			return other.Report.ID
		}
	}
	return ""
}

// apart reports whether whoever gave two reports in one input tells them apart.
func apart(v, other Version) bool {
	return v.Input == other.Input && v.Report.GUID == "" && other.Report.GUID == "" && v.Report.ID != other.Report.ID
}

// replace marks what the new version of a chain replaces: the one before it,
// and if the new one is a kill, all are withdrawn. An address that has come to
// tell of something else replaces nothing.
func (a *Arrival) replace(v Version, chain []Version) {
	if len(chain) == 0 {
		return
	}
	last := chain[len(chain)-1]
	a.Number = last.Number + 1
	killed := v.Report.Status == wiredesk.Killed
	if !killed && !Resembles(last.Report.Text, v.Report.Text) {
		return
	}
	a.About = last.Report.ID
	a.mark(last, v.Report.ID, false)
	if killed {
		for _, old := range chain {
			a.mark(old, v.Report.ID, true)
		}
	}
}

// mark marks a version, unless it bears such a mark.
func (a *Arrival) mark(v Version, by string, kill bool) {
	if kill && v.Withdrawn == "" || !kill && v.Superseded == "" {
		a.Marks = append(a.Marks, Mark{v.Report.ID, by, kill})
	}
}

// answer applies a kill or correction that arrived before what it means.
func (a *Arrival) answer(v Version, around Around) {
	for _, asker := range around.Asked {
		if !Withdraws(asker.Report, v.Report) {
			continue
		}
		a.Answers = asker.Report.ID
		for _, old := range append(slices.Clip(around.Chain), v) {
			a.mark(old, asker.Report.ID, asker.Report.Status == wiredesk.Killed)
		}
		return
	}
}

// ask carries out what a report asks for others.
func (a *Arrival) ask(v Version, named [][]Version) {
	if !Asks(v.Report) {
		return
	}
	a.Asks = true
	for _, chain := range named {
		means := func(other Version) bool { return other.Superseded == "" && Means(v.Report, other.Report) }
		i := slices.IndexFunc(chain, means)
		switch {
		case i < 0:
			continue
		case !SpeaksFor(v.Report, chain[i].Report):
			if a.Refused == nil {
				a.Refused = chain[i].Report
			}
			continue
		}
		for _, old := range chain {
			a.mark(old, v.Report.ID, v.Report.Status == wiredesk.Killed)
		}
		a.Found = chain[i].Report.ID
		if a.About == "" {
			a.About = chain[len(chain)-1].Report.ID
		}
	}
	if a.Found != "" {
		a.Refused = nil
	}
}

// Asks reports whether a report wants another one withdrawn or corrected.
func Asks(r *wiredesk.Report) bool {
	return (r.Status == wiredesk.Killed || r.Status == wiredesk.Correction) && strings.TrimSpace(string(r.Replaces)) != ""
}

// Notice reports whether a report only withdraws another one: its own words
// tell no news, so nothing is linked by them.
func Notice(r *wiredesk.Report) bool { return r.Status == wiredesk.Killed && Asks(r) }
