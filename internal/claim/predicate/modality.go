package predicate

import "wiredesk"

// modality says whether the clause of token i is told as having happened. What
// is wanted, ordered, expected, possible or supposed is planned; whether it is
// denied is the clause's polarity.
func (r *reader) modality(i, depth int) wiredesk.Modality {
	infinitive, perfect, aux := false, false, false
	for d := range r.dependents(i) {
		switch r.relation(d) {
		case "aux":
			aux = true
			switch {
			case future.has(r.lower[d]), possible.has(r.lower[d]):
				return r.harmful(i)
			case r.lemma[d] == "have":
				perfect = true
			}
		case "mark", "case", "advmod":
			switch {
			case supposed.has(r.lower[d]):
				return wiredesk.Planned
			case r.lower[d] == "to":
				infinitive = true
			}
		}
	}
	h := int(r.up[i])
	if depth > deepest || h < 0 {
		return wiredesk.Happened
	}
	switch rel := r.hangs(i); rel {
	case "conj":
		if !aux && r.dependent(i, "nsubj") < 0 && r.dependent(i, "nsubj:pass") < 0 {
			return r.modality(h, depth+1)
		}
	case "xcomp", "acl", "advcl", "ccomp", "obj", "nsubj:pass", "obl":
		bare := r.doc.Tokens[i].XPOS == "VB" && !aux // "demanded that he leave"
		deed := r.part(i) == noun
		switch {
		case perfect, !infinitive && !bare && !deed:
			return wiredesk.Happened
		case threatening.has(r.lemma[h]):
			return wiredesk.Threatened
		case wanting.has(r.lemma[h]), !deed && rel != "xcomp" && rel != "ccomp", bare && rel == "ccomp", infinitive && rel == "xcomp" && r.outside(i):
			return wiredesk.Planned
		case rel == "xcomp":
			return r.modality(h, depth+1)
		}
	}
	return wiredesk.Happened
}

// harmful says what is to come: threatened where a word of threatening stands
// over it, else planned.
func (r *reader) harmful(i int) wiredesk.Modality {
	if h := r.up[i]; h >= 0 && threatening.has(r.lemma[h]) && r.lemma[h] != "warn" {
		return wiredesk.Threatened
	}
	return wiredesk.Planned
}
