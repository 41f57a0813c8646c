package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	engine "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"wiredesk"
)

// fault words an error of the disk or of the engine for people; other errors
// come back as they are. After a failed flush nothing more is written by this
// process: what the system still holds of it may be gone, and a second flush
// would call it safe.
func (db *DB) fault(err error) error {
	var p *wiredesk.Problem
	if err == nil || errors.As(err, &p) {
		return err
	}
	p = &wiredesk.Problem{Input: db.dir, Err: errors.Join(wiredesk.ErrLook, err)}
	code := engineCode(err)
	switch {
	case code&0xff == lib.SQLITE_BUSY:
		p.Reason = fmt.Sprintf("another program has kept the desk locked for more than %v", busyTimeout)
		p.Advice = "end that program, or try again"
	case code&0xff == lib.SQLITE_FULL, code == lib.SQLITE_IOERR_SHMSIZE, isAny(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG):
		p.Reason, p.Advice = "the disk that the desk stands on is full, so nothing was written", "free some space and try again; what was added before is safe"
	case code&0xff == lib.SQLITE_READONLY, isAny(err, syscall.EROFS), errors.Is(err, fs.ErrPermission):
		p.Reason, p.Advice = "the desk's folder cannot be written to", "make it writable for this user, or name another folder with --desk"
	case code&0xff == lib.SQLITE_CORRUPT:
		p.Reason, p.Advice = "the database is damaged: "+err.Error(), "run `wiredesk status --check`; the files in the raw folder can be added to a new desk"
	case code&0xff == lib.SQLITE_IOERR, isAny(err, syscall.EIO):
		p.Reason, p.Advice = "the disk failed: "+err.Error(), "check the disk, then start wiredesk again; what was added before is safe"
		if code == lib.SQLITE_IOERR_FSYNC || code == lib.SQLITE_IOERR_DIR_FSYNC || errors.As(err, new(*flushError)) {
			db.stopped.CompareAndSwap(nil, p)
		}
	default:
		return err
	}
	return p
}

// engineCode returns the extended code of an error of the engine, 0 for others.
func engineCode(err error) int {
	var e *engine.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// isAny reports whether an error is one of some errors of the system.
func isAny(err error, codes ...syscall.Errno) bool {
	for _, c := range codes {
		if errors.Is(err, c) {
			return true
		}
	}
	return false
}

// A flushError is a flush that failed.
type flushError struct{ error }

// Unwrap gives the system's error.
func (e *flushError) Unwrap() error { return e.error }

// flushed marks the error of a flush.
func flushed(err error) error {
	if err == nil {
		return nil
	}
	return &flushError{err}
}
