package sqlite

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"wiredesk"
	"wiredesk/internal/store"
)

// ack adds one input of n bytes and fails the test if that is not acknowledged.
func ack(t *testing.T, db *DB, name string, n int) {
	t.Helper()
	if err := give(t.Context(), db, name, n); err != nil {
		t.Fatal(err)
	}
}

// give adds one input of n bytes.
func give(ctx context.Context, db *DB, name string, n int) error {
	text := name + strings.Repeat(" The ferry is late.", n/19)
	_, err := db.AddInputs(ctx, []store.Input{{Place: name, File: name, Bytes: []byte(text), Received: "2015-04-25T08:00:00Z"}})
	return err
}

// opened opens a desk that the test closes.
func opened(t *testing.T, dir string) *DB {
	t.Helper()
	db, err := Open(t.Context(), dir, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// kept returns the names of the inputs on a desk, and fails the test if the
// desk is damaged.
func kept(t *testing.T, db *DB) map[string]bool {
	t.Helper()
	if damage, err := db.Check(t.Context()); err != nil || len(damage) > 0 {
		t.Fatal("the desk is damaged:", damage, err)
	}
	inputs, err := db.InputsAfter(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, in := range inputs {
		out[in.Place] = true
	}
	return out
}

// bytesOf reads a file, nil where there is none.
func bytesOf(path string) []byte {
	b, _ := os.ReadFile(path)
	return b
}

// After a loss of power the database is as it was flushed last, and the log of
// writes goes on as far as the disk came with what was not flushed, in part with
// bytes of something else. Whatever was acknowledged by then is there. (Hostile
// list F3 and F4.)
func TestLossOfPower(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, dir)
	var synchronous int
	if err := db.write.QueryRow("PRAGMA synchronous").Scan(&synchronous); err != nil || synchronous != 2 {
		t.Fatalf("synchronous = %d, want 2 (FULL): %v", synchronous, err)
	}
	const inputs = 15
	main, log := make([][]byte, inputs), make([][]byte, inputs)
	for i := range inputs {
		ack(t, db, fmt.Sprint("input ", i), 400)
		main[i], log[i] = bytesOf(filepath.Join(dir, File)), bytesOf(filepath.Join(dir, File+"-wal"))
	}
	random := rand.New(rand.NewPCG(3, 4))
	for i := range inputs - 1 {
		for range 2 {
			unflushed := log[i+1][len(log[i]):]
			torn := append([]byte{}, unflushed[:random.IntN(len(unflushed)+1)]...)
			for k := max(0, len(torn)-random.IntN(512)); k < len(torn); k++ {
				torn[k] = byte(random.Int())
			}
			after := t.TempDir()
			write(t, filepath.Join(after, File), main[i])
			write(t, filepath.Join(after, File+"-wal"), append(append([]byte{}, log[i]...), torn...))
			if err := os.CopyFS(filepath.Join(after, rawFolder), os.DirFS(filepath.Join(dir, rawFolder))); err != nil {
				t.Fatal(err)
			}
			got := kept(t, opened(t, after))
			for k := range i + 1 {
				if !got[fmt.Sprint("input ", k)] {
					t.Fatalf("power lost after input %d was acknowledged: input %d is gone", i, k)
				}
			}
		}
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Pages that a loss of power tore while the log was written back into the
// database are whole again from the log. (F4.)
func TestTornPages(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, dir)
	for i := range 10 {
		ack(t, db, fmt.Sprint("input ", i), 400)
	}
	path := filepath.Join(dir, File)
	before, log := bytesOf(path), bytesOf(path+"-wal")
	if _, err := db.write.Exec("PRAGMA wal_checkpoint(FULL)"); err != nil {
		t.Fatal(err)
	}
	written := bytesOf(path)
	random := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		torn := append([]byte{}, before...)
		for from := 0; from+512 <= min(len(torn), len(written)); from += 512 {
			if random.IntN(2) == 0 {
				copy(torn[from:from+512], written[from:])
			}
		}
		after := t.TempDir()
		write(t, filepath.Join(after, File), torn)
		write(t, filepath.Join(after, File+"-wal"), log)
		if err := os.CopyFS(filepath.Join(after, rawFolder), os.DirFS(filepath.Join(dir, rawFolder))); err != nil {
			t.Fatal(err)
		}
		if got := kept(t, opened(t, after)); len(got) != 10 {
			t.Fatalf("of 10 inputs %d are left", len(got))
		}
	}
}

// problemOf fails the test unless an error is a problem that says words and
// what to do.
func problemOf(t *testing.T, err error, words string) {
	t.Helper()
	var p *wiredesk.Problem
	if !errors.As(err, &p) || !strings.Contains(p.Reason, words) || p.Advice == "" {
		t.Fatalf("got %v, want a problem with %q and advice", err, words)
	}
}

// A database that may not grow, as on a full disk: writing says so, reading goes
// on, and writing goes on once there is space. (F5.)
func TestFullDatabase(t *testing.T) {
	db := opened(t, t.TempDir())
	ack(t, db, "first", 1000)
	if _, err := db.write.Exec("PRAGMA max_page_count = 1"); err != nil { // it is set to the pages there are
		t.Fatal(err)
	}
	var failed error
	for i := 0; failed == nil && i < 200; i++ {
		failed = db.Write(t.Context(), func(tx store.Tx) error {
			return tx.SaveFailure(store.Failure{Subject: fmt.Sprint(i), Detail: strings.Repeat("x", 9000)})
		})
	}
	problemOf(t, failed, "full")
	if got := kept(t, db); !got["first"] {
		t.Errorf("the desk holds %v", got)
	}
	if _, err := db.write.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	ack(t, db, "second", 1000)
}

// A database that may only be read: writing says so, reading goes on. (F6.)
func TestReadOnlyDatabase(t *testing.T) {
	db := opened(t, t.TempDir())
	ack(t, db, "first", 1000)
	if _, err := db.write.Exec("PRAGMA query_only = 1"); err != nil {
		t.Fatal(err)
	}
	problemOf(t, give(t.Context(), db, "second", 1000), "written to")
	if got, err := db.InputsAfter(t.Context(), 0, 10); err != nil || len(got) != 1 {
		t.Errorf("the desk holds %v, %v", got, err)
	}
}

// After a failed flush nothing is written any more, reading goes on, and a new
// start begins with what was acknowledged. (F6.)
func TestFailedFlush(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, dir)
	ack(t, db, "first", 1000)
	problemOf(t, db.fault(flushed(syscall.EIO)), "disk failed")
	problemOf(t, give(t.Context(), db, "second", 1000), "disk failed")
	problemOf(t, db.Write(t.Context(), func(store.Tx) error { t.Error("a transaction began"); return nil }), "disk failed")
	if got, err := db.InputsAfter(t.Context(), 0, 10); err != nil || len(got) != 1 {
		t.Errorf("the desk holds %v, %v", got, err)
	}
	db.Close()
	again := opened(t, dir)
	ack(t, again, "second", 1000)
	if got := kept(t, again); !got["first"] || !got["second"] {
		t.Errorf("the desk holds %v", got)
	}
}

// A disk that gives less than was written is an error, and no panic. (F6.)
func TestShortRead(t *testing.T) {
	dir := t.TempDir()
	db := opened(t, dir)
	for i := range 40 {
		ack(t, db, fmt.Sprint("input ", i), 400)
	}
	db.Close()
	path := filepath.Join(dir, File)
	if err := os.Truncate(path, int64(len(bytesOf(path))/2&^4095)); err != nil {
		t.Fatal(err)
	}
	db, err := Open(t.Context(), dir, false)
	if err != nil {
		return // it was found at once
	}
	defer db.Close()
	damage, err := db.Check(t.Context())
	if err == nil && len(damage) == 0 {
		t.Error("half a database passes for a whole one")
	}
}
