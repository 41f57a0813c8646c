package eval

import "fmt"

// A Line is one figure of a measure: what it is, its value (a share is given
// in per cent), the bar it is held against (0 where there is none) and a note
// on how it was measured, which may be empty.
type Line struct {
	Name  string
	Value float64
	Bar   float64
	Note  string
}

// String writes the line as it stands in eval/scores.txt.
func (l Line) String() string {
	s := fmt.Sprintf("%-58s %10.2f", l.Name, l.Value)
	if l.Bar != 0 {
		s += fmt.Sprintf("   bar %g", l.Bar)
	}
	if l.Note != "" {
		s += "   " + l.Note
	}
	return s
}
