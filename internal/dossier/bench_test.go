package dossier

import (
	"fmt"
	"testing"
	"time"

	"wiredesk"
)

// big returns the readings of a story of n reports that say much alike.
func big(t testing.TB, n int) ([]wiredesk.Reading, []wiredesk.Assignment) {
	t.Helper()
	var text string
	for i := range n {
		at := time.Date(2031, 4, 2, 0, i*5, 0, 0, time.UTC).Format(time.RFC3339)
		text += fmt.Sprintf("== report Outlet%d %s\n", i%60, at)
		text += fmt.Sprintf("the fire brigade: %d people died in the tunnel at Olmen. // %d killed %d people\n", 6+i/40, 6+i/40, 6+i/40)
		text += fmt.Sprintf("the mayor of Olmen (denial): The mayor denied that gate %d of the tunnel had been locked.\n", i%9)
		text += fmt.Sprintf("the drivers' union (accusation): Gate %d of the tunnel had been locked since March.\n", i%9)
		for k := range 20 {
			text += fmt.Sprintf("witness %d: Smoke of kind %d came out of shaft %d while lorry %d stood at the northern bridge.\n", i*20+k, (i*7+k)%50, (i*3+k)%70, (i+k)%200)
		}
	}
	readings, assignments, _ := parseFixture(t, text)
	return readings, assignments
}

// The time grows with the reports, not with their square.
func BenchmarkCompile(b *testing.B) {
	for _, n := range []int{200, 800} {
		readings, assignments := big(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Compile(wiredesk.Story{ID: "s"}, readings, assignments, func([]string) wiredesk.Origins { return wiredesk.Origins{} })
			}
		})
	}
}
