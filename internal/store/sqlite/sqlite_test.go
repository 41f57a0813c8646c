package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/store/sqlite"
	"wiredesk/internal/store/storetest"
)

// open makes a desk in a new folder.
func open(t *testing.T) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(t.Context(), t.TempDir(), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t) })
}

// docs/schema.sql is what the migrations make. UPDATE=1 writes it.
func TestSchemaIsDocumented(t *testing.T) {
	got, err := open(t).Schema(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	const name = "../../../docs/schema.sql"
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := os.ReadFile(name)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/schema.sql is out of date; UPDATE=1 go test writes it (-want +got):\n%s", diff)
	}
}

// change runs SQL on a closed desk, as someone else might.
func change(t *testing.T, dir string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.File))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, dir string)
		create  bool
		meaning error
		words   string
	}{
		{"a folder without a desk", func(*testing.T, string) {}, false, wiredesk.ErrNotFound, "there is no desk"},
		{"a newer desk", func(t *testing.T, dir string) {
			db, err := sqlite.Open(context.Background(), dir, true)
			if err != nil {
				t.Fatal(err)
			}
			db.Close()
			change(t, dir, "PRAGMA user_version = 99")
		}, true, wiredesk.ErrConflict, "a newer Wiredesk made this desk"},
		{"another program's database", func(t *testing.T, dir string) { change(t, dir, "CREATE TABLE songs (name TEXT)") },
			true, wiredesk.ErrInvalid, "not a desk"},
		{"no database at all", func(t *testing.T, dir string) {
			os.WriteFile(filepath.Join(dir, sqlite.File), []byte(strings.Repeat("no database ", 1000)), 0o600)
		}, true, wiredesk.ErrInvalid, "cannot be opened"},
		{"a desk with a trigger from elsewhere", func(t *testing.T, dir string) {
			db, err := sqlite.Open(context.Background(), dir, true)
			if err != nil {
				t.Fatal(err)
			}
			db.Close()
			change(t, dir, "CREATE TRIGGER evil AFTER INSERT ON inputs BEGIN DELETE FROM inputs; END")
		}, true, wiredesk.ErrRefused, "evil"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			c.prepare(t, dir)
			db, err := sqlite.Open(t.Context(), dir, c.create)
			if err == nil {
				db.Close()
				t.Fatal("it was opened")
			}
			if !errors.Is(err, c.meaning) || !strings.Contains(err.Error(), c.words) {
				t.Errorf("got %q, want %v with the words %q", err, c.meaning, c.words)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than one line: %q", err)
			}
		})
	}
}

// A file where the folder should be is said to be one.
func TestOpenFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "report.txt")
	os.WriteFile(name, []byte("x"), 0o600)
	if _, err := sqlite.Open(t.Context(), name, true); !errors.Is(err, wiredesk.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

// A single changed bit in what was received is noticed.
func TestRawChanged(t *testing.T) {
	db := open(t)
	if _, err := db.AddInputs(t.Context(), []store.Input{{Place: "/a", Bytes: []byte("the bytes"), Received: "2026-03-01T12:00:00Z"}}); err != nil {
		t.Fatal(err)
	}
	in, err := db.InputsAfter(t.Context(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	sum := in[0].SHA256
	if err := os.WriteFile(filepath.Join(db.Folder(), "raw", sum[:2], sum), []byte("the bytez"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Raw(t.Context(), sum); !errors.Is(err, wiredesk.ErrInvalid) {
		t.Errorf("got %v, want %v", err, wiredesk.ErrInvalid)
	}
}

func TestLockPasses(t *testing.T) {
	db := open(t)
	unlock, ok, err := db.LockPasses(t.Context())
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if _, ok, err := db.LockPasses(t.Context()); ok || err != nil {
		t.Errorf("a second lock: %v, %v", ok, err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	unlock, ok, err = db.LockPasses(t.Context())
	if err != nil || !ok {
		t.Fatal("after unlocking:", ok, err)
	}
	unlock()
}
