// Package check holds the checker of briefs. It shares no code with what
// writes them, nor with the stages that read reports: a sentence is printed
// only if this package finds every name, number, date, quotation and negation
// of it in each of the citations by itself, or resolved from it by a rule that
// is named, and if out of one of them it can be made word by word: what is left
// out stands between marks and binds nothing of the rest.
package check

import (
	"fmt"
	"slices"
	"strings"

	"wiredesk"
)

// Sentence checks one sentence against the words it cites. readings holds the
// cited reports by id. Each citation is tested by itself: it must hold every
// name, number, date, quotation and negation of the sentence; and out of one of
// them at least the sentence can be made by leaving out and resolving alone, so
// that who says what of whom, and with which verb, is as it is printed there.
// It returns the resolutions that it accepted, such as
// "date: “three days ago” = 2012-02-04", and the reason why the sentence must
// not be printed, "" if it may.
func Sentence(text string, citations []wiredesk.Citation, readings map[string]*wiredesk.Reading) (rules []string, reason string) {
	if len(citations) == 0 {
		return nil, "it cites nothing"
	}
	aligned := false
	for _, c := range citations {
		own, reason := Bears(text, c, readings)
		if reason != "" {
			return nil, reason
		}
		how, ok := align(text, c, readings[c.Report])
		if ok {
			own, aligned = how, true
		}
		for _, rule := range own {
			if !slices.Contains(rules, rule) {
				rules = append(rules, rule)
			}
		}
	}
	if !aligned {
		return nil, "it cannot be made out of the cited words by leaving out and resolving alone"
	}
	return rules, ""
}

// Bears checks one sentence against one citation: whether all particulars of
// the sentence stand in the cited words or are resolved from them.
func Bears(text string, c wiredesk.Citation, readings map[string]*wiredesk.Reading) (rules []string, reason string) {
	e, reason := gather([]wiredesk.Citation{c}, readings)
	if reason != "" {
		return nil, reason
	}
	rest, reason := quotations(text, e)
	if reason != "" {
		return nil, reason
	}
	words := scan(rest)
	if negates(scan(text)) != negates(e.order) && !e.makes(text, c, readings) {
		return nil, "what it denies or affirms is affirmed or denied in the cited words"
	}
	words, reason = e.dates(words)
	if reason == "" {
		words, reason = e.numbers(words)
	}
	if reason == "" {
		reason = e.names(words)
	}
	if reason != "" {
		return nil, reason
	}
	return e.rules, ""
}

// makes reports whether the sentence can be made out of the citation: then what
// it leaves out binds nothing.
func (e *evidence) makes(text string, c wiredesk.Citation, readings map[string]*wiredesk.Reading) bool {
	_, ok := align(text, c, readings[c.Report])
	return ok
}

// negates reports whether words hold a negation.
func negates(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return binds()[w.fold] == "not" })
}

// An evidence is what the citations of one sentence offer to check it against.
type evidence struct {
	quotes []string                      // the cited words, one string per citation
	words  map[string]bool               // folded words of the quotes
	order  []word                        // the words of all quotes, in order
	given  map[string]string             // folded word -> rule that offers it, for what is resolved
	times  []resolvedTime                // times that stand in the quotes
	issued map[string]wiredesk.Published // publication dates of the cited reports
	rules  []string

	numbered map[string]map[string]string // see citedNumbers
	dated    map[date]bool                // see citedDates
}

// A resolvedTime is a time expression in the cited words with the ISO dates
// that it resolves to.
type resolvedTime struct {
	words    string
	from, to string
}

// gather collects the evidence and refuses citations that do not hold.
func gather(citations []wiredesk.Citation, readings map[string]*wiredesk.Reading) (*evidence, string) {
	e := &evidence{words: map[string]bool{}, given: map[string]string{}, issued: map[string]wiredesk.Published{}}
	for _, c := range citations {
		r := readings[c.Report]
		switch {
		case r == nil:
			return nil, fmt.Sprintf("it cites the report %s, which is not in the story", c.Report)
		case r.Status == wiredesk.Killed:
			return nil, fmt.Sprintf("it rests on the report %s, which was killed", c.Report)
		case !c.Span.Valid(r.Text):
			return nil, fmt.Sprintf("it cites a span that is not in the report %s", c.Report)
		case c.Span.Words(r.Text) != c.Quote:
			return nil, fmt.Sprintf("its citation does not give the words of the report %s", c.Report)
		}
		e.cite(c, r)
	}
	return e, ""
}

