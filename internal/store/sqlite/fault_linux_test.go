package sqlite

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// volume mounts a small file system of its own, or skips the test.
func volume(t *testing.T, size string) string {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("this user may mount nothing: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// A full disk: writing says so, reading goes on, and writing goes on once there
// is space. (F5.)
func TestFullDisk(t *testing.T) {
	disk := volume(t, "2m")
	db := opened(t, filepath.Join(disk, "desk"))
	ack(t, db, "first", 1000)
	ballast := filepath.Join(disk, "ballast")
	f, err := os.Create(ballast)
	if err != nil {
		t.Fatal(err)
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	f.Close()
	problemOf(t, give(t.Context(), db, "second", 200_000), "full")
	if got := kept(t, db); !got["first"] || got["second"] {
		t.Errorf("on the full disk the desk holds %v", got)
	}
	problemOf(t, openFails(t, filepath.Join(disk, "desk 2")), "full")
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	ack(t, db, "second", 200_000)
	if got := kept(t, db); !got["second"] {
		t.Errorf("with space again the desk holds %v", got)
	}
}

// openFails opens a desk and returns why that failed.
func openFails(t *testing.T, dir string) error {
	t.Helper()
	db, err := Open(t.Context(), dir, true)
	if err == nil {
		db.Close()
		t.Fatal("the desk was opened")
	}
	return err
}
