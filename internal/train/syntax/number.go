package main

import (
	"wiredesk/internal/lang/parse"
)

// least is how often a value of a field must be seen to have a vector of its
// own.
var least = [parse.Learned]int{parse.FieldWord: 2, parse.FieldSuffix: 3, parse.FieldPrefix: 3, parse.FieldShape: 3, parse.FieldTag: 1, parse.FieldFine: 1, parse.FieldCoarse: 1, parse.FieldDoubt: 3}

// number gives the network its labels, tags and rows, in the order in which
// the trees show them, and fills what the trees need of them.
func number(n *parse.Net, trees []*tree) {
	labels, tags := map[string]int32{}, map[string]int32{}
	keys := make([][][parse.Fields]uint64, len(trees))
	var counts [parse.Learned]map[uint64]int
	for f := range counts {
		counts[f] = map[uint64]int{}
		n.Index[f] = map[uint64]int32{}
	}
	for i, t := range trees {
		t.arcs, t.tags, t.rows = nil, nil, nil
		keys[i] = t.keys()
		for k, fields := range keys[i] {
			for f, key := range fields[:parse.Learned] {
				if counts[f][key]++; counts[f][key] == least[f] {
					n.Index[f][key] = int32(len(n.Index[f]) + 1)
				}
			}
			t.arcs = append(t.arcs, numberOf(labels, &n.Labels, t.rels[k]))
			t.tags = append(t.tags, numberOf(tags, &n.Tags, t.labels[k]))
		}
		t.family()
	}
	for i, t := range trees {
		for _, fields := range keys[i] {
			t.rows = append(t.rows, n.Rows(fields))
		}
	}
}

func numberOf(numbers map[string]int32, names *[]string, name string) int32 {
	i, ok := numbers[name]
	if !ok {
		i = int32(len(*names))
		numbers[name] = i
		*names = append(*names, name)
	}
	return i
}

// keys returns the fields of the words, with the tags that the tagger
// proposed.
func (t *tree) keys() [][parse.Fields]uint64 {
	caps := parse.InCapitals(t.forms)
	var out [][parse.Fields]uint64
	for i, f := range t.forms {
		out = append(out, parse.Keys(f, t.tokens[i].UPOS+"|"+t.tokens[i].XPOS, t.doubts[i], caps))
	}
	return out
}

// family lists the children of each word and of the root.
func (t *tree) family() {
	t.children = make([][]int32, len(t.forms)+1)
	for c, h := range t.heads {
		t.children[h] = append(t.children[h], int32(c))
	}
}
