package figure

import (
	"testing"

	"wiredesk"
)

// Who counts, how sure, which part, what a count does to the one before, and
// whether it is denied.
func TestFacts(t *testing.T) {
	for _, c := range []struct {
		text, by  string
		qualifier wiredesk.Qualifier
		coverage  string
		change    wiredesk.FigureChange
		polarity  wiredesk.Polarity
	}{
		{"The harbour office raised the toll to 26.", "The harbour office", "", "", wiredesk.ChangeTotal, wiredesk.Affirmed},
		{"The squall raised the toll to 26.", "", "", "", wiredesk.ChangeTotal, wiredesk.Affirmed},
		{"By the clinic's count 26 porters have died.", "the clinic", "", "", "", wiredesk.Affirmed},
		{"Some 26 deaths recorded by the ministry were of porters.", "the ministry", "", "", "", wiredesk.Affirmed},
		{"Officials confirmed 26 deaths.", "Officials", wiredesk.Confirmed, "", "", wiredesk.Affirmed},
		{"At least 26 porters are feared dead.", "", wiredesk.Feared, "", "", wiredesk.Affirmed},
		{"Some 26 porters may have drowned.", "", wiredesk.Suspected, "", "", wiredesk.Affirmed},
		{"Doctors counted 26 dead in two clinics alone.", "Doctors", "", "in two clinics alone", "", wiredesk.Affirmed},
		{"So far 26 porters have been killed.", "", "", "", wiredesk.ChangeTotal, wiredesk.Affirmed},
		{"Five more bodies were found.", "", "", "", wiredesk.ChangeIncrement, wiredesk.Affirmed},
		{"A fourth porter has died.", "", "", "", wiredesk.ChangeOrdinal, wiredesk.Affirmed},
		{"The army denied killing 26 porters.", "", "", "", "", wiredesk.Negated},
	} {
		own, _ := Find(analyzed("Morning news\n"+c.text, "2019-06-14"), nil)
		if len(own) != 1 {
			t.Errorf("%s: %d figures", c.text, len(own))
			continue
		}
		f, by := &own[0], ""
		if f.Claimant != nil {
			by = f.Claimant.Spans[0].Words("Morning news\n" + c.text)
		}
		if by != c.by || f.Qualifier != c.qualifier || string(f.Coverage) != c.coverage || f.Change != c.change || f.Polarity != c.polarity {
			t.Errorf("%s: by %q, %q, covers %q, %q, %q", c.text, by, f.Qualifier, f.Coverage, f.Change, f.Polarity)
		}
		if f.Rule == "" || f.Score <= 0 || f.Score > 1 {
			t.Errorf("%s: rule %q, score %v", c.text, f.Rule, f.Score)
		}
	}
}

// A figure of another year is background and says so.
func TestBackgroundFlag(t *testing.T) {
	own, background := Find(analyzed("Morning news\nTwo porters drowned on Tuesday.\nA flood there killed 40 people in 2011.", "2019-06-14"), nil)
	if len(own) != 1 || own[0].Background || len(background) != 1 || !background[0].Background {
		t.Errorf("%v; %v", own, background)
	}
}
