package memory

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"wiredesk"
	"wiredesk/internal/store"
)

// AddInputs keeps inputs; see store.Inputs.
func (db *DB) AddInputs(ctx context.Context, inputs []store.Input) ([]bool, error) {
	added := make([]bool, len(inputs))
	err := db.tx(ctx, func(t *tx) error {
		for i := range inputs {
			added[i] = t.addInput(&inputs[i])
		}
		return nil
	})
	return added, err
}

// addInput adds one input unless its place last gave the same bytes.
func (t *tx) addInput(in *store.Input) bool {
	sum := sha256.Sum256(in.Bytes)
	in.SHA256 = hex.EncodeToString(sum[:])
	put(t, t.raw, in.SHA256, in.Bytes)
	for i := len(t.inputs) - 1; i >= 0; i-- {
		if last := t.inputs[i]; last.Place == in.Place {
			if last.SHA256 == in.SHA256 && last.Outlet == in.Outlet && last.Published == in.Published {
				in.Seq = last.Seq
				return false
			}
			break
		}
	}
	in.Seq = int64(len(t.inputs) + 1)
	kept := *in
	kept.Bytes = nil
	add(t, &t.inputs, kept)
	return true
}

// InputsAfter lists inputs; see store.Inputs.
func (db *DB) InputsAfter(_ context.Context, seq int64, limit int) ([]store.Input, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	rest := db.inputs[min(max(0, int(seq)), len(db.inputs)):]
	return slices.Clone(rest[:min(limit, len(rest))]), nil
}

// Raw returns the bytes with a SHA-256; see store.Inputs.
func (db *DB) Raw(_ context.Context, name string) ([]byte, error) {
	if len(name) != 2*sha256.Size {
		return nil, wiredesk.ErrNotFound
	}
	db.mu.RLock()
	defer db.mu.RUnlock()
	b, ok := db.raw[name]
	if !ok {
		return nil, &wiredesk.Problem{Input: name, Reason: "the bytes were never received", Advice: "add the file", Err: errors.Join(wiredesk.ErrLook, wiredesk.ErrNotFound)}
	}
	return b, nil
}

// FailuresOf lists the failures of one input; see store.Inputs.
func (db *DB) FailuresOf(_ context.Context, seq int64) ([]wiredesk.Failure, error) {
	db.mu.RLock()
	defer db.mu.RUnlock()
	var keys []subject
	for k, f := range db.fails {
		if f.Seq == seq && seq > 0 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b subject) int { return strings.Compare(a.stage+"\x00"+a.what, b.stage+"\x00"+b.what) })
	var out []wiredesk.Failure
	for _, k := range keys {
		out = append(out, db.fails[k].Failure)
	}
	return out, nil
}
