package date_test

import (
	"testing"
	"time"

	"wiredesk/internal/intake/date"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"2014-03-09T07:10:00Z":             "2014-03-09T07:10:00Z",
		"2014-03-09T07:10:00.250+01:00":    "2014-03-09T06:10:00Z",
		"20140309T071000Z":                 "2014-03-09T07:10:00Z",
		"Sun, 09 Mar 2014 07:10:00 GMT":    "2014-03-09T07:10:00Z",
		"Sun, 9 Mar 2014 07:10:00 EST":     "2014-03-09T12:10:00Z",
		"Sun, 9 Mar 14 07:10:00 -0500":     "2014-03-09T12:10:00Z",
		"  Sun,  9 Mar 2014 07:10 PDT ":    "2014-03-09T14:10:00Z",
		"2014-03-09":                       "2014-03-09",
		"March 9, 2014":                    "2014-03-09",
		"2014-03-09T00:00:00":              "2014-03-09",
		"2014-03-09 18:30:00":              "2014-03-09T18:30:00Z",
		"1394349000":                       "2014-03-09T07:10:00Z",
		"1394349000000":                    "2014-03-09T07:10:00Z",
		"2014-03-09T07:10:00+14:00":        "2014-03-08T17:10:00Z",
		"":                                 "",
		"yesterday":                        "",
		"2014-02-30":                       "",
		"0000-01-01":                       "",
		"9999-12-31":                       "",
		"Sun, 30 Feb 2014 07:10:00 GMT":    "",
		"12":                               "",
		"99999999999999999999999999999999": "",
	} {
		if got := date.Parse(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// What comes out is "", a date or a time in RFC 3339, and reads as itself.
func FuzzParse(f *testing.F) {
	f.Add("Sun, 09 Mar 2014 07:10:00 GMT")
	f.Add("1394349000")
	f.Fuzz(func(t *testing.T, s string) {
		out := date.Parse(s)
		_, day := time.Parse(time.DateOnly, out)
		_, moment := time.Parse(time.RFC3339, out)
		if out != "" && day != nil && moment != nil {
			t.Errorf("%q: %q is neither a date nor a time", s, out)
		}
		if again := date.Parse(out); again != out {
			t.Errorf("%q: %q reads as %q", s, out, again)
		}
	})
}
