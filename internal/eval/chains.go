package eval

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"wiredesk"
	"wiredesk/internal/claim/attribution"
	"wiredesk/internal/lang"
)

// chainGold are our own sentences with the chains that people find in them,
// one file per phenomenon.
//
// Those of gold/chains served to mend the rules. Each later folder was written
// before its first run, which docs/claims.md gives as the forecast; on all but
// the fourth, the rules were mended since.
//
//go:embed gold/chains/*.txt gold/second/*.txt gold/third/*.txt gold/fourth/*.txt
var chainGold embed.FS

// chainOutlet is the outlet of the gold reports.
const chainOutlet = "Harbour Post"

// chainSets are the folders after the first, with how their figures are to be
// read.
var chainSets = []struct{ folder, note string }{
	{"second", "own gold, written after the rules; mended on since, so no forecast"},
	{"third", "own gold, written after the second; mended on since, so no forecast; its first run is in docs/claims.md"},
	{"fourth", "own gold, not run before the rules were done: the forecast"},
}

// A chainCase is one gold report; wanted are the chains of its claims, each
// named by some of the claim's words.
type chainCase struct {
	file, text string
	headline   int // bytes of the headline at the start of the text
	body       []wiredesk.Span
	wanted     []wantedChain
}

// add appends a paragraph to the text.
func (c *chainCase) add(line string) wiredesk.Span {
	if c.text != "" {
		c.text += "\n\n"
	}
	c.text += line
	return wiredesk.Span{Start: len(c.text) - len(line), End: len(c.text)}
}

type wantedChain struct {
	links []string // without the outlet
	words string
}

// Chains measures attribution chains, on our own gold.
func Chains(string) ([]Line, error) {
	lines, err := chainLines("chains", "own gold, which served to mend the rules: no forecast")
	for _, set := range chainSets {
		more, e := chainLines(set.folder, set.note)
		if e != nil {
			err = e
			continue
		}
		for _, l := range more[1:] { // only the first has claims of the report's own
			l.Name, l.Bar = l.Name+", "+set.folder+" set", 0
			lines = append(lines, l)
		}
	}
	return lines, err
}

// chainLines measures the gold of one folder.
func chainLines(folder, note string) ([]Line, error) {
	cases, err := chainCases(folder)
	if err != nil {
		return nil, err
	}
	var right, all [5]int
	for _, c := range cases {
		claims := chainClaims(c)
		for _, w := range c.wanted {
			depth := min(len(w.links), 4)
			all[depth]++
			if got := chainOf(claims, c.text, w.words); sameChain(got, w.links) {
				right[depth]++
			}
		}
	}
	line := func(name string, bar float64, from, to int) Line {
		r, n := 0, 0
		for d := from; d <= to; d++ {
			r, n = r+right[d], n+all[d]
		}
		return Line{name, 100 * float64(r) / float64(max(n, 1)), bar, fmt.Sprintf("%s, %d of %d claims", note, r, n)}
	}
	return []Line{
		line("chains: the report's own claims (depth 0)", 0, 0, 0),
		line("chains: depth 1", 92, 1, 1),
		line("chains: depth 2", 85, 2, 2),
		line("chains: depth 3 and more", 75, 3, 4),
	}, nil
}

// chainClaims reads a gold report.
func chainClaims(c chainCase) []wiredesk.Claim {
	r := &wiredesk.Report{ID: "gold", Text: c.text, Outlet: chainOutlet, Body: c.body, Complete: true}
	if c.headline > 0 {
		r.Headline = &wiredesk.Headline{Text: c.text[:c.headline], Span: wiredesk.Span{End: c.headline}}
	}
	return attribution.Find(lang.Analyze(r))
}

// chainCases reads the gold of one folder.
func chainCases(folder string) ([]chainCase, error) {
	names, err := fs.Glob(chainGold, "gold/"+folder+"/*.txt")
	if err != nil {
		return nil, err
	}
	var out []chainCase
	for _, name := range names {
		raw, err := chainGold.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for block := range strings.SplitSeq(string(raw), "\n\n") {
			if c := chainBlock(block); c.text != "" {
				c.file = name
				out = append(out, c)
			}
		}
	}
	return out, nil
}

// chainBlock reads one report, a paragraph a line, with its wanted chains. A
// line that starts with "=" is the headline.
func chainBlock(block string) chainCase {
	var c chainCase
	for line := range strings.Lines(block) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case strings.HasPrefix(line, ">"):
			chain, words, _ := strings.Cut(line[1:], "|")
			w := wantedChain{words: strings.TrimSpace(words)}
			for link := range strings.SplitSeq(chain, ">") {
				if link = strings.TrimSpace(link); link != "" {
					w.links = append(w.links, link)
				}
			}
			c.wanted = append(c.wanted, w)
		case strings.HasPrefix(line, "="):
			c.headline = c.add(strings.TrimSpace(line[1:])).End
		default:
			c.body = append(c.body, c.add(line))
		}
	}
	return c
}

// chainOf returns the chain of the innermost claim that holds the words: the
// shortest content, and of equals the longest chain.
func chainOf(claims []wiredesk.Claim, text, words string) []string {
	best, size := -1, 0
	for i := range claims {
		for _, s := range claims[i].Content {
			if !strings.Contains(s.Words(text), words) {
				continue
			}
			if best < 0 || s.Len() < size || s.Len() == size && len(claims[i].Chain) > len(claims[best].Chain) {
				best, size = i, s.Len()
			}
		}
	}
	if best < 0 {
		return nil
	}
	return claims[best].Chain
}

// sameChain compares a chain with the wanted links and the outlet behind them.
// Articles and possessives before a link, and the case of its letters, do not
// count; a wanted link may be two, "Mayor / Julia Stern", of which one is right.
func sameChain(got, links []string) bool {
	if len(got) != len(links)+1 || got[len(links)] != chainOutlet {
		return false
	}
	for i, l := range links {
		right := false
		for name := range strings.SplitSeq(l, " / ") {
			right = right || bareLink(got[i]) == bareLink(name)
		}
		if !right {
			return false
		}
	}
	return true
}

// bareLink takes a name without its article or possessive, in small letters.
func bareLink(name string) string {
	name = strings.ToLower(strings.ReplaceAll(name, "’", "'"))
	for _, before := range []string{"the ", "a ", "an ", "his ", "her ", "its ", "their "} {
		name = strings.TrimPrefix(name, before)
	}
	return name
}
