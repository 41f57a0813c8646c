package desk

import (
	"fmt"

	"wiredesk"
	"wiredesk/internal/standing"
	"wiredesk/internal/store"
)

// maxTargets bounds how many reports one kill or correction can name.
const maxTargets = 100

// version is a report as standing looks at it.
func version(r *store.Report) standing.Version {
	return standing.Version{Chain: r.Chain, Content: r.Content, Input: r.Input, Number: r.Report.Version,
		Withdrawn: r.Withdrawn, Superseded: r.Superseded, Report: &r.Report}
}

// versions are some reports as standing looks at them.
func versions(rs []store.Report) []standing.Version {
	out := make([]standing.Version, len(rs))
	for i := range rs {
		out[i] = version(&rs[i])
	}
	return out
}

// arrive keeps a report that arrives, unless another one says the same already,
// whose id is returned then, and marks what it replaces, kills or corrects.
func (d *Desk) arrive(tx store.Tx, line store.Line, r store.Report) (known string, err error) {
	names := standing.Names(&r.Report)
	around, err := d.around(tx, line.Intake, &r, names)
	if err != nil {
		return "", err
	}
	given := r.Report.ID
	a := standing.Arrive(version(&r), around)
	if a.Known != "" {
		return a.Known, nil
	}
	if r.Report.ID, err = freeID(tx, line.Intake, given); err != nil {
		return "", err
	}
	if r.Report.ID != given { // the marks name it
		a = standing.Arrive(version(&r), around)
		names = append(names, wiredesk.Fold(r.Report.ID))
	}
	r.Report.Version, r.About = a.Number, a.About
	if err := tx.AddReport(line.Intake, r, names); err != nil {
		return "", err
	}
	return "", d.keepArrival(tx, line, &r, a)
}

// around gathers what of the desk bears on a report that arrives.
func (d *Desk) around(tx store.Tx, intake store.Stage, r *store.Report, names []string) (standing.Around, error) {
	var a standing.Around
	asked, err := tx.Asked(intake, names)
	if err != nil {
		return a, err
	}
	most := 1
	if r.Report.Status == wiredesk.Killed || len(asked) > 0 {
		most = 0 // all of them may be withdrawn
	}
	chain, err := tx.Chain(intake, r.Chain, most)
	if err != nil {
		return a, err
	}
	alike, err := tx.Alike(intake, r.Content)
	if err != nil {
		return a, err
	}
	a.Chain, a.Asked = versions(chain), versions(asked)
	for _, other := range alike {
		if other.Chain != r.Chain {
			a.Alike = append(a.Alike, version(&other))
		}
	}
	a.Named, err = named(tx, intake, r)
	return a, err
}

// named gathers the chains in which a report bears the name that another one
// wants withdrawn or corrected.
func named(tx store.Tx, intake store.Stage, r *store.Report) ([][]standing.Version, error) {
	if !standing.Asks(&r.Report) {
		return nil, nil
	}
	found, err := tx.Named(intake, wiredesk.Fold(string(r.Report.Replaces)), maxTargets)
	if err != nil {
		return nil, err
	}
	var out [][]standing.Version
	seen := map[string]bool{r.Chain: true}
	for _, target := range found {
		if seen[target.Chain] {
			continue
		}
		seen[target.Chain] = true
		chain, err := tx.Chain(intake, target.Chain, 0)
		if err != nil {
			return nil, err
		}
		out = append(out, versions(chain))
	}
	return out, nil
}

// freeID returns the id itself, or with a number behind it if another report
// has it.
func freeID(tx store.Tx, intake store.Stage, id string) (string, error) {
	for n := 1; ; n++ {
		try := id
		if n > 1 {
			try = fmt.Sprintf("%s-%d", id, n)
		}
		taken, err := tx.HasID(intake, try)
		if err != nil || !taken {
			return try, err
		}
	}
}

// keepArrival keeps what a report that arrived means for others. Stories with
// reports that it marks are compiled again in the same run.
func (d *Desk) keepArrival(tx store.Tx, line store.Line, r *store.Report, a standing.Arrival) error {
	for _, m := range a.Marks {
		if err := tx.MarkReport(line.Intake, m.Report, m.By, m.Kill); err != nil {
			return err
		}
		if err := tx.Touch(line.Story, m.Report); err != nil {
			return err
		}
	}
	if a.Answers != "" {
		if err := tx.Ask(line.Intake, a.Answers, "", r.Report.ID); err != nil {
			return err
		}
	}
	if a.Refused != nil {
		if err := tx.SaveFailure(unheard(line.Intake, r, a.Refused)); err != nil {
			return err
		}
	}
	if !a.Asks {
		return nil
	}
	return tx.Ask(line.Intake, r.Report.ID, wiredesk.Fold(string(r.Report.Replaces)), a.Found)
}

// unheard words, for people, that a kill or correction was not carried out.
func unheard(intake store.Stage, r *store.Report, target *wiredesk.Report) store.Failure {
	from := "an outlet that is not known"
	if target.Outlet != "" {
		from = string(target.Outlet)
	}
	return store.Failure{
		Failure: wiredesk.Failure{Stage: intake.Name, Input: "report " + r.Report.ID, Report: wiredesk.Optional(r.Report.ID),
			Reason: fmt.Sprintf("it asks to withdraw the report %s of %s, but comes neither from there nor from the agency itself; that report stands", target.ID, from),
			Advice: wiredesk.Optional("read both; `wiredesk story reject STORY " + target.ID + "` takes the report out of its story"),
			Tries:  1, First: r.Received, Last: r.Received},
		Subject: "withdrawal:" + r.Report.ID, Seq: r.Input,
	}
}
