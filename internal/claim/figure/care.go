package figure

// reachOfCare is how many tokens behind "taken" the word hospital may stand.
const reachOfCare = 9

// inHospital reads "was taken to hospital" at token i: those taken are hurt.
func (r *reader) inHospital(i int) {
	if !takers()[r.Word(i)] || !r.careBehind(i+1) {
		return
	}
	v := r.verbAt(i)
	if v.passive && !unreal(v) {
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unitCare, i, i+1)
		}
	}
}

// careBehind reports whether a hospital or wounds are named behind token i.
func (r *reader) careBehind(i int) bool {
	for j := i; j < min(i+reachOfCare, r.Last); j++ {
		if care()[r.Word(j)] == "care" {
			return true
		}
		if w := r.Word(j); w == "." || w == ";" || w == "where" {
			return false
		}
	}
	return false
}

// sentToHospital reads "sent one man to the hospital", "paramedics took her to
// a hospital".
func (r *reader) sentToHospital(i int) {
	switch {
	case r.is(i, "brings"):
	default:
		return
	}
	g, ok := r.rightOf(i + 1)
	if !ok || !r.careBehind(g.last) {
		return
	}
	if r.is(g.last, "into") {
		r.emit(g, unitCare, i, i+1)
	}
}

// outOfDanger reports whether the words around token i say that the wounded
// will live: "non-life-threatening injuries", "in stable condition".
func (r *reader) outOfDanger(i int) bool {
	for j := max(r.First, i-reachOfCare); j < min(r.Last, i+reachOfCare+4); j++ {
		switch {
		case r.is(j, "not deadly"):
			return true
		case r.is(j, "good condition"):
			if r.Word(j+1) == "condition" {
				return true
			}
		case r.is(j, "recovery"):
			return !r.is(j, "will recover") || r.is(j-2, "expected")
		case r.Word(j) == "minor":
			return true
		}
	}
	return false
}

// inTreatment reads "are undergoing treatment" at the token "treatment".
func (r *reader) inTreatment(i int) {
	if r.Word(i) != "treatment" {
		return
	}
	j := i - 1
	for r.Doc.Tokens[max(j, r.First)].UPOS == "ADJ" && j > i-3 {
		j--
	}
	switch {
	case r.is(j, "treated with"):
	default:
		return
	}
	if v := r.verbAt(j); v.passive && !unreal(v) && !v.negated {
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unitCare, i, i+1)
		}
	}
}

// hospitalised reads "remained in hospital" at the token "hospital".
func (r *reader) hospitalised(i int) {
	if r.Word(i) != "hospital" {
		return
	}
	j := i - 1
	if r.Stop(j) == "det" {
		j--
	}
	if r.Word(j) != "in" || r.Stop(j-1) != "be" {
		return
	}
	if v := r.verbAt(j); v.passive && !unreal(v) && !v.negated {
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unitCare, i, i+1)
		}
	}
}

// expected reads "is expected to survive" at token i: those who will are hurt.
func (r *reader) expected(i int) {
	if !r.is(i, "expected") || r.Word(i+1) != "to" || !r.is(i+2, "will live") {
		return
	}
	if v := r.verbAt(i); v.passive && !v.negated {
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unitCare, i, i+3)
		}
	}
}

// inCondition reads "was in critical condition" at the token "condition".
func (r *reader) inCondition(i int) {
	if r.Word(i) != "condition" {
		return
	}
	for j := i - 1; j >= max(r.First, i-5); j-- {
		if r.Word(j) != "in" {
			continue
		}
		b := j - 1
		for w := r.Word(b); w == "listed" || w == "reported" || w == "hospitalized" || w == "still" || w == "now" || w == "said" || w == "to" || w == "hospital"; w = r.Word(b) {
			b--
		}
		if r.Stop(b) != "be" {
			return
		}
		v := r.verbAt(j)
		if g, ok := r.subject(min(v.first, b)); ok {
			r.emit(g, unitCare, i, i+1)
		}
		return
	}
}

// struck reads "was struck in the leg", "a bullet hit the man": those struck
// by shots are hurt.
func (r *reader) struck(i int) {
	switch {
	case r.is(i, "struck"):
	default:
		return
	}
	v := r.verbAt(i)
	if unreal(v) || v.negated || !r.shotsFired(i) {
		return
	}
	if v.passive {
		if g, ok := r.subject(v.first); ok {
			r.emit(g, unitShot, i, i+1)
		}
		return
	}
	if g, ok := r.rightOf(i + 1); ok {
		r.emit(g, unitShot, i, i+1)
	}
}

// shotsFired reports whether the sentence tells of shots around token at.
func (r *reader) shotsFired(at int) bool {
	for i := max(r.First, at-longestClause); i < min(r.Last, at+longestClause); i++ {
		if care()[r.Word(i)] == "gunfire" {
			return true
		}
	}
	return false
}
