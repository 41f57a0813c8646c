package desk_test

import (
	"testing"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
)

// Two stories of one siege, five weeks apart.
const (
	shells = `Shells fall on the market of Sanaa

SANAA, Yemen, February 3, 2031 - Nine people were killed on Monday when four shells struck the vegetable market of Sanaa, the surgeon Layla Numan said. Two of the dead were schoolgirls aged 9 and 11, and 26 people were in her hospital with burns and broken bones. Windows burst as far as the old citadel.

The Tihama Brigades denied that their mortars had shelled the market. Governor Hamid Qasim said that the Tihama Brigades had attacked the city from the hills and called for three days of mourning.
`
	lorries = `Lorries with flour turned back at Hawban bridge

ADEN, March 10, 2031 - Forty lorries with flour and diesel turned back at the Hawban bridge on Sunday after gunmen fired at the drivers, the haulier Fuad Bin Salim said. Bakeries have raised the price of bread to 900 rials, and the World Food Programme suspended its deliveries from the port of Aden until guarantees are given.

A spokesman of the Tihama Brigades, Nasser Awlaqi, said that customs officers had found rifles under the sacks. Governor Hamid Qasim rejected that by telephone from Sanaa and asked Oman to mediate. The Tihama Brigades attacked another convoy on Friday.
`
)

// Crises are worked out anew when something is added or an editor moves
// something.
func TestCrises(t *testing.T) {
	b := newBench(t, desk.Options{Stages: desk.Stages{Parse: intake.Parse}})
	crises := func() []wiredesk.Crisis {
		t.Helper()
		list, err := b.desk.Crises(t.Context())
		b.ok(err)
		return list
	}
	b.is("an empty desk", len(crises()), 0)
	b.add("one.txt\n" + shells)
	b.is("one story", len(crises()), 0)
	b.add("two.txt\n" + lorries)
	found := crises()
	if len(found) != 1 || len(found[0].Stories) != 2 {
		t.Fatalf("%v, want one crisis of two stories", found)
	}
	b.is("asked again", crises(), found)
	stories := found[0].Stories
	_, err := b.desk.Act(t.Context(), wiredesk.Act{Kind: wiredesk.ActMerge, Story: stories[0], Other: wiredesk.Optional(stories[1]), Who: "Ada"})
	b.ok(err)
	b.is("merged into one story", len(crises()), 0)
}
