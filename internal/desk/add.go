package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"wiredesk/internal/intake"
	"wiredesk/internal/store"
)

// addBatch is how many inputs are kept in one transaction; those of a batch
// are acknowledged together.
const addBatch = 32

// Add keeps inputs, in their order. done, if not nil, is called with each input
// as soon as it is safe, with its number and whether it is new. Run reads them.
func (d *Desk) Add(ctx context.Context, inputs []intake.Input, done func(in intake.Input, seq int64, added bool)) error {
	for len(inputs) > 0 {
		batch := inputs[:min(addBatch, len(inputs))]
		inputs = inputs[len(batch):]
		rows := make([]store.Input, len(batch))
		for i, in := range batch {
			rows[i] = d.row(in)
		}
		added, err := d.store.AddInputs(ctx, rows)
		if err != nil {
			return err
		}
		for i := range batch {
			if done != nil {
				done(batch[i], rows[i].Seq, added[i])
			}
		}
	}
	return nil
}

// row is an input as the store keeps it.
func (d *Desk) row(in intake.Input) store.Input {
	return store.Input{
		Place: place(in), Bytes: in.Bytes, File: in.File, URL: in.URL, MediaType: in.MediaType,
		Outlet: in.Outlet, Published: in.Published, Received: d.stamp(),
	}
}

// place says where bytes came from, so that the same place with other bytes is
// seen as a change: the address, or the absolute path of the file. Standard
// input is no place; each text that comes that way stands for itself.
func place(in intake.Input) string {
	switch {
	case in.URL != "":
		return in.URL
	case in.File == "-":
		sum := sha256.Sum256(in.Bytes)
		return "-" + hex.EncodeToString(sum[:])
	}
	if path, err := filepath.Abs(in.File); err == nil {
		return path
	}
	return in.File
}