// cite adds one citation and all that its words resolve to.
func (e *evidence) cite(c wiredesk.Citation, r *wiredesk.Reading) {
	e.quotes = append(e.quotes, c.Quote)
	for _, w := range scan(c.Quote) {
		e.words[w.fold] = true
		e.order = append(e.order, w)
		for _, part := range parts(w.fold) {
			e.words[part] = true
		}
	}
	for _, t := range r.Times {
		if c.Span.Contains(t.Span) && t.From+t.To != "" {
			e.times = append(e.times, resolvedTime{t.Span.Words(r.Text), string(t.From), string(t.To)})
		}
	}
	if r.Published.Value != "" {
		e.issued[day(string(r.Published.Value))] = r.Published
	}
	e.offer(string(r.Outlet), "name: the outlet of the report "+r.ID)
	for _, agency := range r.Agencies {
		e.offer(agency, "name: an agency that the report "+r.ID+" credits")
	}
	e.entities(c.Span, r)
	e.places(c.Span, r)
}

// places offers the names of the places in the cited words, and the units of
// the figures in them.
func (e *evidence) places(span wiredesk.Span, r *wiredesk.Reading) {
	for _, p := range r.Places {
		if span.Contains(p.Span) {
			e.offer(p.Name, fmt.Sprintf("place: “%s” = %s", p.Span.Words(r.Text), p.Name))
		}
	}
	for _, f := range r.Figures {
		if span.Contains(f.Span) {
			e.offer(string(f.Unit), fmt.Sprintf("unit: “%s” counts %s", f.Words, f.Unit))
		}
	}
}

// entities offers the names of whatever the cited words mention or refer to.
func (e *evidence) entities(span wiredesk.Span, r *wiredesk.Reading) {
	named := map[string]string{}
	for _, m := range r.Mentions {
		if span.Contains(m.Span) {
			named[m.Entity] = fmt.Sprintf("name: “%s”", m.Span.Words(r.Text))
		}
	}
	for _, ref := range r.References {
		if span.Contains(ref.Span) && named[ref.Entity] == "" {
			named[ref.Entity] = fmt.Sprintf("reference: “%s”, %s", ref.Span.Words(r.Text), ref.Rule)
		}
	}
	for _, claim := range r.Claims {
		if len(claim.Source.Spans) == 1 && len(claim.Chain) > 0 && span.Contains(claim.Source.Spans[0]) {
			words := claim.Source.Spans[0].Words(r.Text)
			e.offer(claim.Chain[0], fmt.Sprintf("reference: “%s”, the speaker of the claim %s = %s", words, claim.ID, claim.Chain[0]))
		}
	}
	for _, entity := range r.Entities {
		if rule := named[entity.ID]; rule != "" {
			e.offer(entity.Name, rule+" = "+entity.Name)
			e.offer(string(entity.Role), rule+" = "+string(entity.Role))
			for _, alias := range entity.Aliases {
				e.offer(alias, rule+" = "+alias)
			}
		}
	}
}

// offer lets the words of a resolved name be used, by the rule given.
func (e *evidence) offer(name, rule string) {
	for _, w := range scan(name) {
		for _, form := range append(parts(w.fold), w.fold) {
			if e.given[form] == "" {
				e.given[form] = rule
			}
		}
	}
}

// accept records a rule once.
func (e *evidence) accept(rule string) {
	if !slices.Contains(e.rules, rule) {
		e.rules = append(e.rules, rule)
	}
}

// names checks every word that is left: it stands in the cited words, is
// resolved from them, or is a word of the desk's own. A word with a capital is
// never the desk's own, except at the start of a sentence.
func (e *evidence) names(words []word) string {
	for _, w := range words {
		if w.fold == "" || e.words[w.fold] {
			continue
		}
		if rule := e.given[w.fold]; rule != "" {
			e.accept(rule)
			continue
		}
		if e.hyphened(w.fold) {
			continue
		}
		if own()[w.fold] && (!w.capital || w.first) {
			continue
		}
		if w.capital {
			return fmt.Sprintf("the name “%s” is not in the cited words", w.text)
		}
		return fmt.Sprintf("the word “%s” is not in the cited words", w.text)
	}
	return ""
}

// hyphened reports whether each part of a hyphened word is cited or resolved.
func (e *evidence) hyphened(fold string) bool {
	ps := parts(fold)
	for _, p := range ps {
		if !e.words[p] && e.given[p] == "" {
			return false
		}
	}
	return len(ps) > 1
}

// parts splits a hyphened word.
func parts(fold string) []string {
	if !strings.Contains(fold, "-") {
		return nil
	}
	return strings.FieldsFunc(fold, func(r rune) bool { return r == '-' })
}
