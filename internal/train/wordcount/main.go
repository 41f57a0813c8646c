// Command wordcount makes the word frequencies that linking starts with
// (internal/story/model/frequency.bin.gz) from text files, one document each,
// and from JSON Lines with a "text" and a "headline" field, plain
// or gzip. It keeps counts of words alone, never words in their order.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"wiredesk/internal/lang/packed"
	"wiredesk/internal/story"
)

// least is the count below which a word is left out: nine in ten words that
// stand in a single document are names or misprints, as rare as an unseen word.
const least = 2

func main() {
	out := flag.String("o", "frequency.bin.gz", "the model to write")
	most := flag.Int("most", 1500, "the documents to count of one file at most, so that no single kind of news rules")
	flag.Parse()
	f := story.Frequencies{Count: map[uint32]int32{}}
	for _, name := range flag.Args() {
		if err := count(&f, name, *most); err != nil {
			fmt.Fprintln(os.Stderr, "wordcount:", err)
			os.Exit(1)
		}
	}
	if err := os.WriteFile(*out, encode(f), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "wordcount:", err)
		os.Exit(1)
	}
}

// count adds the documents of one file.
func count(f *story.Frequencies, name string, most int) error {
	raw, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return err
		}
		if raw, err = io.ReadAll(z); err != nil {
			return err
		}
	}
	if !strings.Contains(name, ".jsonl") {
		f.Add(string(raw))
		return nil
	}
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, 1<<26)
	for n := 0; n < most && lines.Scan(); n++ {
		var doc struct{ Headline, Text string }
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f.Add(doc.Headline + "\n" + doc.Text)
	}
	return lines.Err()
}

// encode writes the model as story.ReadFrequencies reads it.
func encode(f story.Frequencies) []byte {
	var hashes []uint32
	for h, n := range f.Count {
		if n >= least {
			hashes = append(hashes, h)
		}
	}
	slices.Sort(hashes)
	raw := binary.AppendUvarint(nil, uint64(f.Documents))
	before := uint32(0)
	for _, h := range hashes {
		raw = binary.AppendUvarint(raw, uint64(h-before))
		raw = binary.AppendUvarint(raw, uint64(f.Count[h]))
		before = h
	}
	return packed.Pack(raw)
}
