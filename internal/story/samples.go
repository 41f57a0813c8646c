package story

// A Sample is the likeness of two reports and whether people say that both
// tell of the same news; training learns from them.
type Sample struct {
	Likeness []float32
	Same     bool
}

// Samples runs through reports in their order, with the stories that people
// gave them, and samples each report with those that the linker would compare
// it with: the traits, then those of signatures times how few stories there are.
func Samples(prints []Print, gold []string) []Sample {
	l := NewLinkerWith(Weights{})
	l.heavy = MaxTerms // more that is unlike, to learn from
	var out []Sample
	for i := range prints {
		s := open(&prints[i])
		l.weigh(&s)
		story := l.folderAt(gold[i])
		for _, c := range l.likely(&s) {
			b := l.sheetOf(c)
			like := compare(&s, &b)
			x := like[:]
			for t := FirstSign; t < len(like); t++ {
				x = append(x, fewness(t, s.few)*like[t])
			}
			out = append(out, Sample{x, story != none && l.cards.one(c).story == story})
		}
		if story == none {
			story = l.openStory(gold[i])
		}
		l.put(prints[i].Report, &s, story)
	}
	return out
}
