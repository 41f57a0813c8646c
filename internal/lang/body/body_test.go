package body

import (
	"strings"
	"testing"

	"wiredesk/internal/lexicon"
)

func TestNamed(t *testing.T) {
	for name, want := range map[string]string{
		"UN Security Council":   "United Nations Security Council",
		"the Security Council":  "United Nations Security Council",
		"League of Arab States": "Arab League",
		"The New York Times":    "New York Times",
	} {
		if b := Named(name); b == nil || b.Name != want {
			t.Errorf("Named(%q) = %v, want %s", name, b, want)
		}
	}
	if b := Named("security council"); b != nil {
		t.Errorf("small letters name %v", b)
	}
}

func TestAdd(t *testing.T) {
	defer user.Store(nil)
	if err := Add([]byte("# mine\nHarbour Board\torgan\tHB;Board of the Harbour\nReuters\tcompany\n")); err != nil {
		t.Fatal(err)
	}
	if b := Named("HB"); b == nil || b.Name != "Harbour Board" {
		t.Errorf("HB is %v", b)
	}
	if b := Named("Reuters"); b == nil || b.Kind == Agency {
		t.Errorf("the user's Reuters is %v", b)
	}
	if b := Named("AFP"); b == nil || b.Kind != Agency {
		t.Errorf("AFP is %v", b)
	}
	for _, bad := range []string{"Harbour Board\n", "\xff\tagency\n", strings.Repeat("x\torgan\n", 1<<20)} {
		if Add([]byte(bad)) == nil {
			t.Errorf("%.20q was added", bad)
		}
	}
}

// Each name stands for one body, and the list is in order.
func TestList(t *testing.T) {
	seen := map[string]string{}
	before := ""
	for _, e := range lexicon.Parse(bodiesFile) {
		if e[0] <= before {
			t.Errorf("%s stands after %s", e[0], before)
		}
		before = e[0]
		for _, n := range append(strings.Split(e.Field(2), ";"), e[0]) {
			if n != "" && seen[n] != "" {
				t.Errorf("%s is %s and %s", n, seen[n], e[0])
			}
			seen[n] = e[0]
		}
	}
}
