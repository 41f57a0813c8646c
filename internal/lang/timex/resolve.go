package timex

import (
	"sort"
	"strings"
	"time"

	"wiredesk/internal/lang/sentence"
)

// An anchor is what relative expressions are counted from.
type anchor struct {
	published time.Time // the day of publication; zero if unknown
	news      time.Time // the day of the report's news, on which its quotations were said
}

// leadSentences are the first sentences of the body, in which a report gives
// the day of its news.
const leadSentences = 4

// maxNewsAge is how many days before publication the news of a report can
// be for its quotations to be counted from that day.
const maxNewsAge = 3

// resolve gives every expression its value: first those outside quotations,
// which also tell the day of the news, then those inside.
func (d *document) resolve() {
	var last narrated
	for k := range d.expressions {
		e := &d.expressions[k]
		if d.quoted[e.first] {
			continue
		}
		d.settle(e, d.anchor.published, last)
		last.pass(e, d.anchor.published)
	}
	d.anchor.news = d.newsDay()
	last = narrated{}
	for k := range d.expressions {
		e := &d.expressions[k]
		if d.quoted[e.first] {
			d.settle(e, d.said(k), last)
			continue
		}
		last.pass(e, d.anchor.published)
	}
	d.attachClocks()
}

// A narrated is what the text has dated last, from which "two days later" and
// "that month" are counted.
type narrated struct {
	any, month, day period // any, no longer than a month, a day
	past            period // a day not after publication
	at              int    // the token where the day stands
}

// pass takes note of an expression's value.
func (n *narrated) pass(e *expression, published time.Time) {
	if !e.value.known() || e.op == opWindow || e.op == opClock {
		return
	}
	n.any = e.value
	if !e.value.to.After(e.value.from.AddDate(0, 1, -1)) {
		n.month = e.value
	}
	if e.dated() {
		n.day, n.at = e.value, e.first
		if !e.value.from.After(published) {
			n.past = e.value
		}
	}
}

// of returns the last date for a unit: a day for days, no more than a month for
// weeks and months; where there is none of them, any.
func (n *narrated) of(u unit) period {
	switch {
	case (u == day || u == night) && n.day.known():
		return n.day
	case (u == week || u == month) && n.month.known():
		return n.month
	}
	return n.any
}

// newsDay returns the latest day, not after publication, that the lead gives
// outside quotations; publication where it gives none.
func (d *document) newsDay() time.Time {
	published := d.anchor.published
	var news time.Time
	for k := range d.expressions {
		e := &d.expressions[k]
		if d.quoted[e.first] || !e.dated() || e.op != opWeekday && e.op != opDay && e.op != opDate || d.body(e.first) >= leadSentences || d.body(e.first) < 0 {
			continue
		}
		day := e.value.from
		if !day.After(published) && !day.Before(published.AddDate(0, 0, -maxNewsAge)) && day.After(news) {
			news = day
		}
	}
	if news.IsZero() {
		return published
	}
	return news
}

// body returns which sentence of the body, counted from 0, holds the token;
// -1 outside the body.
func (d *document) body(token int) int {
	n := -1
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.Part == sentence.Body {
			n++
		}
		if s.First <= token && token < s.Last {
			if s.Part != sentence.Body {
				return -1
			}
			return n
		}
		if n >= leadSentences {
			break
		}
	}
	return leadSentences
}

const (
	// maxBeside is how many expressions away the day of a quotation may stand.
	maxBeside = 8
	// maxSaying is how many tokens away its verb of saying may stand.
	maxSaying = 60
)

// said returns the day on which the quotation that holds expression k was
// said: the day beside a verb of saying in the same sentence, else the day of
// the news.
func (d *document) said(k int) time.Time {
	s := d.sentenceOf(d.expressions[k].first)
	if s == nil {
		return d.anchor.news
	}
	for _, step := range []int{1, -1} {
		for o := k + step; o >= max(0, k-maxBeside) && o < min(len(d.expressions), k+maxBeside); o += step {
			e := &d.expressions[o]
			if e.first < s.First || e.first >= s.Last {
				break
			}
			if !d.quoted[e.first] && e.dated() && d.saying(s, e.first) && !e.value.from.After(d.anchor.published) {
				return e.value.from
			}
		}
	}
	return d.anchor.news
}

