// Package corpus reads the public data sets that models are trained on and
// measured with. The sets stand in a folder beside the repository and are no
// part of it.
package corpus

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"strings"
)

// lines calls each for every line of a file, which is unpacked if its name
// ends in .gz.
func lines(path string, each func(line string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		each(strings.TrimRight(s.Text(), "\r"))
	}
	return s.Err()
}
