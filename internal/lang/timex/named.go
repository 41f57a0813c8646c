package timex

// named reads decades, centuries, seasons, quarters, halves, fiscal years,
// holidays, parts of a day and what is counted from a beginning.
func (s *scanner) named(i int) (expression, bool) {
	for _, read := range []func(*scanner, int) (expression, bool){
		(*scanner).nthOfMonth, (*scanner).decade, (*scanner).century, (*scanner).season, (*scanner).quarter, (*scanner).halfYear, (*scanner).fiscal, (*scanner).yearEnd, (*scanner).holiday, (*scanner).dayPart, (*scanner).ordinal,
	} {
		if e, ok := read(s, i); ok {
			return e, true
		}
	}
	return expression{}, false
}

// shade passes "the", "early", "late" and "mid-" before what they shade.
func (s *scanner) shade(k int) int {
	k = s.past(k, "the")
	if s.is(k, "early", "late", "mid") {
		k = s.past(k+1, "-")
	}
	return k
}
