// Package memory keeps a desk for as long as a command runs: the store behind
// `wiredesk read`, `group` and `brief`. Nothing of it outlives the process.
package memory

import (
	"context"
	"maps"
	"sync"

	"wiredesk"
	"wiredesk/internal/store"
)

// A DB is a desk in memory. It implements store.Store.
type DB struct {
	mu     sync.RWMutex
	passes sync.Mutex

	inputs  []store.Input // by Seq, from 1
	raw     map[string][]byte
	stages  []*stage // by ID, from 1
	shown   [4]int64 // the IDs of the shown line
	reports int64    // the last Seq of a report
	saves   int64    // briefs that were ever saved
	acts    []wiredesk.Act
	feeds   []*feed
	fails   map[subject]*store.Failure
	tries   map[subject]*wiredesk.Work
}

var _ store.Store = (*DB)(nil)

// A subject is what a stage works on.
type subject struct{ stage, what string }

// A stage is one version of a stage with its results; which of them it has
// depends on its kind.
type stage struct {
	store.Stage
	kind string

	reports   []*store.Report // intake: by Seq
	byID      map[string]*store.Report
	byChain   map[string][]*store.Report
	byContent map[string][]*store.Report
	byName    map[string][]*store.Report
	asks      []*ask

	readings map[int64]*wiredesk.Reading // reading: by report

	links   []*link // story: by report
	linkOf  map[string]*link
	folders map[string]*folder
	aliases map[string]alias
	befores map[int64][]byte

	briefs map[string]*brief // brief: by story
}

// A link is a store.Link with the origins that its whole story shows.
type link struct {
	store.Link
	traced *wiredesk.Assignment
}

// A folder is a story with its reports.
type folder struct {
	store.Folder
	revision int64
	links    []*link // by report
}

// A brief is a store.Brief with the order in which it was saved.
type brief struct {
	store.Brief
	saved int64
}

type alias struct {
	story string
	act   int64
}

// An ask is a kill or correction of another report.
type ask struct {
	by          *store.Report
	name, found string
}

// New returns an empty desk.
func New() *DB {
	return &DB{raw: map[string][]byte{}, fails: map[subject]*store.Failure{}, tries: map[subject]*wiredesk.Work{}}
}

// Close does nothing: there is nothing to close.
func (db *DB) Close() error { return nil }

// Folder names the desk for people.
func (db *DB) Folder() string { return "memory" }

// Check finds no damage: memory that fails takes the process with it.
func (db *DB) Check(context.Context) ([]*wiredesk.Problem, error) { return nil, nil }

// LockPasses lets one at a time run the stages; see store.Store.
func (db *DB) LockPasses(context.Context) (func() error, bool, error) {
	if !db.passes.TryLock() {
		return nil, false, nil
	}
	return func() error { db.passes.Unlock(); return nil }, true, nil
}

// A tx is one writing transaction: it holds the lock, and what takes back its
// steps.
type tx struct {
	*DB
	undo []func()
}

// Write runs f in one transaction; see store.Store.
func (db *DB) Write(ctx context.Context, f func(store.Tx) error) error {
	return db.tx(ctx, func(t *tx) error { return f(t) })
}

// tx runs f in one transaction.
func (db *DB) tx(ctx context.Context, f func(*tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	t := &tx{DB: db}
	kept := false
	defer func() {
		for i := len(t.undo) - 1; i >= 0 && !kept; i-- {
			t.undo[i]()
		}
	}()
	err := f(t)
	kept = err == nil
	return err
}

// set changes a value for as long as the transaction is kept.
func set[T any](t *tx, at *T, to T) {
	was := *at
	t.undo = append(t.undo, func() { *at = was })
	*at = to
}

// put changes an entry of a map for as long as the transaction is kept.
func put[K comparable, V any](t *tx, m map[K]V, k K, v V) {
	was, had := m[k]
	t.undo = append(t.undo, func() {
		if had {
			m[k] = was
		} else {
			delete(m, k)
		}
	})
	m[k] = v
}

// drop takes an entry out of a map for as long as the transaction is kept.
func drop[K comparable, V any](t *tx, m map[K]V, k K) {
	if was, had := m[k]; had {
		t.undo = append(t.undo, func() { m[k] = was })
		delete(m, k)
	}
}

// add appends to a list for as long as the transaction is kept. The list is
// copied when it grows, never changed in place, so that taking it back is whole.
func add[T any](t *tx, at *[]T, v ...T) { set(t, at, append((*at)[:len(*at):cap(*at)], v...)) }

// addTo appends to a list of a map.
func addTo[K comparable, T any](t *tx, m map[K][]T, k K, v T) { put(t, m, k, append(m[k], v)) }

// stageOf returns the stage behind a store.Stage, nil for none.
func (db *DB) stageOf(s store.Stage) *stage {
	if s.ID < 1 || s.ID > int64(len(db.stages)) {
		return &stage{}
	}
	return db.stages[s.ID-1]
}

// cloned copies a map that may be nil.
func cloned[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return map[K]V{}
	}
	return maps.Clone(m)
}
