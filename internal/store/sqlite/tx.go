package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"

	"wiredesk"
	"wiredesk/internal/store"
)

// A tx is one writing transaction. It implements store.Tx.
type tx struct {
	*sql.Tx
	ctx context.Context
}

// tx runs f in one transaction.
func (db *DB) tx(ctx context.Context, f func(*tx) error) error {
	if p := db.stopped.Load(); p != nil {
		return p
	}
	t, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return db.fault(err)
	}
	defer t.Rollback()
	if err := f(&tx{t, ctx}); err != nil {
		return db.fault(err)
	}
	return db.fault(t.Commit())
}

// Write runs f in one transaction; see store.Store.
func (db *DB) Write(ctx context.Context, f func(store.Tx) error) error {
	return db.tx(ctx, func(t *tx) error { return f(t) })
}

// exec runs one statement.
func (t *tx) exec(query string, args ...any) error {
	_, err := t.ExecContext(t.ctx, query, args...)
	return err
}

// texts returns the one text column of a query.
func texts(ctx context.Context, q querier, query string, args ...any) ([]string, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// encode writes a value of ours as JSON text.
func encode(v any) (string, error) {
	b, err := wiredesk.Encode(v)
	return string(b), err
}

// A document scans JSON text into a value.
type document struct{ into any }

// Scan implements sql.Scanner. Null and "" leave the value as it is.
func (d document) Scan(src any) error {
	switch s := src.(type) {
	case string:
		if s == "" {
			return nil
		}
		return json.Unmarshal([]byte(s), d.into)
	case []byte:
		if len(s) == 0 {
			return nil
		}
		return json.Unmarshal(s, d.into)
	}
	return nil
}
