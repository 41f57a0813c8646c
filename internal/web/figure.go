package web

import (
	"fmt"
	"strings"

	"wiredesk"
)

// bounds words the range of a figure; an open end is said, never closed.
func bounds(f wiredesk.Figure) string {
	around := ""
	if f.Approximate {
		around = "about "
	}
	switch {
	case f.Low == wiredesk.Open && f.High == wiredesk.Open:
		return "no number"
	case f.Low == wiredesk.Open:
		return fmt.Sprintf("%s%d at most", around, f.High)
	case f.High == wiredesk.Open:
		return fmt.Sprintf("%s%d or more", around, f.Low)
	case f.Low == f.High:
		return fmt.Sprintf("%s%d", around, f.Low)
	}
	return fmt.Sprintf("%s%d to %d", around, f.Low, f.High)
}

// originName words what a report is known to rest on.
func originName(o wiredesk.Origins) string {
	switch {
	case len(o.Known) == 0 && len(o.Perhaps) == 0:
		return "Origin unknown"
	case len(o.Known) == 0:
		return "Perhaps " + strings.Join(o.Perhaps, ", ")
	case len(o.Perhaps) > 0:
		return strings.Join(o.Known, ", ") + ", perhaps " + strings.Join(o.Perhaps, ", ")
	}
	return strings.Join(o.Known, ", ")
}
