package tag

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/lang/cluster"
	"wiredesk/internal/lang/packed"
	"wiredesk/internal/lexicon"
)

//go:embed model/lemmas.txt.gz
var lemmasFile []byte

//go:embed lexicon/irregular.txt
var irregularFile []byte

// irregular has the base forms of irregular verbs under their XPOS and form.
// "wound" and "ground" are left to the rules: as verbs of their own they are
// the more frequent in news.
var irregular = sync.OnceValue(func() map[[2]string]string {
	out := map[[2]string]string{}
	for _, e := range lexicon.Parse(irregularFile) {
		for i, xpos := range []string{"VBD", "VBN"} {
			for form := range strings.SplitSeq(e.Field(i+1), ",") {
				out[[2]string{xpos, form}] = e[0]
			}
		}
	}
	return out
})

var exceptions = sync.OnceValue(func() map[lemmaKey]string { return readLemmas(lemmasFile) })

// A lemmaKey is a word in small letters with its XPOS and UPOS.
type lemmaKey struct{ word, xpos, upos string }

// readLemmas reads lines of word, XPOS, UPOS and lemma, parted by tabs.
func readLemmas(file []byte) map[lemmaKey]string {
	out := map[lemmaKey]string{}
	raw, _ := packed.Unpack(file)
	for line := range strings.Lines(string(raw)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 4 {
			out[lemmaKey{f[0], f[1], f[2]}] = f[3]
		}
	}
	return out
}

// Lemma returns the base form of a word: from the list of exceptions, or by
// rule.
func Lemma(word, upos, xpos string) string {
	lower := strings.ToLower(word)
	if l, ok := irregular()[[2]string{xpos, lower}]; ok {
		return l
	}
	if l, ok := exceptions()[lemmaKey{lower, xpos, upos}]; ok {
		if upos == "PROPN" && strings.ToLower(l) == lower {
			return word
		}
		return l
	}
	return RuleLemma(word, lower, upos, xpos)
}

// RuleLemma returns the base form by rule alone. lower is the word in small
// letters.
func RuleLemma(word, lower, upos, xpos string) string {
	switch xpos {
	case "NNS":
		return singular(lower)
	case "NNPS":
		if upos == "PROPN" {
			if strings.HasSuffix(lower, "ies") && len(lower) > 4 {
				return word[:len(word)-3] + "y"
			}
			return word[:min(len(word), len(singular(lower)))]
		}
	case "VBZ":
		return singular(lower)
	case "VBD", "VBN":
		return base(lower, "ed")
	case "VBG":
		return base(lower, "ing")
	case "JJR", "RBR":
		return base(lower, "er")
	case "JJS", "RBS":
		return base(lower, "est")
	}
	if upos == "PROPN" || upos == "X" || xpos == "NNP" || xpos == "ADD" {
		return word
	}
	return lower
}

// singular takes the ending -s off a noun or a verb.
func singular(w string) string {
	n := len(w)
	switch {
	case n < 3 || w[n-1] != 's' || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "es") && n > 4 && sibilant(w[:n-2]),
		strings.HasSuffix(w, "ses") && known(w[:n-2]) && !known(w[:n-1]): // "buses", not "houses"
		return w[:n-2]
	case strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s"):
		return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	}
	return w[:n-1]
}

// sibilant reports whether a stem takes -es: "church", "box", "glass", "do".
func sibilant(stem string) bool {
	for _, end := range []string{"ch", "sh", "x", "ss", "zz", "o"} {
		if strings.HasSuffix(stem, end) {
			return !strings.HasSuffix(stem, "ho") && stem != "sho"
		}
	}
	return false
}

// base takes an ending off a verb or an adjective and mends the stem:
// "stopped", "tried", "making", "bigger".
func base(w, ending string) string {
	stem, ok := strings.CutSuffix(w, ending)
	if !ok || !vowelIn(stem) || len(stem) < 2 {
		return w
	}
	if strings.HasSuffix(stem, "i") && len(stem) > 2 {
		return stem[:len(stem)-1] + "y"
	}
	if strings.HasSuffix(stem, "ick") && !known(stem) && known(stem[:len(stem)-1]) { // "panicked"
		return stem[:len(stem)-1]
	}
	plain, withE := known(stem), known(stem+"e")
	undoubled, doubled := undouble(stem)
	switch {
	case doubled && !plain:
		return undoubled
	case plain && (!withE || !endsLikeE(stem)):
		return stem
	case withE, endsLikeE(stem):
		return stem + "e"
	}
	return stem
}

// undouble returns a stem without its doubled last consonant: "stopp". "l",
// "s", "z" and "f" stand doubled in base forms as well.
func undouble(stem string) (string, bool) {
	n := len(stem)
	if n < 3 || stem[n-1] != stem[n-2] || strings.IndexByte("bdgmnprtl", stem[n-1]) < 0 {
		return stem, false
	}
	return stem[:n-1], true
}

// endsLikeE reports whether a stem usually has lost an -e: "mak", "chang",
// "organis", "creat".
func endsLikeE(stem string) bool {
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch {
	case strings.IndexByte("cvuz", last) >= 0:
		return true
	case last == 's':
		return before != 's'
	case last == 'g':
		return before != 'n' || n > 3 && strings.IndexByte("ae", stem[n-3]) >= 0
	case last == 'l':
		return strings.IndexByte("bcdfgkpstz", before) >= 0
	case last == 't':
		return n > 3 && (before == 'a' && strings.IndexByte("eo", stem[n-3]) < 0 || before == 'u' && strings.IndexByte("bclt", stem[n-3]) >= 0)
	case last == 'r':
		return n > 2 && (before == 'u' || before == 'i')
	case last == 'd', last == 'n', last == 'k', last == 'm', last == 'b', last == 'p':
		return n > 2 && strings.IndexByte("aiou", before) >= 0 && !vowel(stem[n-3])
	}
	return false
}

// known reports whether a word is known from running text.
func known(w string) bool { return cluster.Of(w).Fine != 0 }

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

func vowelIn(s string) bool { return strings.ContainsAny(s, "aeiouy") }
