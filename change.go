package wiredesk

// A Change is one sentence of a difference between two versions of a report.
// Span is where it stands: in the new version, or in the old one for what was
// removed.
type Change struct {
	Kind ChangeKind `json:"kind"`
	Text string     `json:"text"`
	Span Span       `json:"span"`
}

// ChangeKind says what became of a sentence.
type ChangeKind string

// The kinds of changes.
const (
	Kept    ChangeKind = "kept"
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
)

// maxTable bounds the table of a difference. Longer reports are compared
// without regard to order, which is linear.
const maxTable = 4_000_000

// Changes tells two versions of a report apart by sentence, in the order of
// the new one, what was removed standing where it stood. Sentences are the same
// if they are but for case, spaces and a full stop.
func Changes(old, new *Reading) []Change {
	a, b := sentencesOf(old), sentencesOf(new)
	if len(a)*len(b) > maxTable {
		return unordered(a, b)
	}
	// longest[i][j] is the length of the longest common run of a[i:] and b[j:].
	longest := make([][]int32, len(a)+1)
	for i := range longest {
		longest[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].fold == b[j].fold {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out []Change
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i].fold == b[j].fold:
			out = append(out, b[j].as(Kept))
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && longest[i+1][j] >= longest[i][j+1]:
			out = append(out, a[i].as(Removed))
			i++
		default:
			out = append(out, b[j].as(Added))
			j++
		}
	}
	return out
}

// A sentenceAt is a sentence with what it is compared by.
type sentenceAt struct {
	fold, text string
	span       Span
}

// as makes a change of a sentence.
func (s sentenceAt) as(kind ChangeKind) Change { return Change{kind, s.text, s.span} }

// sentencesOf returns the sentences of a reading.
func sentencesOf(r *Reading) []sentenceAt {
	var out []sentenceAt
	for _, span := range r.Sentences {
		text := span.Words(r.Text)
		out = append(out, sentenceAt{Fold(text), text, span})
	}
	return out
}

// unordered compares without regard to order: what was removed stands first.
func unordered(a, b []sentenceAt) []Change {
	count := map[string]int{}
	for _, s := range b {
		count[s.fold]++
	}
	var out []Change
	for _, s := range a {
		if count[s.fold]--; count[s.fold] < 0 {
			out = append(out, s.as(Removed))
		}
	}
	clear(count)
	for _, s := range a {
		count[s.fold]++
	}
	for _, s := range b {
		kind := Kept
		if count[s.fold]--; count[s.fold] < 0 {
			kind = Added
		}
		out = append(out, s.as(kind))
	}
	return out
}
