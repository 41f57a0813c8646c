package main

import (
	"wiredesk"
	"wiredesk/internal/claim/link"
	"wiredesk/internal/claim/role"
	"wiredesk/internal/eval/corpus"
)

// linkChoices returns the choices of an article over its gold runs.
func linkChoices(e example, runs []role.Run, a corpus.PolNeARArticle) []choice {
	owner := owners(e, runs, a)
	var out []choice
	for i, r := range runs {
		if r.Role == role.Cue {
			continue
		}
		c := choice{right: -1, none: true}
		for k, cue := range link.Candidates(e.view, runs, i) {
			c.features = append(c.features, link.Features(e.view, runs, i, cue))
			if owner[i] >= 0 && owner[cue] == owner[i] {
				c.right = k
			}
		}
		out = append(out, c)
	}
	return out
}

// owners returns the attribution of each run, -1 for none: the one with whose
// spans of that role the run shares most.
func owners(e example, runs []role.Run, a corpus.PolNeARArticle) []int {
	out := make([]int, len(runs))
	token := make([]int, len(e.doc.Tokens))
	kind := make([]role.Role, len(e.doc.Tokens))
	for n, at := range a.Attributions {
		for r, spans := range [][]wiredesk.Span{role.Source: at.Source, role.Cue: at.Cue, role.Content: at.Content} {
			for _, i := range tokensOf(e, spans) {
				token[i], kind[i] = n+1, role.Role(r)
			}
		}
	}
	for k, r := range runs {
		votes := map[int]int{}
		out[k] = -1
		for i := r.First; i < r.Last; i++ {
			if kind[i] == r.Role && token[i] > 0 {
				votes[token[i]]++
			}
		}
		for n, v := range votes {
			if out[k] < 0 || v > votes[out[k]+1] || v == votes[out[k]+1] && n-1 < out[k] {
				out[k] = n - 1
			}
		}
	}
	return out
}
