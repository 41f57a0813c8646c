// Package eval measures the stages on public data sets. Each measure is a
// function that reads its set below the shared folder and returns figures.
package eval

// A Line is one figure of a measure: what it is, its value (a share is given
// in per cent) and a note on how it was measured, which may be empty.
type Line struct {
	Name  string
	Value float64
	Note  string
}
