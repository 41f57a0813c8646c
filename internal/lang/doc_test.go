package lang

import (
	"testing"

	"wiredesk"
	"wiredesk/internal/lang/sentence"
)

// small returns a document of two sentences, built by hand.
func small() *Doc {
	text := "Rebels fled. He saw it."
	d := &Doc{Report: &wiredesk.Report{Text: text}}
	for _, s := range [][2]int{{0, 6}, {7, 11}, {11, 12}, {13, 15}, {16, 19}, {20, 22}, {22, 23}} {
		d.Tokens = append(d.Tokens, wiredesk.Token{Span: wiredesk.Span{Start: s[0], End: s[1]}, Head: -1})
	}
	d.Tokens[1].Lemma = "flee"
	d.Sentences = []sentence.Sentence{
		{Span: wiredesk.Span{Start: 0, End: 12}, First: 0, Last: 3},
		{Span: wiredesk.Span{Start: 13, End: 23}, First: 3, Last: 7},
	}
	d.Mentions = []wiredesk.Mention{{Span: wiredesk.Span{Start: 0, End: 6}}, {Span: wiredesk.Span{Start: 13, End: 15}}}
	return d
}

func TestWords(t *testing.T) {
	d := small()
	if d.Word(1) != "fled" || d.Word(-1) != "" || d.Word(7) != "" {
		t.Errorf("Word: %q %q %q", d.Word(1), d.Word(-1), d.Word(7))
	}
	if d.Lower(0) != "rebels" || d.Lemma(0) != "rebels" || d.Lemma(1) != "flee" {
		t.Errorf("Lower, Lemma: %q %q %q", d.Lower(0), d.Lemma(0), d.Lemma(1))
	}
	if got := d.Words(0, 3); got != "Rebels fled." {
		t.Errorf("Words(0, 3) = %q", got)
	}
	if got := d.Words(2, 2) + d.Words(3, 99); got != "" {
		t.Errorf("Words of wrong ranges = %q", got)
	}
}

func TestOffsets(t *testing.T) {
	d := small()
	for offset, want := range map[int][2]int{-1: {-1, -1}, 0: {0, 0}, 6: {-1, 0}, 11: {2, 0}, 12: {-1, -1}, 13: {3, 1}, 22: {6, 1}, 23: {-1, -1}} {
		if got := [2]int{d.TokenAt(offset), d.Sentence(offset)}; got != want {
			t.Errorf("offset %d: token, sentence = %v, want %v", offset, got, want)
		}
	}
	if d.SentenceOf(4) != 1 || d.SentenceOf(9) != -1 {
		t.Errorf("SentenceOf: %d %d", d.SentenceOf(4), d.SentenceOf(9))
	}
}

func TestRanges(t *testing.T) {
	d := small()
	for _, c := range []struct {
		span                   wiredesk.Span
		first, last, from, end int
		mentions               int
	}{
		{wiredesk.Span{Start: 0, End: 23}, 0, 7, 0, 2, 2},
		{wiredesk.Span{Start: 8, End: 14}, 1, 4, 0, 2, 0},
		{wiredesk.Span{Start: 12, End: 13}, 3, 3, 1, 1, 0},
		{wiredesk.Span{Start: 13, End: 23}, 3, 7, 1, 2, 1},
	} {
		first, last := d.TokensIn(c.span)
		from, end := d.SentencesIn(c.span)
		if first != c.first || last != c.last || from != c.from || end != c.end || len(d.MentionsIn(c.span)) != c.mentions {
			t.Errorf("%v: tokens %d-%d, sentences %d-%d, %d mentions", c.span, first, last, from, end, len(d.MentionsIn(c.span)))
		}
	}
}
