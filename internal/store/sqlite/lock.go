package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"

	engine "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// LockPasses makes sure that one process at a time runs the stages on a desk.
// ok is false where another one does. The lock is gone with the process that
// holds it, however that ends: it is an exclusive transaction on an empty
// database, which is the engine's own file lock on every system.
func (db *DB) LockPasses(ctx context.Context) (unlock func() error, ok bool, err error) {
	path := (&url.URL{Path: filepath.ToSlash(filepath.Join(db.dir, "passes.lock"))}).EscapedPath()
	l, err := sql.Open("sqlite", "file:"+path+"?_txlock=exclusive&_pragma=busy_timeout(0)")
	if err != nil {
		return nil, false, err
	}
	tx, err := l.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		var e *engine.Error
		if errors.As(err, &e) && e.Code()&0xff == lib.SQLITE_BUSY {
			err = nil
		}
		return nil, false, errors.Join(err, l.Close())
	}
	return func() error { return errors.Join(tx.Rollback(), l.Close()) }, true, nil
}
