package stance

import (
	"strconv"
	"strings"
	"time"
)

// after returns the day on which a length of time ends that begins on a day,
// both as ISO 8601 writes them ("P2W"); "" where they say no such day.
func after(day, length string) string {
	if len(day) < len(time.DateOnly) || !strings.HasPrefix(length, "P") || len(length) < 3 {
		return ""
	}
	t, err := time.Parse(time.DateOnly, day[:len(time.DateOnly)])
	hours := strings.HasPrefix(length, "PT")
	n, wrong := strconv.Atoi(strings.TrimLeft(length[:len(length)-1], "PT"))
	if err != nil || wrong != nil || n < 0 || n > 1000 {
		return ""
	}
	switch unit := length[len(length)-1]; {
	case hours && unit == 'H':
		t = t.Add(time.Duration(n) * time.Hour)
	case hours:
	case unit == 'D':
		t = t.AddDate(0, 0, n)
	case unit == 'W':
		t = t.AddDate(0, 0, 7*n)
	case unit == 'M':
		t = t.AddDate(0, n, 0)
	case unit == 'Y':
		t = t.AddDate(n, 0, 0)
	default:
		return ""
	}
	return t.Format(time.DateOnly)
}
