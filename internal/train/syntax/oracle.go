package main

import "wiredesk/internal/lang/parse"

// costs returns, for the three kinds of moves, how many gold arcs each puts
// out of reach, or -1 where the move is not open: the dynamic oracle of the
// arc-hybrid system (Goldberg and Nivre 2013).
func (t *tree) costs(s *parse.State) (shift, left, right int) {
	shift, left, right = -1, -1, -1
	b := int32(s.Next)
	if s.MayShift() {
		shift = t.shiftCost(s, b)
	}
	top := s.Top(0)
	if top < 0 {
		return shift, left, right
	}
	later := 0 // gold children of the top that are not read yet
	for _, c := range t.children[top] {
		if c >= b {
			later++
		}
	}
	head := t.heads[top]
	if head == int32(s.N) && len(s.Stack) > 1 {
		head = -1 // only the last word on the stack gets the root
	}
	if s.MayLeft() {
		left = later
		if head > b || len(s.Stack) > 1 && head == s.Top(1) {
			left++
		}
	}
	if s.MayRight() {
		right = later
		if head >= b {
			right++
		}
	}
	return shift, left, right
}

// shiftCost counts the arcs between the next word and the stack that are lost
// when it is read: from it to any of the stack, and to it from any but the
// top, and from the root unless the stack is empty.
func (t *tree) shiftCost(s *parse.State, b int32) int {
	cost := 0
	for _, c := range t.children[b] {
		if c < b && s.Heads[c] < 0 {
			cost++
		}
	}
	h := t.heads[b]
	if h < b && s.Heads[h] < 0 && h != s.Top(0) || h == int32(s.N) && len(s.Stack) > 0 {
		cost++
	}
	return cost
}

// targets returns the moves of lowest cost, at most three. An arc has the
// label that its child has in the gold tree; where that is the label of the
// root but the arc is not the root's, it is the instead.
func (t *tree) targets(s *parse.State, instead int32, out []int) []int {
	shift, left, right := t.costs(s)
	low := 1 << 30
	for _, c := range []int{shift, left, right} {
		if c >= 0 {
			low = min(low, c)
		}
	}
	if shift == low {
		out = append(out, parse.Shift)
	}
	if left != low && right != low {
		return out
	}
	label := t.arcs[s.Top(0)]
	if t.heads[s.Top(0)] == int32(s.N) {
		label = instead
	}
	if left == low {
		out = append(out, parse.LeftArc(int(label)))
	}
	if right == low {
		out = append(out, parse.RightArc(int(label)))
	}
	return out
}
