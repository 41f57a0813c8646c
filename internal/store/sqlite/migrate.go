package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"wiredesk"
)

// applicationID marks a database as a desk ("WDSK"), so that no other program's
// database is ever migrated into one.
const applicationID = 1464095563

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps of the schema in order. The version of a schema is
// the number of steps that made it.
var migrations = sync.OnceValue(func() []string {
	names, _ := fs.Glob(migrationFiles, "migrations/*.sql")
	steps := make([]string, len(names))
	for i, name := range names {
		b, _ := migrationFiles.ReadFile(name)
		steps[i] = string(b)
	}
	return steps
})

// migrate brings the schema up to date, one transaction a step.
func migrate(ctx context.Context, db *sql.DB) error {
	var version, application, tables int
	err := db.QueryRowContext(ctx, `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_user_version, pragma_application_id`).Scan(&version, &application, &tables)
	switch {
	case err != nil:
		return err
	case version > len(migrations()):
		return &wiredesk.Problem{Reason: fmt.Sprintf("a newer Wiredesk made this desk (schema %d, this program knows %d)", version, len(migrations())),
			Advice: "use the newer program", Err: wiredesk.ErrConflict}
	case tables > 0 && application != applicationID:
		return &wiredesk.Problem{Reason: File + " in it is a database, but not a desk",
			Advice: "name another folder with --desk", Err: wiredesk.ErrInvalid}
	}
	for version < len(migrations()) {
		if version, err = step(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

// step carries out the next migration and returns the version reached. Another
// process may have been faster, so the version is read again inside.
func step(ctx context.Context, db *sql.DB) (int, error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	var version int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if version >= len(migrations()) {
		return version, nil
	}
	if _, err := tx.ExecContext(ctx, migrations()[version]); err != nil {
		return version, fmt.Errorf("migration %d: %w", version+1, err)
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1)); err != nil {
		return version, err
	}
	return version + 1, tx.Commit()
}

// foreign refuses a database that holds triggers or views: a desk has none, and
// in a file from elsewhere they would run with our rights.
func foreign(ctx context.Context, db *sql.DB) error {
	var names sql.NullString
	err := db.QueryRowContext(ctx, "SELECT group_concat(name, ', ') FROM sqlite_schema WHERE type IN ('trigger', 'view')").Scan(&names)
	if err == nil && names.Valid {
		err = &wiredesk.Problem{Reason: "its database holds what a desk does not: " + names.String,
			Advice: "do not use it; it was changed by someone else", Err: wiredesk.ErrRefused}
	}
	return err
}

// Schema returns the SQL of the whole schema as the engine holds it, for
// docs/schema.sql.
func (db *DB) Schema(ctx context.Context) (string, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'words_*' AND name NOT GLOB 'sqlite_*'
		ORDER BY rowid`)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var b strings.Builder
	fmt.Fprintf(&b, "-- The schema of a desk, version %d. Made from internal/store/sqlite/migrations; do not edit.\n", db.schema)
	for rows.Next() {
		var sql string
		if err := rows.Scan(&sql); err != nil {
			return "", err
		}
		b.WriteString("\n" + sql + ";\n")
	}
	return b.String(), rows.Err()
}
