package parse

// A State is a stage of parsing one sentence by the arc-hybrid system
// (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack of words whose head is
// still open, the words not read yet, and the arcs found. The root stands
// behind the last word, so that the last word left on the stack becomes its
// only child. The trainer shares it.
type State struct {
	N     int // number of words; N itself is the root
	Next  int // first word that was not read yet
	Stack []int32
	Heads []int32 // -1 while open
	Label []int32 // index into the labels of the arc to the head
	// Of each word: its outermost and second outermost children to the left
	// and to the right, -1 for none, and how many there are.
	Left, Left2, Right, Right2 []int32
	Lefts, Rights              []int32
}

// Moves: Shift, then for each label an arc to the left (from the next word to
// the top of the stack), then one to the right (from the second on the stack
// to the top).
const Shift = 0

// LeftArc returns the move that makes the next word the head of the stack's
// top.
func LeftArc(label int) int { return 1 + 2*label }

// RightArc returns the move that makes the second word on the stack the head
// of its top.
func RightArc(label int) int { return 2 + 2*label }

// Reset begins a sentence of n words.
func (s *State) Reset(n int) {
	s.N, s.Next = n, 0
	s.Stack = s.Stack[:0]
	for _, list := range []*[]int32{&s.Heads, &s.Label, &s.Left, &s.Left2, &s.Right, &s.Right2} {
		*list = filled(*list, n+1, -1)
	}
	s.Lefts, s.Rights = filled(s.Lefts, n+1, 0), filled(s.Rights, n+1, 0)
}

// filled returns a slice of n equal values, reusing list.
func filled(list []int32, n int, value int32) []int32 {
	if cap(list) < n {
		list = make([]int32, n+n/2)
	}
	list = list[:n]
	for i := range list {
		list[i] = value
	}
	return list
}

// Done reports whether every word has its head.
func (s *State) Done() bool { return s.Next == s.N && len(s.Stack) == 0 }

// Last reports whether only the word is left that depends on the root.
func (s *State) Last() bool { return s.Next == s.N && len(s.Stack) == 1 }

// MayShift, MayLeft and MayRight report which moves are open. With the root
// next, arcs to the left are open only for the last word on the stack.
func (s *State) MayShift() bool { return s.Next < s.N }

// MayLeft: see MayShift.
func (s *State) MayLeft() bool { return len(s.Stack) > 0 && (s.Next < s.N || len(s.Stack) == 1) }

// MayRight: see MayShift.
func (s *State) MayRight() bool { return len(s.Stack) > 1 }

// Top returns the word at depth d of the stack, 0 for the top, or -1.
func (s *State) Top(d int) int32 {
	if d >= len(s.Stack) {
		return -1
	}
	return s.Stack[len(s.Stack)-1-d]
}

// Apply makes a move that is open.
func (s *State) Apply(move int) {
	if move == Shift {
		s.Stack = append(s.Stack, int32(s.Next))
		s.Next++
		return
	}
	label := int32(move-1) / 2
	child := s.Top(0)
	if (move-1)%2 == 0 {
		head := int32(s.Next)
		s.Lefts[head]++
		s.Left2[head], s.Left[head] = s.Left[head], child
		s.attach(child, head, label)
	} else {
		head := s.Top(1)
		s.Rights[head]++
		s.Right2[head], s.Right[head] = s.Right[head], child
		s.attach(child, head, label)
	}
	s.Stack = s.Stack[:len(s.Stack)-1]
}

func (s *State) attach(child, head, label int32) { s.Heads[child], s.Label[child] = head, label }
