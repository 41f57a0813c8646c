package figure

import (
	"wiredesk"
	"wiredesk/internal/lang/number"
)

// joinFrom returns the group at k with the groups that are joined to it by
// "and" or in a list, up to token end: "his wife and two sons" is three.
func (r *reader) joinFrom(k, end int) group {
	g := r.groups[k]
	if g.kind == nobody || g.share {
		return g
	}
	pending := g // the groups taken in a list whose "and" has not come yet
	members := uint16(1)
	for next := k + 1; next < min(len(r.groups), k+longestList); next++ {
		n := &r.groups[next]
		if n.last > end || n.kind == nobody || n.kind == pronoun {
			break
		}
		how := r.between(&r.groups[next-1], n)
		if how == "" {
			break
		}
		if how == "," && r.groups[next-1].kind == counted && r.groups[next-1].definite {
			break // "the two teens, one girl and one boy"
		}
		if how == "," && apposition(&r.groups[next-1], n) {
			if pending.last < n.last {
				pending.last = n.last
			}
			continue
		}
		if how == "and" && pending.shares(n) {
			pending.last, pending.ofLast, pending.head, pending.persons = n.last, n.last, n.head, n.persons
			return pending
		}
		pending = sum(pending, n)
		members |= 1 << (next - k)
		if how == "and" {
			g = pending
			g.joined, g.members = k, members
		}
	}
	return g
}

// joinBack returns the group at k with the groups before it that are joined to
// it.
func (r *reader) joinBack(k, end int) group {
	first := k
	for first > max(0, k-longestList) && r.between(&r.groups[first-1], &r.groups[first]) != "" {
		first--
	}
	g := r.joinFrom(first, end)
	if g.last < r.groups[k].last {
		return r.groups[k]
	}
	return g
}

// between says how two groups that stand beside each other are joined: "and",
// "," or not at all. The age and the town of a person may stand between.
func (r *reader) between(a, b *group) string {
	i := a.last
	comma := false
	for i < b.first {
		if r.barrier[i] {
			return ""
		}
		n, end := r.number(i)
		switch w := r.Word(i); {
		case w == "and" || w == "&" || w == "plus":
			if i+1 == b.first || i+2 == b.first && (r.Stop(i+1) == "adv" || r.Word(i+1) == "then") {
				return "and"
			}
			return ""
		case w == "as" && r.Word(i+1) == "well" && r.Word(i+2) == "as" && i+3 == b.first:
			return "and"
		case w == "along" && r.Word(i+1) == "with" && i+2 == b.first:
			return "and"
		case w == "," || w == "(" || w == ")":
			comma = true
			i++
		case n != nil && (n.Kind == number.Age || n.Kind == number.Count && comma && a.kind == named):
			i = end
		case comma && a.kind == named && (w == "of" || r.Capitalised(i)):
			i++
		default:
			return ""
		}
	}
	if comma {
		return ","
	}
	return ""
}

// apposition reports whether b, after a comma, says who a is rather than
// naming somebody else.
func apposition(a, b *group) bool {
	if a.kind == named || a.definite {
		return b.kind == single && !b.definite || b.kind == single && a.kind == named && b.definite && b.ofFirst == b.first
	}
	return b.kind == named && a.kind == single
}

// shares reports whether the number of g counts the plural behind "and" too:
// "70 army and rebel fighters", "60 women and girls".
func (g *group) shares(plain *group) bool {
	return g.kind == counted && g.members == 0 && g.head >= 0 && plain.kind == plural && !plain.definite && plain.first == plain.ofFirst
}

// sum returns the two groups as one.
func sum(a group, b *group) group {
	add := func(x, y wiredesk.Bound) wiredesk.Bound {
		if x == wiredesk.Open || y == wiredesk.Open {
			return wiredesk.Open
		}
		return x + y
	}
	low, high := add(a.low, b.low), add(a.high, b.high)
	if low == wiredesk.Open {
		low = max(a.low, b.low)
		high = wiredesk.Open
	}
	return group{
		kind: counted, first: min(a.first, b.first), last: max(a.last, b.last), low: low, high: high,
		approximate: a.approximate || b.approximate, head: b.head, persons: many,
		thing: a.thing || b.thing, more: a.more, ofFirst: 0, ofLast: 0,
	}
}
