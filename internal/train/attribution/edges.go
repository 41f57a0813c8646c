package main

import (
	"wiredesk/internal/claim/edge"
	"wiredesk/internal/claim/role"
)

// edgeChoices returns for each content that the roles gave an article, and
// that shares tokens with a gold content, where its sides belong.
func edgeChoices(e example, runs []role.Run) []choice {
	gold := role.Runs(e.labels, make([]float32, len(e.labels)))
	var out []choice
	for i, r := range runs {
		g, ok := overlapping(gold, r)
		if !ok {
			continue
		}
		for _, side := range []edge.Side{edge.Right, edge.Left} {
			want := g.Last
			if side == edge.Left {
				want = g.First
			}
			c := choice{right: -1}
			for k, at := range edge.Candidates(e.view, runs, i, side) {
				c.features = append(c.features, edge.Features(e.view, runs, i, side, at))
				if at == want {
					c.right = k
				}
			}
			if c.right >= 0 && len(c.features) > 1 {
				out = append(out, c)
			}
		}
	}
	return out
}

// overlapping returns the gold content that shares most tokens with a run.
func overlapping(gold []role.Run, r role.Run) (role.Run, bool) {
	best, most := role.Run{}, 0
	for _, g := range gold {
		if n := min(g.Last, r.Last) - max(g.First, r.First); g.Role == role.Content && r.Role == role.Content && n > most {
			best, most = g, n
		}
	}
	return best, most > 0
}
