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
// Those of gold/chains served to mend the rules. Those of gold/second were
// written afterwards; their first run is in docs/claims.md, and the rules were
// mended on them too since.
//
//go:embed gold/chains/*.txt gold/second/*.txt
var chainGold embed.FS

// chainOutlet is the outlet of the gold reports.
const chainOutlet = "Harbour Post"

// A chainCase is one gold report; wanted are the chains of its claims, each
// named by some of the claim's words.
type chainCase struct {
	file, text string
	wanted     []wantedChain
}

type wantedChain struct {
	links []string // without the outlet
	words string
}

// Chains measures attribution chains, on our own gold.
func Chains(string) ([]Line, error) {
	lines, err := chainLines("chains", "own gold")
	if err != nil {
		return nil, err
	}
	second, err := chainLines("second", "own gold, written later; mended on since, so no forecast either")
	for _, l := range second {
		l.Name, l.Bar = l.Name+", second set", 0
		lines = append(lines, l)
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
		claims := chainClaims(c.text)
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
func chainClaims(text string) []wiredesk.Claim {
	r := &wiredesk.Report{ID: "gold", Text: text, Outlet: chainOutlet, Body: []wiredesk.Span{{Start: 0, End: len(text)}}, Complete: true}
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

// chainBlock reads one report with its wanted chains.
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
		default:
			c.text = line
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
// Articles and possessives before a link, and the case of its first letter, do
// not count.
func sameChain(got, links []string) bool {
	if len(got) != len(links)+1 || got[len(links)] != chainOutlet {
		return false
	}
	for i, l := range links {
		if bareLink(got[i]) != bareLink(l) {
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
