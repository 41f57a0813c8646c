package story

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
)

// RunLength is the number of words of a run. Of words edited one by one at
// 30 %, 0.7^4 = 24 % of the runs of four survive, which still stands far above
// the 1 to 3 % that independent reports of one event share.
const RunLength = 4

// MaxRuns is the number of runs that a Print keeps: those with the smallest
// hashes. Two reports are compared on the part of the range of hashes that
// both have kept whole, so the sample is the same on both sides (a bottom-k
// sketch after Cohen and Kaplan, 2007).
const MaxRuns = 96

// runBits is the size of a run's hash: 24 bits keep the Print small, and two
// reports of 600 words share a false run with a chance of one in fifty.
const runBits = 20

// Runs are the sampled hashes of the runs of words in a report, in rising
// order. In JSON they are base64 over three bytes each.
type Runs []uint32

// MarshalJSON writes the runs as base64.
func (r Runs) MarshalJSON() ([]byte, error) {
	raw := make([]byte, 0, 3*len(r))
	for _, h := range r {
		raw = append(raw, byte(h>>16), byte(h>>8), byte(h))
	}
	return json.Marshal(base64.RawStdEncoding.EncodeToString(raw))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Runs) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	runs, err := readRuns([]byte(s))
	if err != nil {
		return err
	}
	*r = runs
	return nil
}

// readRuns reads base64 over three bytes each.
func readRuns(coded []byte) (Runs, error) {
	var room [3 * MaxRuns]byte
	raw, err := base64.RawStdEncoding.AppendDecode(room[:0], coded)
	if err != nil || len(raw)%3 != 0 {
		return nil, fmt.Errorf("runs: not base64 of three bytes each")
	}
	runs := make(Runs, 0, len(raw)/3)
	for i := 0; i < len(raw); i += 3 {
		runs = append(runs, uint32(raw[i])<<16|uint32(raw[i+1])<<8|uint32(raw[i+2]))
	}
	return runs, nil
}

// runs samples the runs of words of a report. Headlines are left out, since
// two desks may well choose the same one, and so are runs inside quotation
// marks: whoever heard the same speaker prints the same words.
func runs(words []word) Runs {
	var all []uint32
	for i := 0; i+RunLength <= len(words); i++ {
		if h, ok := run(words[i : i+RunLength]); ok {
			all = append(all, h)
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	return slices.Clone(all[:min(len(all), MaxRuns)])
}

// mostNames is the number of names and numbers in a run that counts: what
// bodies are called is the same in all reports.
const mostNames = 2

// run hashes one run of words. ok is false where it does not count.
func run(words []word) (h uint32, ok bool) {
	x := uint64(14695981039346656037)
	quoted, names := true, 0
	for i, w := range words {
		if w.head || i > 0 && w.starts {
			return 0, false
		}
		quoted = quoted && w.quoted
		if w.capital || w.number {
			names++
		}
		x = (x ^ uint64(hash(w.fold))) * 1099511628211
	}
	x ^= x >> 32
	x *= 0xd6e8feb86659fd93
	x ^= x >> 32
	return uint32(x) & (1<<runBits - 1), !quoted && names <= mostNames
}

// shared compares two samples on the range of hashes that both kept whole. It
// returns how many runs they have in common there and how many each has.
func shared(a, b []uint32) (both, inA, inB int) {
	end := uint32(1 << runBits)
	for _, r := range [2][]uint32{a, b} {
		if len(r) == MaxRuns {
			end = min(end, r[len(r)-1]+1)
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) && a[i] < end && b[j] < end {
		switch {
		case a[i] == b[j]:
			both++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	for i < len(a) && a[i] < end {
		i++
	}
	for j < len(b) && b[j] < end {
		j++
	}
	return both, i, j
}
