package story

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"wiredesk/internal/lexicon"
)

//go:embed model/likeness.txt
var likenessFile []byte

// Weights weigh the traits of two reports, and say how the reports of a story
// speak together.
type Weights struct {
	Traits [traits]float32
	Few    [traits]float32 // what is added for a trait where the desk holds few stories
	Bias   float32
	Best   float32 // how much the most alike report of a story speaks, against the mean of all
	Join   float32 // the score from which on a report joins a story
}

// trained are the embedded weights, read on first use.
var trained = sync.OnceValue(func() Weights {
	w, err := ReadWeights(likenessFile)
	if err != nil {
		panic("story: the embedded weights cannot be read: " + err.Error())
	}
	return w
})

// ReadWeights reads a weights file: a trait or setting and its weight a line.
func ReadWeights(file []byte) (Weights, error) {
	var w Weights
	for _, e := range lexicon.Parse(file) {
		x, err := strconv.ParseFloat(e.Field(1), 32)
		if err != nil {
			return w, fmt.Errorf("weight of %s: %w", e[0], err)
		}
		at, ok := w.named(e[0])
		if !ok {
			return w, fmt.Errorf("no trait is called %s", e[0])
		}
		*at = float32(x)
	}
	return w, nil
}

// named returns where the weight of a trait or setting stands.
func (w *Weights) named(name string) (at *float32, ok bool) {
	switch name {
	case "bias":
		return &w.Bias, true
	case "best":
		return &w.Best, true
	case "join":
		return &w.Join, true
	}
	for t := range traits {
		switch name {
		case t.String():
			return &w.Traits[t], true
		case fewPrefix + t.String():
			return &w.Few[t], true
		}
	}
	return nil, false
}

// fewPrefix stands before a trait in the weights file where its weight counts on
// a desk of few stories.
const fewPrefix = "few-"

// odds weighs a likeness: the logarithm of the odds that both reports tell of
// the same news.
func (w *Weights) odds(l *likeness, few float32) float32 {
	z := w.Bias
	for i, x := range l {
		z += w.Traits[i] * x
	}
	if few > 0 {
		for i := FirstSign; i < len(l); i++ {
			z += fewness(i, few) * w.Few[i] * l[i]
		}
	}
	return z
}

// fewness is how much a trait of signatures counts where a desk holds few
// stories. Particulars that conflict count nearly in full until it holds many.
func fewness(t int, few float32) float32 {
	if t >= int(alikeFar) && t <= int(alikeAges) {
		return float32(math.Cbrt(float64(few)))
	}
	return few
}

// Write writes the weights as ReadWeights reads them, below a header.
func (w Weights) Write(header string) string {
	var b strings.Builder
	b.WriteString(header)
	line := func(name string, x float32) { fmt.Fprintf(&b, "%s\t%.3f\n", name, x) }
	for t := range traits {
		line(t.String(), w.Traits[t])
	}
	for t := trait(FirstSign); t < traits; t++ {
		line(fewPrefix+t.String(), w.Few[t])
	}
	line("bias", w.Bias)
	line("best", w.Best)
	line("join", w.Join)
	return b.String()
}

// With returns the weights with one of them replaced, by the name of its trait.
func (w Weights) With(name string, x float32) Weights {
	if at, ok := w.named(name); ok {
		*at = x
	}
	return w
}
