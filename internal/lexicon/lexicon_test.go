package lexicon

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const file = "# Words of a test.\n# Licence: none needed.\n\nSyrian\tSY\n\nKurd\t\tpeople\r\n# a comment inside\nSyrian\tXX\nlast"

func TestParse(t *testing.T) {
	want := []Entry{{"Syrian", "SY"}, {"Kurd", "", "people"}, {"Syrian", "XX"}, {"last"}}
	if diff := cmp.Diff(want, Parse([]byte(file))); diff != "" {
		t.Error(diff)
	}
}

func TestSetAndMap(t *testing.T) {
	if diff := cmp.Diff(map[string]bool{"Syrian": true, "Kurd": true, "last": true}, Set([]byte(file))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"Syrian": "SY", "Kurd": "", "last": ""}, Map([]byte(file))); diff != "" {
		t.Error(diff)
	}
}

func TestHeader(t *testing.T) {
	if diff := cmp.Diff([]string{"Words of a test.", "Licence: none needed."}, Header([]byte(file))); diff != "" {
		t.Error(diff)
	}
}

func TestField(t *testing.T) {
	e := Entry{"a", "b"}
	if e.Field(1) != "b" || e.Field(2) != "" || e.Field(-1) != "" {
		t.Error("Field outside the entry is not empty")
	}
}
