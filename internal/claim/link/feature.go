package link

import (
	"wiredesk/internal/claim/role"
	"wiredesk/internal/lang"
	"wiredesk/internal/lang/linear"
)

// Features returns what speaks for run i belonging to the cue run c.
func Features(v *role.View, runs []role.Run, i, c int) []uint64 {
	doc, r, cue := v.Doc(), runs[i], runs[c]
	lo, hi, direction := i, c, uint64(1)
	if c < i {
		lo, hi, direction = c, i, 2
	}
	kind := uint64(r.Role)<<2 | direction
	if r.Role == role.Content && v.Quotation(r.First) >= 0 {
		kind |= 1 << 6
	}
	between, cues := linear.Hash("between"), uint64(0)
	for k := lo + 1; k < hi; k++ {
		between = linear.Mix(between, uint64(runs[k].Role))
		if runs[k].Role == role.Cue {
			cues++
		}
	}
	same := uint64(paragraphs(v, r.First, cue.First))
	if v.Sentence(r.First) == v.Sentence(cue.First) {
		same = 3
	}
	gap := distance(runs[lo].Last, runs[hi].First)
	around := neighbourhood(v, runs, i, c)
	head := lemma(doc, v.Head(cue.First, cue.Last))
	anchor, relation := v.Anchor(v.Head(r.First, r.Last))
	hangs := uint64(0)
	if anchor >= cue.First && anchor < cue.Last {
		hangs = 1 + uint64(relation)
	}
	first, before := word(doc, r.First), word(doc, runs[lo].Last)
	out := make([]uint64, 0, 24)
	add := func(values ...uint64) {
		f := uint64(len(out) + 1)
		for _, x := range values {
			f = linear.Mix(f, x)
		}
		out = append(out, f)
	}
	add(kind)
	add(kind, between, same)
	add(kind, cues, same)
	add(kind, gap, same)
	add(kind, around)
	add(kind, around, same)
	add(kind, head, between)
	add(kind, head, same, cues)
	add(kind, first, cues)
	add(kind, before, between)
	add(kind, before, word(doc, runs[hi].First-1), between)
	add(kind, word(doc, cue.First), word(doc, cue.Last-1), cues)
	add(kind, word(doc, cue.Last), same, cues)
	add(kind, hangs, same)
	add(kind, min(hangs, 1), cues, same)
	return out
}

// neighbourhood is the order of roles around both runs in their paragraph,
// with the two marked.
func neighbourhood(v *role.View, runs []role.Run, i, c int) uint64 {
	out := linear.Hash("around")
	for k := min(i, c) - 2; k <= max(i, c)+2; k++ {
		if k < 0 || k >= len(runs) || v.Paragraph(runs[k].First) != v.Paragraph(runs[c].First) && k != i {
			continue
		}
		code := uint64(runs[k].Role)
		if k == i || k == c {
			code |= 8
		}
		if k > 0 && v.Sentence(runs[k].First) != v.Sentence(runs[k-1].First) {
			code |= 16
		}
		out = linear.Mix(out, code)
	}
	return out
}

// distance is the bucketed number of tokens between two runs.
func distance(from, to int) uint64 {
	switch d := to - from; {
	case d <= 3:
		return uint64(max(d, 0))
	case d <= 6:
		return 4
	case d <= 12:
		return 5
	case d <= 25:
		return 6
	}
	return 7
}

func word(doc *lang.Doc, i int) uint64 { return linear.Hash(doc.Lower(i)) }

func lemma(doc *lang.Doc, i int) uint64 {
	if c, ok := role.FindCue(doc.Lower(i)); ok {
		return linear.Hash(c.Lemma)
	}
	return linear.Hash(doc.Lemma(i))
}
