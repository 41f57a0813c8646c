package number

// rangeAt reads a number or a range of two at token i: "15", "15-20", "15 to
// 20", "between 15 and 20", "seven or eight".
func (p *phrase) rangeAt(i int) (value, int, bool) {
	start, word := i, ""
	switch p.word(i) {
	case "between":
		start, word = i+1, "and"
	case "from", "anywhere":
		start, word = i+1, "to"
	}
	low, mid, ok := p.valueAt(start)
	if !ok || word != "" && p.word(mid) != word {
		return value{}, i, false
	}
	if word == "" {
		word = p.word(mid)
		if word != "to" && word != "or" && !isDash(word) || low.approximate {
			return low, mid, true
		}
	}
	high, end, ok := p.valueAt(mid + 1)
	if !ok || high.approximate {
		return low, mid, start == i
	}
	if v, end, ok := p.chain(low, high, word, end); ok {
		return v, end, true
	}
	if !plain(low) || !plain(high) || high.low <= low.low || !p.samePrint(start, mid+1, word) {
		return low, mid, start == i
	}
	low.high = high.high
	return low, end, true
}

// chain tells dates ("23-02-2015"), telephone numbers and scores ("3-1") from
// ranges: digits joined by dashes that do not go up, or more than two of them.
func (p *phrase) chain(low, high value, word string, end int) (value, int, bool) {
	if !isDash(word) {
		return value{}, 0, false
	}
	parts := 2
	for isDash(p.word(end)) {
		_, next, ok := p.valueAt(end + 1)
		if !ok {
			break
		}
		parts, end = parts+1, next
	}
	if parts > 2 {
		low.date = parts == 3 && high.low <= 12
		low.label = !low.date
		return low, end, true
	}
	if plain(low) && plain(high) && high.low <= low.low {
		low.label = true
		return low, end, true
	}
	return value{}, 0, false
}

// samePrint reports whether the two ends of a range may belong together: "2012
// to 15" and "two or 300" do not.
func (p *phrase) samePrint(first, second int, word string) bool {
	digits := func(i int) bool { w := p.word(i); return w[0] >= '0' && w[0] <= '9' }
	return word != "or" || digits(first) == digits(second)
}

// plain reports whether v is a simple cardinal number.
func plain(v value) bool {
	return !v.ordinal && !v.label && !v.clock && !v.date && !v.share && v.low == v.high
}
