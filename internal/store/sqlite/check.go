package sqlite

import (
	"context"
	"fmt"

	"wiredesk"
)

// Check looks over the whole desk: the engine's own check of the database, the
// search index against the reports, and every received byte against its
// SHA-256. It returns what is damaged; an error means that it could not look.
func (db *DB) Check(ctx context.Context) ([]*wiredesk.Problem, error) {
	var found []*wiredesk.Problem
	rows, err := db.read.QueryContext(ctx, "PRAGMA integrity_check(20)")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			found = append(found, &wiredesk.Problem{Input: File, Reason: "the database is damaged: " + line,
				Advice: "add the files in the raw folder to a new desk", Err: wiredesk.ErrInvalid})
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if _, err := db.write.ExecContext(ctx, "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"); err != nil {
		found = append(found, &wiredesk.Problem{Input: File, Reason: "the search index does not fit the reports: " + err.Error(),
			Advice: "raise the version of intake, or add the files in the raw folder to a new desk", Err: wiredesk.ErrInvalid})
	}
	damaged, err := db.checkRaw(ctx)
	return append(found, damaged...), err
}

// checkRaw looks at the bytes of every input.
func (db *DB) checkRaw(ctx context.Context) ([]*wiredesk.Problem, error) {
	var found []*wiredesk.Problem
	for seq := int64(0); ; {
		inputs, err := db.InputsAfter(ctx, seq, 1000)
		if err != nil {
			return found, err
		}
		if len(inputs) == 0 {
			return found, nil
		}
		for _, in := range inputs {
			seq = in.Seq
			if _, err := db.Raw(ctx, in.SHA256); err != nil {
				found = append(found, &wiredesk.Problem{Input: fmt.Sprintf("%s%s", in.File, in.URL), Reason: err.Error(), Err: wiredesk.ErrInvalid})
			}
		}
	}
}
