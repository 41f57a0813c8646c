package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"

	"wiredesk"
)

// rawFolder holds the bytes of the inputs, in folders by the first two digits
// of their SHA-256.
const rawFolder = "raw"

// keepRaw writes bytes to the file of their SHA-256 and returns it. When it
// returns, file and folder entry are on the disk.
func (db *DB) keepRaw(b []byte) (string, error) {
	sum := sha256.Sum256(b)
	name := hex.EncodeToString(sum[:])
	path := db.rawPath(name)
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	if info, err := os.Stat(path); err != nil || info.Size() != int64(len(b)) {
		if err := writeFile(path, b); err != nil {
			return "", err
		}
	}
	return name, errors.Join(syncFolder(folder), syncFolder(filepath.Dir(folder)))
}

// rawPath is the file of the bytes with a SHA-256.
func (db *DB) rawPath(sha256 string) string {
	return filepath.Join(db.dir, rawFolder, sha256[:2], sha256)
}

// writeFile writes a file beside its place, flushes it and moves it there, so
// that the place never holds half a file.
func writeFile(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, flushed(f.Sync()), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// syncFolder flushes a folder's entries.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(flushed(d.Sync()), d.Close())
}

// Raw returns the bytes with a SHA-256; see store.Inputs.
func (db *DB) Raw(_ context.Context, name string) ([]byte, error) {
	if len(name) != 2*sha256.Size {
		return nil, wiredesk.ErrNotFound
	}
	b, err := os.ReadFile(db.rawPath(name))
	if err != nil {
		return nil, &wiredesk.Problem{Input: name, Reason: "the bytes that were received are gone from the desk's raw folder",
			Advice: "add the file again", Err: errors.Join(wiredesk.ErrLook, err)}
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != name {
		return nil, &wiredesk.Problem{Input: name, Reason: "the bytes that were received have changed on the disk",
			Advice: "add the file again; check the disk", Err: wiredesk.ErrInvalid}
	}
	return b, nil
}
