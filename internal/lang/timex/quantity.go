package timex

// A quantity is a number of units: "three", "twenty-two", "several". Its n is
// 0 where it is vague.
type quantity struct {
	n    int
	last int
}

// quantity reads a number at token i: digits, words, "a", "a few", "a couple
// of", "half a".
func (s *scanner) quantity(i int) (quantity, bool) {
	if n, ok := s.digits(i, 1, 3); ok {
		return quantity{n, i + 1}, true
	}
	switch {
	case s.is(i, "a") && s.is(i+1, "few"):
		return quantity{0, i + 2}, true
	case s.is(i, "a") && s.is(i+1, "couple"):
		last := i + 2
		if s.is(last, "of") {
			last++
		}
		return quantity{2, last}, true
	case s.is(i, "couple"):
		last := i + 1
		if s.is(last, "of") {
			last++
		}
		return quantity{2, last}, true
	case s.is(i, "a") && s.is(i+1, "dozen"):
		return quantity{12, i + 2}, true
	case s.is(i, "half"):
		if s.is(i+1, "a", "an") {
			return quantity{0, i + 2}, true
		}
		return quantity{0, i + 1}, true
	}
	if _, ok := s.value(i, "vague number"); ok {
		return quantity{0, i + 1}, true
	}
	n, ok := s.numeral(i, "number")
	if !ok {
		return quantity{}, false
	}
	if n >= 20 && n%10 == 0 && n < 100 && s.is(i+1, "-") {
		if m, ok := s.numeral(i+2, "number"); ok && m < 10 {
			return quantity{n + m, i + 3}, true
		}
	}
	if s.is(i+1, "hundred") {
		return quantity{n * 100, i + 2}, true
	}
	return quantity{n, i + 1}, true
}
