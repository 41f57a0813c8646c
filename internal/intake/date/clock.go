package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"wiredesk/internal/lexicon"
)

//go:embed lexicon/zones.txt
var zonesFile []byte

// zones gives the minutes east of Greenwich by a zone's printed name, "" where
// the name alone does not say.
var zones = sync.OnceValue(func() map[string]string { return lexicon.Map(zonesFile) })

var (
	clockForm   = lazy(`(?i)\b(?:at\s+)?(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(a\.?m\.?|p\.?m\.?|noon|hrs?|hours)?\s*(?:\(?([A-Z]{1,5}|UTC|GMT)\b\)?)?(?:\s*([+-]\d{1,2}):?(\d{2})?)?`)
	hundredForm = lazy(`\b([01]\d|2[0-3])([0-5]\d)\s*(?:hrs\s*)?([A-Z]{2,4})\b`)
)

// A Clock is a time of day as printed.
type Clock struct {
	Known   bool
	H, M, S int
	Offset  string // minutes east of Greenwich; "" if not known
}

// CutClock takes the time of day out of words and returns what is left of them.
func CutClock(words string) (Clock, string) {
	for _, m := range clockForm().FindAllStringSubmatchIndex(words, 4) {
		if c, end, ok := clockAt(words, m); ok {
			return c, words[:m[0]] + " " + words[end:]
		}
	}
	// "1527 GMT" has no mark between hours and minutes.
	if m := hundredForm().FindStringSubmatchIndex(words); m != nil {
		if minutes, ok := zones()[words[m[6]:m[7]]]; ok {
			return Clock{true, number(words, m, 1), number(words, m, 2), 0, minutes}, words[:m[0]] + " " + words[m[1]:]
		}
	}
	return Clock{}, words
}

// clockAt reads the time that matches; end is the byte behind it.
func clockAt(words string, m []int) (c Clock, end int, ok bool) {
	c = Clock{Known: true, H: number(words, m, 1), M: number(words, m, 2), S: number(words, m, 3)}
	half, zone := "", ""
	if m[8] >= 0 {
		half = strings.ToLower(strings.ReplaceAll(words[m[8]:m[9]], ".", ""))
	}
	if m[10] >= 0 {
		zone = words[m[10]:m[11]]
	}
	minutes, isZone := zones()[zone]
	if m[4] < 0 && half == "" && !isZone {
		return c, 0, false
	}
	switch {
	case half == "pm" && c.H < 12:
		c.H += 12
	case half == "am" && c.H == 12:
		c.H = 0
	}
	if c.H > 24 || c.H == 24 && c.M+c.S > 0 || c.M > 59 || c.S > 60 {
		return c, 0, false
	}
	if isZone {
		c.Offset = minutes
	}
	if m[12] >= 0 {
		h, _ := strconv.Atoi(words[m[12]:m[13]])
		minute := number(words, m, 7)
		if words[m[12]] == '-' {
			minute = -minute
		}
		c.Offset = strconv.Itoa(60*h + minute)
	}
	end = m[1]
	if zone != "" && !isZone {
		end = m[10]
		c.Offset = ""
	}
	return c, end, true
}

// Join writes day and time: RFC 3339 with the zone as printed where it is
// known, else the date alone, since a time without a zone fixes no moment.
func Join(d Day, c Clock) string {
	if !d.Valid() {
		return ""
	}
	day := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	minutes, err := strconv.Atoi(c.Offset)
	if !c.Known || err != nil || minutes < -12*60 || minutes > 14*60 {
		return day.Format(time.DateOnly)
	}
	zone := time.FixedZone("", 60*minutes)
	return within(time.Date(d.Year, time.Month(d.Month), d.Day, c.H, c.M, c.S, 0, zone), time.RFC3339)
}
