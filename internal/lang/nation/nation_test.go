package nation

import "testing"

func TestNamed(t *testing.T) {
	for name, want := range map[string]string{"U.S.": "US", "the United States": "US", "UK": "GB", "Syria": "SY", "Holland": "NL"} {
		if n := Named(name); n == nil || n.Code != want {
			t.Errorf("Named(%q) = %v, want %s", name, n, want)
		}
	}
	if n := OfPeople("Syrian"); n == nil || n.Code != "SY" {
		t.Errorf("Syrian is %v", n)
	}
	if n := SeatedAt("the Kremlin"); n == nil || n.Code != "RU" {
		t.Errorf("the Kremlin is %v", n)
	}
	if Named("us") != nil || OfPeople("Kurdish") != nil || !IsPeople("Kurdish") || IsPeople("kurdish") {
		t.Error("small letters or peoples without a country are taken for countries")
	}
}

// Codes are in order, names and seats stand for one country.
func TestList(t *testing.T) {
	before := ""
	names, seats := map[string]string{}, map[string]string{}
	for _, n := range All() {
		if n.Code <= before || len(n.Code) != 2 {
			t.Errorf("%s stands after %s", n.Code, before)
		}
		before = n.Code
		for _, w := range n.Names {
			if names[w] != "" {
				t.Errorf("%s is %s and %s", w, names[w], n.Code)
			}
			names[w] = n.Code
		}
		for _, w := range n.Seats {
			if seats[w] != "" {
				t.Errorf("%s is the seat of %s and %s", w, seats[w], n.Code)
			}
			seats[w] = n.Code
		}
	}
}
