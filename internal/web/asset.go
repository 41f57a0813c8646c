package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"sync"
)

// assets are the addresses of the static files with a part of their SHA-256,
// so that a browser may keep each for good.
var assets = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	err := fs.WalkDir(static, "static", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := static.ReadFile(path)
		out[d.Name()] = "/" + path + "?v=" + digest(b)
		return err
	})
	if err != nil {
		panic(err) // the folder is embedded
	}
	return out
})

// digest is a short part of the SHA-256 of bytes.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:6])
}

// asset is the address of a static file.
func asset(name string) string { return assets()[name] }

// lasting lets what is asked for with its digest be kept for good.
func lasting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "" {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		next.ServeHTTP(w, r)
	})
}
