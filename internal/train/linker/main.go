// Command linker trains.
package main

import (
	"cmp"
	"crypto/sha1"
	"fmt"
	"math"
	"os"
	"slices"
	"time"

	"wiredesk"
	"wiredesk/internal/eval"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/story"
)

const header = "# The weights of the traits of two reports, and how the reports of a story speak\n# together: see README.md.\n"

type set struct {
	name   string
	prints []story.Print
	gold   []string
	size   map[string]int
}

func build(name string, as []corpus.Article, keep func(a corpus.Article) bool) set {
	s := set{name: name, size: map[string]int{}}
	slices.SortStableFunc(as, func(a, b corpus.Article) int { return cmp.Compare(a.Published, b.Published) })
	for _, a := range as {
		if keep != nil && !keep(a) {
			continue
		}
		r := reading(a)
		s.prints = append(s.prints, story.Fingerprint(&r))
		s.gold = append(s.gold, a.Story)
		s.size[a.Story]++
	}
	return s
}

func reading(a corpus.Article) wiredesk.Reading {
	text := a.Headline + "\n\n" + a.Text
	var r wiredesk.Reading
	r.ID, r.Text, r.Outlet = a.ID, text, wiredesk.Optional(a.Outlet)
	r.Headline = &wiredesk.Headline{Text: a.Headline, Span: wiredesk.Span{End: len(a.Headline)}}
	start := len(a.Headline) + 2
	for i := start; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			if i > start {
				r.Body = append(r.Body, wiredesk.Span{Start: start, End: i})
			}
			start = i + 1
		}
	}
	r.Published.Value = wiredesk.Optional(a.Published)
	return r
}

func fold(s string, n int) int { h := sha1.Sum([]byte(s)); return int(h[7]) % n }

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// train fits a logistic regression by Adam over whole passes; each set counts
// the same, however many pairs it has.
func train(sets [][]story.Sample, passes int) story.Weights {
	n := len(sets[0][0].Likeness)
	w, m, v := make([]float64, n+1), make([]float64, n+1), make([]float64, n+1)
	for pass := 1; pass <= passes; pass++ {
		g := make([]float64, n+1)
		for _, set := range sets {
			for _, s := range set {
				z := w[n]
				for i, x := range s.Likeness {
					z += w[i] * float64(x)
				}
				y := 0.0
				if s.Same {
					y = 1
				}
				d := (1/(1+math.Exp(-z)) - y) / float64(len(set))
				for i, x := range s.Likeness {
					g[i] += d * float64(x)
				}
				g[n] += d
			}
		}
		for i := range w {
			g[i] += 1e-5 * w[i]
			m[i] = .9*m[i] + .1*g[i]
			v[i] = .99*v[i] + .01*g[i]*g[i]
			w[i] -= .1 * (m[i] / (1 - math.Pow(.9, float64(pass)))) / (math.Sqrt(v[i]/(1-math.Pow(.99, float64(pass)))) + 1e-9)
		}
	}
	var out story.Weights
	for i := range out.Traits {
		out.Traits[i] = float32(w[i])
	}
	out.Bias = float32(w[n])
	return out
}

var repair = os.Getenv("REPAIR") != ""

func run(w story.Weights, s set) (eval.Grouping, time.Duration) {
	l := story.NewLinkerWith(w)
	t := time.Now()
	g := eval.Grouping{Gold: s.gold}
	for _, p := range s.prints {
		g.Desk = append(g.Desk, l.Add(p).Story)
	}
	if repair {
		l.Repair(time.Time{})
		for i, p := range s.prints {
			g.Desk[i] = l.StoryOf(p.Report)
		}
	}
	return g, time.Since(t)
}

func main() {
	shared := os.Getenv("WIREDESK_SHARED")
	gva := must(corpus.GunViolence(shared))
	gvaTrain := build("gva-train", gva, func(a corpus.Article) bool { return fold(a.Story, 4) != 0 })
	gvaDev := build("gva-dev", gva, func(a corpus.Article) bool { return fold(a.Story, 4) == 0 })
	ecbTrain := build("ecb-train", must(corpus.ECBPlus(shared, "train")), nil)
	ecbDev := build("ecb-dev", must(corpus.ECBPlus(shared, "dev")), nil)
	give := build("giveme", must(corpus.GiveMe5W1H(shared)), nil)
	fmt.Println(len(gvaTrain.prints), len(gvaDev.prints), len(ecbTrain.prints), len(ecbDev.prints), len(give.prints))
	var samples [][]story.Sample
	for _, s := range []set{gvaTrain, ecbTrain, give} {
		x := story.Samples(s.prints, s.gold)
		pos := 0
		for _, y := range x {
			if y.Same {
				pos++
			}
		}
		fmt.Println(s.name, len(x), pos)
		samples = append(samples, x)
	}
	half := func(k int) set {
		return build("give", must(corpus.GiveMe5W1H(shared)), func(a corpus.Article) bool { return fold(a.Story, 2) == k })
	}
	g0, g1 := half(0), half(1)
	s0, s1 := story.Samples(g0.prints, g0.gold), story.Samples(g1.prints, g1.gold)
	wAll := train(samples, 300)
	w0 := train([][]story.Sample{samples[0], samples[1], s1}, 300)
	w1 := train([][]story.Sample{samples[0], samples[1], s0}, 300)
	wAll.Best, wAll.Join = .6, -.4
	if len(os.Args) > 1 {
		os.WriteFile(os.Args[1], []byte(wAll.Write(header)), 0o644)
		return
	}
	mixes, joins := []float32{0, .2, .4, .6, .8}, []float32{-1.5, -1, -.75, -.5, -.25, 0, .25, .5}
	if repair {
		mixes, joins = []float32{.6}, []float32{-.4}
	}
	for _, mix := range mixes {
		for _, join := range joins {
			for _, w := range []*story.Weights{&wAll, &w0, &w1} {
				w.Best, w.Join = mix, join
			}
			fmt.Printf("mix %.1f join %5.2f ", mix, join)
			total := 0.0
			for _, s := range []struct {
				w story.Weights
				s set
			}{{wAll, gvaDev}, {wAll, ecbDev}, {wAll, give}, {w0, g0}, {w1, g1}} {
				g, _ := run(s.w, s.s)
				p, r, f := g.BCubed(nil)
				fmt.Printf("| %s %.1f %.1f %.2f", s.s.name, p, r, f)
				if s.s.name == "gva-dev" {
					_, _, f := g.BCubed(func(i int) bool { return s.s.size[g.Gold[i]] > 1 })
					fmt.Printf(" 2+ %.2f ", f)
				}
				if s.s.name == "give" {
					f /= 2
				}
				if s.s.name != "giveme" {
					total += f / 3
				}
			}
			fmt.Printf("  %.2f\n", total)
		}
	}
}
