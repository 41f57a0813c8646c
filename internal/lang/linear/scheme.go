package linear

// A Chunk is a labelled stretch of a sequence: positions [First, Last).
type Chunk struct {
	Type        string
	First, Last int
}

// Outside is the label of a position that belongs to no chunk.
const Outside = "O"

// BILOU returns the labels that write chunks of the given types as one label
// per position: B-, I-, L- for the beginning, inside and last of a longer
// chunk, U- for a chunk of one position, and Outside, which is label 0.
func BILOU(types []string) []string { return scheme(types, "BILU") }

// BIO returns the labels that write chunks as B- for their first position, I-
// for the others, and Outside, which is label 0.
func BIO(types []string) []string { return scheme(types, "BI") }

func scheme(types []string, prefixes string) []string {
	labels := []string{Outside}
	for _, t := range types {
		for _, p := range prefixes {
			labels = append(labels, string(p)+"-"+t)
		}
	}
	return labels
}

// Follows reports whether label next may stand after label previous in the
// scheme of BILOU (closed) or BIO (not closed). previous is "" at the start of
// a sequence and next is "" at its end.
func Follows(previous, next string, closed bool) bool {
	p, c := prefix(previous), prefix(next)
	goesOn := c == 'I' || c == 'L'
	if !closed {
		return !goesOn || (p == 'B' || p == 'I') && previous[2:] == next[2:]
	}
	if open := p == 'B' || p == 'I'; open != goesOn {
		return false
	}
	return !goesOn || previous[2:] == next[2:]
}

// prefix returns the B, I, L or U of a label, or O for every other.
func prefix(label string) byte {
	if len(label) > 2 && label[1] == '-' {
		return label[0]
	}
	return 'O'
}

// Write returns the labels of the chunks over n positions, in the scheme of
// BILOU (closed) or BIO. Chunks that overlap an earlier one are left out.
func Write(chunks []Chunk, n int, closed bool) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = Outside
	}
	for _, c := range chunks {
		if c.First < 0 || c.Last > n || c.First >= c.Last || taken(labels[c.First:c.Last]) {
			continue
		}
		for i := c.First; i < c.Last; i++ {
			labels[i] = "I-" + c.Type
		}
		labels[c.First] = "B-" + c.Type
		if closed {
			labels[c.Last-1] = "L-" + c.Type
			if c.Last-c.First == 1 {
				labels[c.First] = "U-" + c.Type
			}
		}
	}
	return labels
}

func taken(labels []string) bool {
	for _, l := range labels {
		if l != Outside {
			return true
		}
	}
	return false
}

// Chunks reads the chunks off a decoded path, in either scheme.
func Chunks(classes []string, path []int) []Chunk {
	var out []Chunk
	open := false
	for i, label := range path {
		name := classes[label]
		switch prefix(name) {
		case 'B', 'U':
			out = append(out, Chunk{name[2:], i, i + 1})
			open = true
		case 'I', 'L':
			if open {
				out[len(out)-1].Last = i + 1
			}
		default:
			open = false
		}
	}
	return out
}
