package text_test

import (
	"strings"
	"testing"
	"time"

	"wiredesk/internal/intake/text"
)

// 22: twice the input takes about twice the time, whatever it is made of. The
// bound is wide, since the test shares its machine; a square would give 16.
func Test22LinearTime(t *testing.T) {
	for name, unit := range map[string]string{
		"digits":          "1234567890",
		"dates":           "Feb. 4 ",
		"date lines":      "Feb. 4, 2012 10:15\n",
		"quotes":          "“he said ",
		"one word":        "storm",
		"sentences":       "The storm reached the coast. ",
		"lines":           "The storm reached the coast\n",
		"paragraphs":      "The storm reached the coast.\n\n",
		"bylines":         "By Jane Doe and John Roe\n",
		"credits":         "A boat. REUTERS/Jane Doe\n",
		"agencies":        "AP AFP Reuters dpa ",
		"read more":       "Read more: the storm\n",
		"dateline colons": "OSTHAVEN: The storm.\n",
		"corrections":     "Correction: the storm was near\n\n",
		"empty lines":     "\n",
		"tags":            "storm, coast, boats,\n",
		"kill":            "KILL KILL KILL\n",
		"brackets":        "(((",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(bytes int) time.Duration {
				doc := "Storm reaches the coast\n\n" + strings.Repeat(unit, bytes/len(unit))
				best := time.Hour
				for range 3 {
					start := time.Now()
					text.Read(doc, text.Known{})
					best = min(best, time.Since(start))
				}
				return best
			}
			small, large := took(1<<14), took(1<<16)
			if large > 10*small+300*time.Millisecond {
				t.Errorf("4 times the input took %v instead of %v", large, small)
			}
			t.Logf("%v, %v", small, large)
		})
	}
}