// saying reports whether token i, outside quotation marks, begins the day of
// a verb of saying in its sentence: "on Monday", "said Monday", "Monday".
func (d *document) saying(s *sentence.Sentence, i int) bool {
	if i > s.First {
		before := i - 1
		if w := strings.ToLower(d.word(before)); w != "on" && w != "," && w != "”" && w != `"` && w != "late" && w != "early" && !d.isVerb(before) && d.tokens[before].XPOS != "NNP" && d.tokens[before].XPOS != "NN" && d.tokens[before].XPOS != "PRP" {
			return false
		}
	}
	for k := max(s.First, i-maxSaying); k < min(s.Last, i+maxSaying); k++ {
		if !d.quoted[k] && verbs()[d.lemma(k)] == "say" {
			return true
		}
	}
	return false
}

// sentenceOf returns the sentence that holds the token, or nil.
func (d *document) sentenceOf(token int) *sentence.Sentence {
	i := sort.Search(len(d.sentences), func(i int) bool { return d.sentences[i].Last > token })
	if i < len(d.sentences) && d.sentences[i].First <= token {
		return &d.sentences[i]
	}
	return nil
}

// maxClockGap is how many sentences back the day of a time of day may stand.
const maxClockGap = 1

// attachClocks gives each time of day without a date the day of the nearest
// date in its sentence, else the day on which what is told last happened, if
// it was named shortly before, else the day of the news.
func (d *document) attachClocks() {
	told, toldIn := period{}, 0
	in := 0
	for k := range d.expressions {
		e := &d.expressions[k]
		for in < len(d.sentences)-1 && d.sentences[in].Last <= e.first {
			in++
		}
		if e.op != opClock {
			if e.dated() && e.op != opSame && !d.quoted[e.first] && !d.toldOn(e) && !d.bounding(e) {
				told, toldIn = e.value, in
			}
			continue
		}
		e.anchor = d.anchor.news
		if o := d.besideClock(k); o >= 0 {
			e.anchor = d.expressions[o].value.from
		} else if told.known() && in-toldIn <= maxClockGap && !told.from.After(d.anchor.news) {
			e.anchor = told.from
		}
		if !e.anchor.IsZero() {
			e.value = single(e.anchor)
		}
	}
}

// besideClock returns the expression of a day that stands beside a time of day
// in its sentence, or -1.
func (d *document) besideClock(k int) int {
	e := &d.expressions[k]
	s := d.sentenceOf(e.first)
	for _, o := range []int{k + 1, k - 1} {
		if o < 0 || o >= len(d.expressions) || s == nil {
			continue
		}
		n := &d.expressions[o]
		if n.op != opClock && n.dated() && s.First <= n.first && n.first < s.Last && !d.toldOn(n) {
			return o
		}
	}
	return -1
}

// bounding reports whether the day begins or ends a longer time: "since Monday".
func (d *document) bounding(e *expression) bool {
	if e.first == 0 {
		return false
	}
	switch strings.ToLower(d.word(e.first - 1)) {
	case "since", "until", "till", "by", "before", "after", "from":
		return true
	}
	return false
}

// maxToldGap is how many tokens may stand between a verb of saying and the day
// on which somebody said it: "told reporters in Oslo on Monday".
const maxToldGap = 6

// toldOn reports whether the day is that on which somebody said what the
// sentence tells: the nearest verb before it is one of saying.
func (d *document) toldOn(e *expression) bool {
	s := d.sentenceOf(e.first)
	if s == nil {
		return false
	}
	for i := e.first - 1; i >= max(s.First, e.first-maxToldGap); i-- {
		if d.isVerb(i) {
			return verbs()[d.lemma(i)] == "say"
		}
		if w := d.word(i); w == "," || w == "”" || w == `"` || w == "that" {
			return false
		}
	}
	return false
}
