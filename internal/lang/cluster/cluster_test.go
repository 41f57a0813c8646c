package cluster

import "testing"

func TestOf(t *testing.T) {
	for _, pair := range [][2]string{{"Monday", "Thursday"}, {"March", "November"}, {"mother", "sister"}, {"1987", "2034"}} {
		if a, b := Of(pair[0]), Of(pair[1]); a != b || a.Fine == 0 || a.Coarse == 0 {
			t.Errorf("%s is in %v and %s in %v", pair[0], a, pair[1], b)
		}
	}
	if Of("MONDAY") != Of("monday") {
		t.Error("MONDAY is not read as monday")
	}
	if c := Of("xqzzy"); c != (Class{}) {
		t.Errorf("an unknown word is in %v", c)
	}
	if n := testing.AllocsPerRun(10, func() { Of("Thursday") }); n != 0 {
		t.Errorf("Of allocates %v times", n)
	}
}

func TestReadDamaged(t *testing.T) {
	whole := Encode([]string{"one", "two"}, []uint16{3, 4}, []uint16{1, 2})
	if _, err := read(whole); err != nil {
		t.Error(err)
	}
	for n := range whole {
		if _, err := read(whole[:n]); err == nil {
			t.Errorf("%d of %d bytes read without an error", n, len(whole))
		}
	}
}
