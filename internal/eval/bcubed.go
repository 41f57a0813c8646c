package eval

// A Grouping is what B-cubed compares: the answer of people and the desk's for
// each report, in the same order.
type Grouping struct {
	Gold, Desk []string
}

// BCubed returns precision, recall and F1 in per cent after Bagga and Baldwin
// (1998), over the reports for which keep answers true; nil keeps all.
func (g Grouping) BCubed(keep func(i int) bool) (precision, recall, f1 float64) {
	gold, desk, both := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for i := range g.Gold {
		gold[g.Gold[i]]++
		desk[g.Desk[i]]++
		both[[2]string{g.Gold[i], g.Desk[i]}]++
	}
	n := 0
	for i := range g.Gold {
		if keep != nil && !keep(i) {
			continue
		}
		n++
		shared := float64(both[[2]string{g.Gold[i], g.Desk[i]}])
		precision += shared / float64(desk[g.Desk[i]])
		recall += shared / float64(gold[g.Gold[i]])
	}
	if n == 0 {
		return 0, 0, 0
	}
	precision, recall = 100*precision/float64(n), 100*recall/float64(n)
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1
}
