package check

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"wiredesk"
)

//go:embed lexicon/whens.txt
var whensFile []byte

// whens holds the words of the times at which something is said.
var whens = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, fields := range entries(whensFile) {
		out[fields[0]] = true
	}
	return out
})

// resolve collects what the reading says of the cited words: whom they mean,
// when, and who speaks.
func (a *alignment) resolve(c wiredesk.Citation, r *wiredesk.Reading) {
	forms := map[string][]string{}
	for _, e := range r.Entities {
		forms[e.ID] = entityForms(&e)
	}
	for _, ref := range r.References {
		a.means(c, ref.Span, forms[ref.Entity], fmt.Sprintf("reference: “%s”, %s", ref.Span.Words(r.Text), ref.Rule))
	}
	for _, m := range r.Mentions {
		a.means(c, m.Span, forms[m.Entity], fmt.Sprintf("name: “%s”", m.Span.Words(r.Text)))
	}
	for _, p := range r.Places {
		a.means(c, p.Span, []string{p.Name}, fmt.Sprintf("place: “%s”", p.Span.Words(r.Text)))
	}
	for i := range r.Claims {
		a.speaker(c, &r.Claims[i], forms, r.Text)
	}
	for _, t := range r.Times {
		if from, to, ok := a.run(c, t.Span); ok && t.From+t.To != "" {
			run := timeRun{from, to, resolvedTime{t.Span.Words(r.Text), string(t.From), string(t.To)}}
			a.timeEnd[to] = append(a.timeEnd[to], run)
			a.timeAt[from] = append(a.timeAt[from], run)
			if from > 0 && a.cited[from-1].fold == "on" {
				a.timeAt[from-1] = append(a.timeAt[from-1], run)
			}
		}
	}
}

// entityForms are the names under which an entity may be printed, with its role
// before or behind them.
func entityForms(e *wiredesk.Entity) []string {
	out := append([]string{e.Name}, e.Aliases...)
	if e.Role != "" {
		out = append(out, string(e.Role)+" "+e.Name, e.Name+" "+string(e.Role), e.Name+" the "+string(e.Role))
	}
	return out
}

// means lets the forms stand for a span, or in brackets behind it.
func (a *alignment) means(c wiredesk.Citation, span wiredesk.Span, forms []string, rule string) {
	from, to, ok := a.run(c, span)
	if !ok {
		return
	}
	for _, form := range forms {
		words := folds(form)
		if len(words) == 0 {
			continue
		}
		resolution := rule + " = " + form
		for _, ws := range [][]string{words, append([]string{"the"}, words...)} {
			a.subs[from] = append(a.subs[from], substitution{from, to, ws, resolution, false})
			a.subs[to] = append(a.subs[to], substitution{to, to, ws, resolution, true})
		}
	}
}

// speaker lets the name of a claim's speaker stand for the words that are its
// source, and behind its content where another sentence names the speaker.
func (a *alignment) speaker(c wiredesk.Citation, claim *wiredesk.Claim, forms map[string][]string, text string) {
	if len(claim.Source.Spans) != 1 || len(claim.Chain) == 0 {
		return
	}
	source := claim.Source.Spans[0]
	names := append([]string{claim.Chain[0], source.Words(text)}, forms[string(claim.Source.Entity)]...)
	a.means(c, source, names[:1], fmt.Sprintf("reference: “%s”, the speaker of the claim %s", source.Words(text), claim.ID))
	verbs := map[string]bool{}
	for _, cue := range claim.Cue {
		if f, t, ok := a.run(c, source); ok {
			if g, u, ok := a.run(c, cue); ok {
				a.spoken = append(a.spoken, speech{[2]int{f, t}, [2]int{g, u}})
				if len(claim.Content) == 1 {
					if f, t, ok := a.run(c, claim.Content[0]); ok {
						a.spoken = append(a.spoken, speech{[2]int{f, t}, [2]int{g, u}})
					}
				}
			}
		}
		for _, w := range scan(cue.Words(text)) {
			if binds()[w.fold] == "speech" {
				verbs[w.fold] = true
			}
		}
	}
	if verbs["told"] || verbs["added"] || verbs["adding"] || verbs["saying"] {
		verbs["said"] = true
	}
	for _, content := range claim.Content {
		for _, name := range names {
			words := folds(name)
			if len(words) == 0 {
				continue
			}
			t := tail{content, words, verbs, fmt.Sprintf("speaker: claim %s = %s", claim.ID, name)}
			a.said = append(a.said, t)
			t.words = append([]string{"the"}, words...)
			a.said = append(a.said, t)
		}
	}
}

// run returns the cited words of a span.
func (a *alignment) run(c wiredesk.Citation, span wiredesk.Span) (from, to int, ok bool) {
	if !c.Span.Contains(span) {
		return 0, 0, false
	}
	from = -1
	for k, w := range a.cited {
		if span.Overlaps(w.span) {
			if from < 0 {
				from = k
			}
			to = k + 1
		}
	}
	return from, to, from >= 0
}

// folds returns the folded words of a name.
func folds(name string) []string {
	var out []string
	for _, w := range scan(strings.TrimSpace(name)) {
		out = append(out, w.fold)
	}
	return out
}
