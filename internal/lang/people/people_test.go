package people

import "testing"

func TestTitleOf(t *testing.T) {
	for word, want := range map[string]Title{
		"Mrs":         {Courtesy, Woman},
		"MRS":         {Courtesy, Woman},
		"Gen.":        {Rank, Unknown},
		"President":   {Role, Unknown},
		"spokeswoman": {Role, Woman},
	} {
		if got, ok := TitleOf(word); !ok || got != want {
			t.Errorf("TitleOf(%q) = %v, %v", word, got, ok)
		}
	}
	for _, word := range []string{"mrs", "Homs", "presidents", "", "dr"} {
		if got, ok := TitleOf(word); ok {
			t.Errorf("TitleOf(%q) = %v", word, got)
		}
	}
}

func TestGenderOf(t *testing.T) {
	for name, want := range map[string]Gender{"Sergei": Man, "Fatima": Woman, "Walid": Man, "Angela": Woman, "Abdelkarim": Man, "Agnė": Woman, "Svetlana": Woman, "Xyzzy": Unknown, "sergei": Unknown} {
		if got := GenderOf(name); got != want {
			t.Errorf("GenderOf(%q) = %c, want %c", name, got, want)
		}
	}
}

func TestFamily(t *testing.T) {
	for name, want := range map[string]bool{"Kovalenko": true, "Okafor": true, "Abushev": true, "Minister": false, "okafor": false} {
		if got := Family()[name]; got != want {
			t.Errorf("Family()[%q] = %v", name, got)
		}
	}
}
