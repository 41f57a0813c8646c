// Command people makes the lists of the world's given names and of family
// names of internal/lang/people from the npm package wikidata-person-names.
// Names that running text writes in small letters, and names of countries and
// regions, are left out.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"wiredesk"
	"wiredesk/internal/eval/corpus"
	"wiredesk/internal/lang/nation"
	"wiredesk/internal/lang/token"
	"wiredesk/internal/lexicon"
)

func main() {
	shared := flag.String("shared", os.Getenv("WIREDESK_SHARED"), "the folder that holds data/")
	from := flag.String("package", "node_modules/wikidata-person-names", "the folder of the npm package")
	out := flag.String("o", "internal/lang/people/lexicon", "the folder to write to")
	flag.Parse()
	if err := run(*shared, *from, *out); err != nil {
		fmt.Fprintln(os.Stderr, "people:", err)
		os.Exit(1)
	}
}

const origin = `# From Wikidata (CC0: public domain), as the npm package wikidata-person-names 1.3.0 (MIT) carries a part of it.
# Names of several words, names that running text mostly writes in small letters and names of countries are left
# out; a name with marks on its letters also stands without them. Made by internal/train/people.
`

func run(shared, from, out string) error {
	file, err := os.ReadFile(filepath.Join(from, "index.mjs"))
	if err != nil {
		return fmt.Errorf("%w; install the package with npm first", err)
	}
	common, err := commonWords(shared)
	if err != nil {
		return err
	}
	listed, err := os.ReadFile(filepath.Join(out, "given.txt"))
	if err != nil {
		return err
	}
	known := lexicon.Set(listed)
	lists := namesIn(string(file))
	genders := map[string]byte{}
	for _, g := range []struct {
		list   string
		gender byte
	}{{"MALE", 'm'}, {"FEMALE", 'f'}, {"UNISEX", 'b'}} {
		for _, n := range kept(lists[g.list], common) {
			if before := genders[n]; before != 0 && before != g.gender {
				genders[n] = 'b'
			} else {
				genders[n] = g.gender
			}
		}
	}
	var given []string
	for n, g := range genders {
		if !known[n] {
			given = append(given, n+"\t"+string(g))
		}
	}
	head := "# Given names of the world beside those of given.txt, with m (men), f (women) or b (both).\n"
	if err := write(filepath.Join(out, "world.txt"), head, given); err != nil {
		return err
	}
	return write(filepath.Join(out, "family.txt"), "# Family names of the world.\n", kept(lists["FAMILY"], common))
}

func write(file, head string, lines []string) error {
	slices.Sort(lines)
	var b bytes.Buffer
	b.WriteString(head + origin)
	for _, l := range slices.Compact(lines) {
		b.WriteString(l + "\n")
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

var (
	listStart = regexp.MustCompile(`^export const (\w+) = \[`)
	listEntry = regexp.MustCompile(`^\s*"([^"]+)"`)
)

// namesIn reads the lists of the package's source, one name a line.
func namesIn(source string) map[string][]string {
	out := map[string][]string{}
	list := ""
	for line := range strings.Lines(source) {
		if m := listStart.FindStringSubmatch(line); m != nil {
			list = m[1]
		} else if m := listEntry.FindStringSubmatch(line); m != nil {
			out[list] = append(out[list], m[1])
		}
	}
	return out
}

// kept returns the names of one word, as they are written and without marks.
func kept(names []string, common map[string]bool) []string {
	var out []string
	for _, n := range names {
		n, _, _ = strings.Cut(n, " (")
		n = strings.TrimSuffix(strings.ReplaceAll(n, "’", "'"), " family")
		for _, spelling := range []string{n, plain(n)} {
			if single(spelling) && !common[strings.ToLower(spelling)] && !nation.IsPeople(spelling) && !country(spelling) {
				out = append(out, spelling)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// single reports whether a name is one word of three Latin letters or more
// that begins with a capital.
func single(name string) bool {
	n := 0
	for i, r := range name {
		if !unicode.Is(unicode.Latin, r) && r != '\'' || i == 0 && !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 3
}

// plain returns a name without the marks on its letters.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ł':
			return 'l'
		case r == 'Ł':
			return 'L'
		case r == 'ø':
			return 'o'
		case r == 'Ø':
			return 'O'
		case r == 'ı':
			return 'i'
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(name))
}

func country(name string) bool {
	return slices.ContainsFunc(nation.All(), func(n nation.Nation) bool { return slices.Contains(n.Names, name) })
}

// commonWords returns the words that the raw texts write in small letters
// at least as often as with a capital.
func commonWords(shared string) (map[string]bool, error) {
	small, capital := map[string]int{}, map[string]int{}
	err := corpus.RawTexts(shared, func(text string) {
		for _, t := range token.Split(text, wiredesk.Span{End: len(text)}) {
			w := t.Span.Words(text)
			if low := strings.ToLower(w); low == w {
				small[low]++
			} else {
				capital[low]++
			}
		}
	})
	out := map[string]bool{}
	for w, n := range small {
		out[w] = n >= capital[w]
	}
	return out, err
}
