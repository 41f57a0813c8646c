package wiredesk

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// A Span is a half-open range [Start, End) of UTF-8 byte offsets into a
// report's text. In JSON it is written as the pair [start, end].
type Span struct {
	Start, End int
}

// Words returns the bytes of text that s covers. It is "" if s does not lie
// inside text, so a wrong span can never make a reader panic; see Valid.
func (s Span) Words(text string) string {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// Valid reports whether s lies inside text, is not empty and cuts no character
// in two.
func (s Span) Valid(text string) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(text) && utf8.ValidString(text[s.Start:s.End])
}

// Len is the number of bytes that s covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Before orders spans by start, then by end.
func (s Span) Before(t Span) bool {
	return s.Start < t.Start || s.Start == t.Start && s.End < t.End
}

// MarshalJSON writes s as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("span: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}
