package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"wiredesk/internal/store"
)

// AddInputs keeps inputs; see store.Inputs.
func (db *DB) AddInputs(ctx context.Context, inputs []store.Input) ([]bool, error) {
	if p := db.stopped.Load(); p != nil {
		return nil, p
	}
	for i := range inputs {
		sum, err := db.keepRaw(inputs[i].Bytes)
		if err != nil {
			return nil, db.fault(err)
		}
		inputs[i].SHA256 = sum
	}
	added := make([]bool, len(inputs))
	err := db.tx(ctx, func(tx *tx) (err error) {
		for i := range inputs {
			if added[i], err = tx.addInput(&inputs[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

// addInput adds one input whose bytes are kept, unless its place last gave the
// same.
func (t *tx) addInput(in *store.Input) (bool, error) {
	var sum, outlet, published string
	err := t.QueryRowContext(t.ctx, "SELECT seq, sha256, outlet, published FROM inputs WHERE place = ? ORDER BY seq DESC LIMIT 1", in.Place).
		Scan(&in.Seq, &sum, &outlet, &published)
	switch {
	case err == nil && sum == in.SHA256 && outlet == in.Outlet && published == in.Published:
		return false, nil
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return false, err
	}
	feed := sql.NullInt64{Int64: in.Feed, Valid: in.Feed != 0}
	res, err := t.ExecContext(t.ctx, `INSERT INTO inputs (place, sha256, size, file, url, media_type, outlet, published, feed, received)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		in.Place, in.SHA256, len(in.Bytes), in.File, in.URL, in.MediaType, in.Outlet, in.Published, feed, in.Received)
	if err != nil {
		return false, err
	}
	in.Seq, err = res.LastInsertId()
	return err == nil, err
}

// InputsAfter lists inputs; see store.Inputs.
func (db *DB) InputsAfter(ctx context.Context, seq int64, limit int) ([]store.Input, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT seq, place, sha256, file, url, media_type, outlet, published, coalesce(feed, 0), received
		FROM inputs WHERE seq > ? ORDER BY seq LIMIT ?`, seq, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []store.Input
	for rows.Next() {
		var in store.Input
		if err := rows.Scan(&in.Seq, &in.Place, &in.SHA256, &in.File, &in.URL, &in.MediaType, &in.Outlet, &in.Published, &in.Feed, &in.Received); err != nil {
			return nil, err
		}
		out = append(out, in)
	}
	return out, rows.Err()
}
