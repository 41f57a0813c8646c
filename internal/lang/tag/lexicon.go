package tag

import (
	"encoding/binary"
	"errors"

	"wiredesk/internal/lang/packed"
)

// An Entry says which labels a word had in the training data, as a number
// that stands for the set of them, and its label if it has but one.
type Entry struct {
	Known uint32
	Only  int // -1 if there are several
}

// A Lexicon holds entries by the hashes of their words.
type Lexicon map[uint64]Entry

// lookup returns what the lexicon knows of a word as it is written or, with
// less trust, in small letters.
func (l Lexicon) lookup(form, lower uint64) (known uint64, only int) {
	if e, ok := l[form]; ok {
		return uint64(e.Known) + 2, e.Only
	}
	if e, ok := l[lower]; ok {
		return uint64(e.Known)<<32 + 2, -1
	}
	return 0, -1
}

// EncodeLexicon packs entries under the hashes of their words, which are in
// ascending order.
func EncodeLexicon(hashes []uint64, entries []Entry) []byte {
	raw := binary.AppendUvarint(nil, uint64(len(hashes)))
	for _, h := range hashes {
		raw = binary.LittleEndian.AppendUint64(raw, h)
	}
	for _, e := range entries {
		raw = binary.AppendUvarint(raw, uint64(e.Known))
		raw = binary.AppendUvarint(raw, uint64(e.Only+1))
	}
	return packed.Pack(raw)
}

var errLexicon = errors.New("tag lexicon: the file is damaged")

// ReadLexicon reads what EncodeLexicon packed.
func ReadLexicon(file []byte) (Lexicon, error) {
	raw, err := packed.Unpack(file)
	if err != nil {
		return nil, errLexicon
	}
	n, k := binary.Uvarint(raw)
	if k <= 0 || n > uint64(len(raw)/8) {
		return nil, errLexicon
	}
	hashes, raw := raw[k:], raw[k+8*int(n):]
	out := make(Lexicon, n)
	for i := range int(n) {
		known, k := binary.Uvarint(raw)
		only, j := binary.Uvarint(raw[max(k, 0):])
		if k <= 0 || j <= 0 {
			return nil, errLexicon
		}
		out[binary.LittleEndian.Uint64(hashes[8*i:])] = Entry{uint32(known), int(only) - 1}
		raw = raw[k+j:]
	}
	return out, nil
}
