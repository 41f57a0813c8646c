package story_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/story"
)

// Whose text a report is, by its outlet and by what stands at the end of it.
func TestCreditsInTexts(t *testing.T) {
	house := reading("h", "Levee gives way\nBRENTA (Marsh News Service) - A levee gave way on Monday, the water board said.\n")
	house.Outlet = "Marsh News Service"
	house.Dateline = &wiredesk.Dateline{Place: "BRENTA", Agency: "Marsh News Service"}
	for _, c := range []struct {
		outlet, text   string
		known, perhaps wiredesk.List[string]
	}{
		{"Dike Post", "Farmers moved their cattle uphill.\n(With AFP and Reuters)", nil, wiredesk.List[string]{"AFP", "Reuters"}},
		{"Dike Post", "Farmers moved their cattle uphill.\nCopyright Associated Press / DPX", wiredesk.List[string]{"AP"}, nil},
		{"Dike Post", "Farmers moved their cattle uphill. (AFP)", wiredesk.List[string]{"AFP"}, nil},
		{"Dike Post", "Farmers moved their cattle uphill. (MNS)", wiredesk.List[string]{"Marsh News Service"}, nil},
		{"Dike Post", "Farmers moved their cattle uphill (with their sons).", wiredesk.List[string]{"Dike Post"}, nil},
		{"Reuters AlertNet", "Farmers moved their cattle uphill.", wiredesk.List[string]{"Reuters"}, nil},
	} {
		r := reading("r", "Farmers leave\n"+c.text+"\n")
		r.Outlet = wiredesk.Optional(c.outlet)
		links := []wiredesk.Assignment{{Report: "r"}, {Report: "h"}}
		story.Trace([]wiredesk.Reading{r, house}, links)
		if diff := cmp.Diff([2]wiredesk.List[string]{c.known, c.perhaps}, [2]wiredesk.List[string]{links[0].Origins.Known, links[0].Origins.Perhaps}); diff != "" {
			t.Errorf("%s, %q: %s", c.outlet, c.text, diff)
		}
	}
}

// A post that two outlets print is one origin; an official's words in two are
// one speaker.
func TestOriginsBySpeaker(t *testing.T) {
	var posted, said []wiredesk.Origins
	for _, outlet := range []string{"Dike Post", "Marsh Mail"} {
		r := reading(outlet, "x\nThe board tweeted that the levee held. Mayor Orla Venn said it broke.\n")
		a := wiredesk.Assignment{Origins: wiredesk.Origins{Known: []string{outlet}}}
		c := wiredesk.Claim{Kind: wiredesk.Indirect, Chain: []string{"water board", outlet}, Cue: []wiredesk.Span{{Start: 12, End: 19}}}
		posted = append(posted, story.OriginsOf(c, &r, a))
		c.Chain, c.Cue = []string{"Orla Venn", outlet}, []wiredesk.Span{{Start: 57, End: 61}}
		said = append(said, story.OriginsOf(c, &r, a))
	}
	if o := story.MergeOrigins(posted...); len(o.Known) != 1 {
		t.Errorf("a post has the origins %q, want one", o.Known)
	}
	if o := story.MergeOrigins(said...); len(o.Known) != 2 || len(o.Speakers) != 1 {
		t.Errorf("an official's words have the origins %q and the speakers %q, want two and one", o.Known, o.Speakers)
	}
}

func TestChangedFigureIsNoPlainPickup(t *testing.T) {
	text := "A minibus rolled into the Orr river near Casket bridge on Monday, killing %s people, police inspector Lena Ruud said. The driver swam ashore and was questioned. Divers will search again at dawn because a child has not been found, she said.\n"
	l := story.NewLinker()
	var links []wiredesk.Assignment
	for _, n := range []string{"nine", "nineteen"} {
		r := reading(n, "Minibus in river\n"+strings.Replace(text, "%s", n, 1))
		r.Published.Value = "2031-05-06"
		links = append(links, l.Add(story.Fingerprint(&r)))
	}
	if links[1].PickupOf != "nine" {
		t.Errorf("carries %q, want the first", links[1].PickupOf)
	}
	if diff := cmp.Diff(wiredesk.List[string]{"killed: 19 for 9"}, links[1].Changed); diff != "" {
		t.Error(diff)
	}
}
