package parse

// Positions is the number of words of a State that the network looks at.
const Positions = 13

// Slots is the number of other things it looks at: the labels of children,
// the distance between the stack's top and the next word, and how many
// children they have.
const Slots = 10

// SlotValues is the number of values that a slot may have: labels + 1, at
// least the buckets of the others.
func SlotValues(labels int) int { return max(labels+1, 10) }

// A View is what the network looks at in a State: words by index (-1 for
// none) and the values of the slots.
type View struct {
	Words [Positions]int32
	Slots [Slots]int32
}

// Look fills the view of a state.
func (v *View) Look(s *State) {
	s0, s1, s2, b0 := s.Top(0), s.Top(1), s.Top(2), int32(s.Next)
	b1 := b0 + 1
	if b1 > int32(s.N) {
		b1 = -1
	}
	w := &v.Words
	w[0], w[1], w[2], w[3], w[4] = s0, s1, s2, b0, b1
	w[5], w[6], w[7] = at(s.Left, s0), at(s.Right, s0), at(s.Right2, s0)
	w[8], w[9], w[10] = at(s.Left, s1), at(s.Right, s1), at(s.Right2, s1)
	w[11], w[12] = at(s.Left, b0), at(s.Left2, b0)
	l := &v.Slots
	l[0], l[1], l[2], l[3] = at(s.Label, w[5])+1, at(s.Label, w[6])+1, at(s.Label, w[8])+1, at(s.Label, w[9])+1
	l[4] = at(s.Label, w[11]) + 1
	l[5] = 0
	if s0 >= 0 {
		l[5] = bucket(b0 - s0)
	}
	l[6], l[7] = few(s.Lefts, s0), few(s.Rights, s0)
	l[8], l[9] = few(s.Lefts, b0), few(s.Rights, s1)
}

// at returns list[i], or -1 where there is no word.
func at(list []int32, i int32) int32 {
	if i < 0 {
		return -1
	}
	return list[i]
}

// few counts children up to 4, 0 where there is no word.
func few(list []int32, i int32) int32 {
	if i < 0 {
		return 0
	}
	return 1 + min(list[i], 4)
}

// bucket puts a distance into one of nine classes.
func bucket(d int32) int32 {
	switch {
	case d <= 4:
		return d
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}
