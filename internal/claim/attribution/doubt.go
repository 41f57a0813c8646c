package attribution

import "wiredesk/internal/claim/role"

// least is the score from which what the models take for a thought, plan or
// finding of somebody counts as a claim: of those below it on PolNeAR dev one
// in five is right.
const least = 0.3

// doubt leaves out what the models are not sure of and no verb of speech, no
// carrier and no outer claim speaks for.
func (f *finder) doubt() {
	for _, d := range f.drafts {
		if d.rule == modelRule && d.Probability < least && len(d.carriers) == 0 && d.inside == nil && !f.spoken(d) {
			d.dropped = true
		}
	}
}

// spoken reports whether a word of speech stands in the cue.
func (f *finder) spoken(d *draft) bool {
	for i := d.Cue.First; i < d.Cue.Last; i++ {
		if c, ok := role.FindCue(f.doc.Lower(i)); ok && (c.Class == role.Speech || c.Class == role.Phrase) {
			return true
		}
	}
	return false
}
