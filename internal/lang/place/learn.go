package place

import (
	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// Spots returns what Resolve weighs, for those who train its weights: the
// span of each possible place name with its features.
func Spots(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention) ([]wiredesk.Span, [][]string) {
	var spans []wiredesk.Span
	var features [][]string
	for _, s := range find(load(), report, tokens, sentences, mentions) {
		spans = append(spans, s.span)
		features = append(features, s.features)
	}
	return spans, features
}

// A Choice is one name of a report with its candidates, for those who train
// the weights by which one of them is chosen. Evidence has one row for each
// candidate, in the order of the names that Evidence returns.
type Choice struct {
	Spans    []wiredesk.Span
	Lat, Lon []float64
	Evidence [][]float64
}

// Evidence returns the names of what speaks for a candidate.
func Evidence() []string { return evidence }

// Choices returns the names of the report that Resolve takes for places, with
// the evidence as it stands after weighing with the weights, in the order of
// Evidence; nil stands for those of Resolve.
func Choices(report *wiredesk.Report, tokens []wiredesk.Token, sentences []sentence.Sentence, mentions []wiredesk.Mention, weights []float64) []Choice {
	w := senseWeights()
	if weights != nil {
		w = weighing(weights)
	}
	g := load()
	spots := accept(find(g, report, tokens, sentences, mentions))
	senses := gather(g, spots)
	weigh(g, senses, hints(g, report, w), w)
	var out []Choice
	for _, s := range senses {
		var c Choice
		for _, k := range s.spots {
			c.Spans = append(c.Spans, spots[k].span)
		}
		for i, r := range s.records {
			lat, lon := g.position(r)
			c.Lat, c.Lon = append(c.Lat, lat), append(c.Lon, lon)
			c.Evidence = append(c.Evidence, s.weights[i][:])
		}
		out = append(out, c)
	}
	return out
}
