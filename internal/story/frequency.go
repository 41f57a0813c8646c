package story

import (
	_ "embed"
	"encoding/binary"
	"io"
	"math"
	"sync"

	"wiredesk/internal/lang/packed"
)

//go:embed model/frequency.bin.gz
var frequencyModel []byte

// Frequencies says in how many of Documents documents a word stands, by the
// word's hash. Two reports alone have no frequencies of their own, so these
// come from free and research texts; see model/README.md.
type Frequencies struct {
	Documents int
	Count     map[uint32]int32
}

// background is the embedded model, read on first use.
var background = sync.OnceValue(func() Frequencies {
	f, err := ReadFrequencies(frequencyModel)
	if err != nil {
		return Frequencies{Documents: 1, Count: map[uint32]int32{}}
	}
	return f
})

// ReadFrequencies reads a frequency model: gzip over unsigned varints, first
// the number of documents, then for each word in the order of the hashes the
// distance from the hash before it and the count.
func ReadFrequencies(model []byte) (Frequencies, error) {
	raw, err := packed.Unpack(model)
	if err != nil {
		return Frequencies{}, err
	}
	documents, n := binary.Uvarint(raw)
	f := Frequencies{Documents: int(documents), Count: make(map[uint32]int32, len(raw)/4)}
	for h := uint32(0); n > 0 && n < len(raw); {
		step, k := binary.Uvarint(raw[n:])
		if k <= 0 {
			return f, io.ErrUnexpectedEOF
		}
		count, m := binary.Uvarint(raw[n+k:])
		if m <= 0 {
			return f, io.ErrUnexpectedEOF
		}
		h += uint32(step)
		f.Count[h] = int32(count)
		n += k + m
	}
	return f, nil
}

// rarity is the inverse document frequency of a word: 0 for a word that stands
// in every document, about 9 for one that was never seen.
func (f Frequencies) rarity(h uint32) float64 {
	return math.Log((float64(f.Documents) + 1) / (float64(f.Count[h]) + 0.5))
}

// Add counts the words of one more document.
func (f *Frequencies) Add(text string) {
	f.Documents++
	seen := map[uint32]bool{}
	for _, w := range Words(text) {
		h := hash(w)
		if !seen[h] {
			seen[h] = true
			f.Count[h]++
		}
	}
}

// prior is the number of documents, of priorDocuments, that hold a term in the
// background, by the 24 bits of the hash that a packed term keeps.
func prior(key uint32) float32 {
	n, _ := priors().get(key)
	return float32(n) / float32(background().Documents) * priorDocuments
}

// priors counts the background's documents by those 24 bits.
var priors = sync.OnceValue(func() *table {
	counts := map[uint32]uint32{}
	for h, n := range background().Count {
		counts[h&(1<<24-1)] += uint32(n)
	}
	t := &table{}
	for h, n := range counts {
		t.set(h, n)
	}
	return t
})
