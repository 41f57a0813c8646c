package desk_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
)

// versionLength is how much of a hash makes a version.
const versionLength = 10

// stages are the stages with the rooms whose models and word lists they rest on,
// in the order of the file.
var stages = []struct {
	name  string
	rooms []string
}{
	{"intake", []string{"intake"}}, {"standing", nil}, {"lang/en", []string{"lang"}}, {"claim/en", []string{"claim"}},
	{"story", []string{"story"}}, {"brief", []string{"dossier", "brief"}},
}

// The versions of the stages are hashes of what they make of the examples and of
// every fixture, read as a report, and of their models.
func TestVersions(t *testing.T) {
	if os.Getenv("UPDATE") != "1" && testing.Short() {
		t.Skip("it reads every fixture")
	}
	sums := map[string]hash.Hash{}
	for _, s := range stages {
		sums[s.name] = sha256.New()
		for _, room := range s.rooms {
			models(t, sums[s.name], room)
		}
	}
	fixtures(t, sums["standing"], filepath.Join("..", "standing", "testdata", "*"))
	results(t, sums)
	var b strings.Builder
	for _, s := range stages {
		fmt.Fprintf(&b, "%s %s\n", s.name, hex.EncodeToString(sums[s.name].Sum(nil))[:versionLength])
	}
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile("versions.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile("versions.txt")
	if err != nil || string(want) != b.String() {
		t.Errorf("results changed: run `make versions`, so that every desk reads its archive again (%v)\ngot:\n%swant:\n%s", err, b.String(), want)
	}
}

// models hashes the models and word lists of a room.
func models(t *testing.T, into hash.Hash, room string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join("..", room), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) == ".go" || filepath.Ext(path) == ".s" || filepath.Ext(path) == ".md":
			return nil
		}
		return file(into, path)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// fixtures hashes files.
func fixtures(t *testing.T, into hash.Hash, pattern string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatal(pattern, err)
	}
	for _, name := range names {
		if err := file(into, name); err != nil {
			t.Fatal(err)
		}
	}
}

// file hashes one file with its name.
func file(into hash.Hash, name string) error {
	b, err := os.ReadFile(name)
	fmt.Fprintf(into, "%s %d\n", filepath.ToSlash(name), len(b))
	into.Write(b)
	return err
}

// corpus returns the examples and every fixture, each as an input.
func corpus(t *testing.T) []intake.Input {
	t.Helper()
	var names []string
	for _, root := range []string{"../../examples", ".."} {
		err := filepath.WalkDir(filepath.FromSlash(root), func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Name() == "node_modules" {
				return filepath.SkipDir // what a test installed is no fixture
			}
			if err == nil && !d.IsDir() && (root != ".." || strings.Contains(filepath.ToSlash(path), "/testdata/") && !strings.Contains(filepath.ToSlash(path), "/fuzz/")) {
				names = append(names, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(names)
	var out []intake.Input
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, intake.Input{File: filepath.ToSlash(name), Bytes: b})
	}
	return out
}

// results hashes what each stage makes of the corpus.
func results(t *testing.T, sums map[string]hash.Hash) {
	t.Helper()
	put := func(stage string, v any) {
		b, err := wiredesk.Encode(v)
		if err != nil {
			t.Fatal(err)
		}
		sums[stage].Write(b)
	}
	ctx := t.Context()
	p := desk.NewPile(desk.Options{Now: frozen, Stages: desk.Stages{Read: desk.ReadTokens}})
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(p.Add(ctx, corpus(t)))
	must(p.Run(ctx, nil))
	readings, err := p.Readings(ctx)
	must(err)
	for _, r := range readings {
		put("intake", r.Report)
		put("lang/en", []any{r.Sentences, r.Tokens, r.Mentions, r.Entities, r.References, r.Times, r.Places})
		put("claim/en", []any{r.Claims, r.Figures, r.Background, r.Events, r.Photos})
	}
	assignments, err := p.Assignments(ctx)
	must(err)
	put("story", assignments)
	briefs, err := p.Briefs(ctx)
	must(err)
	put("brief", briefs)
}
