package lang

import (
	"strings"
	"testing"
	"time"

	"wiredesk"
)

// Bad input takes time in proportion to its length: four times the text may
// take at most about four times the time.
func TestLinear(t *testing.T) {
	timed("word ", 100) // loads the models
	for name, unit := range map[string]string{
		"letters":   "a",
		"digits":    "1",
		"words":     "word ",
		"names":     "Osei Luna ",
		"stops":     ". ",
		"quotes":    "\" ' “ ",
		"dates":     "Feb. 4, ",
		"sentences": "The ferry left Port Luna on Friday. ",
		"capitals":  "THE FERRY LEFT ",
		"brackets":  "(((",
		"commas":    "one, two, ",
		"marks":     "🙂 é \x00",
		"lines":     "a\n",
	} {
		t.Run(name, func(t *testing.T) {
			short, long := timed(unit, 5_000), timed(unit, 20_000)
			if long > 8*short+200*time.Millisecond {
				t.Errorf("5,000 bytes take %v, 20,000 take %v", short, long)
			}
		})
	}
}

// timed returns how long a text of n bytes takes.
func timed(unit string, n int) time.Duration {
	text := strings.Repeat(unit, n/len(unit))
	r := &wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}}
	start := time.Now()
	Analyze(r)
	return time.Since(start)
}
