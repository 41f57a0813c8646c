// Package sqlite keeps a desk in one folder: desk.db, an SQLite database, and
// raw/, the bytes of every input in files named by their SHA-256. It needs no
// server and no cgo.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the engine, as a database/sql driver

	"wiredesk"
	"wiredesk/internal/store"
)

// File is the name of the database in a desk's folder.
const File = "desk.db"

// busyTimeout is how long a statement waits for another writer.
const busyTimeout = 10 * time.Second

// readers is how many connections read at once; the pages of a desk need few.
const readers = 4

// A DB is a desk in a folder. It implements store.Store.
type DB struct {
	dir    string
	engine string
	schema int
	write  *sql.DB // one connection, so that writers wait in Go and not in the engine
	read   *sql.DB // may only read

	stopped atomic.Pointer[wiredesk.Problem] // why nothing is written any more, nil while all is well
}

var _ store.Store = (*DB)(nil)

// Open opens the desk in a folder. With create, a folder without a desk gets
// one; without it that is wiredesk.ErrNotFound. A desk that a newer program
// made, or a file that is none, is a wiredesk.Problem that says what to do.
func Open(ctx context.Context, dir string, create bool) (*DB, error) {
	if err := prepare(dir, create); err != nil {
		return nil, err
	}
	db := &DB{dir: dir}
	var err error
	if db.write, err = sql.Open("sqlite", dsn(dir, "&_txlock=immediate")); err != nil {
		return nil, err
	}
	db.write.SetMaxOpenConns(1)
	if db.read, err = sql.Open("sqlite", dsn(dir, "&_pragma=query_only(1)")); err != nil {
		return nil, errors.Join(err, db.write.Close())
	}
	db.read.SetMaxOpenConns(readers)
	if err := db.start(ctx); err != nil {
		err = explain(dir, db.fault(err))
		db.Close() // its own failure is the same one again
		return nil, err
	}
	return db, nil
}

// Close closes the desk.
func (db *DB) Close() error { return errors.Join(db.read.Close(), db.write.Close()) }

// Folder is the folder that the desk stands in.
func (db *DB) Folder() string { return db.dir }

// prepare makes sure that the folder holds a desk or may get one.
func prepare(dir string, create bool) error {
	_, err := os.Stat(filepath.Join(dir, File))
	switch {
	case err == nil:
		return nil
	case !errors.Is(err, os.ErrNotExist) && !isNotDir(err):
		return fmt.Errorf("the desk at %s cannot be opened: %w", dir, err)
	case isNotDir(err):
		return &wiredesk.Problem{Input: dir, Reason: "it is a file, and a desk is a folder",
			Advice: "name a folder with --desk", Err: wiredesk.ErrInvalid}
	case !create:
		return &wiredesk.Problem{Input: dir, Reason: "there is no desk in this folder",
			Advice: "`wiredesk add --desk " + dir + " FILE` makes one", Err: wiredesk.ErrNotFound}
	}
	if err := os.MkdirAll(filepath.Join(dir, rawFolder), 0o700); err != nil {
		return (&DB{dir: dir}).fault(err)
	}
	return nil
}

// isNotDir reports whether a path could not be reached because a part of it is
// a file.
func isNotDir(err error) bool {
	var p *os.PathError
	return errors.As(err, &p) && p.Err.Error() == "not a directory"
}

// dsn is the data source name. A file from elsewhere must not be able to run
// anything: its schema is not trusted, and the engine is on its guard.
func dsn(dir, more string) string {
	path := (&url.URL{Path: filepath.ToSlash(filepath.Join(dir, File))}).EscapedPath()
	return fmt.Sprintf("file:%s?_defensive=1&_dqs=0&_pragma=trusted_schema(0)&_pragma=busy_timeout(%d)"+
		"&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(1)&_pragma=cell_size_check(1)%s",
		path, busyTimeout.Milliseconds(), more)
}

// start checks the engine and the file and brings the schema up to date.
func (db *DB) start(ctx context.Context) error {
	if err := db.write.QueryRowContext(ctx, "SELECT sqlite_version()").Scan(&db.engine); err != nil {
		return err
	}
	if !engineSafe(db.engine) {
		return fmt.Errorf("the SQLite engine %s can damage a desk: at least %s is needed", db.engine, engineFloor)
	}
	if err := migrate(ctx, db.write); err != nil {
		return err
	}
	db.schema = len(migrations())
	return foreign(ctx, db.write)
}

// explain words an error of the engine for people.
func explain(dir string, err error) error {
	var p *wiredesk.Problem
	if errors.As(err, &p) {
		p.Input = dir
		return p
	}
	return &wiredesk.Problem{Input: dir, Reason: "the desk cannot be opened: " + err.Error(),
		Advice: "if it is damaged, put its raw folder aside and add the files in it again", Err: wiredesk.ErrInvalid}
}
