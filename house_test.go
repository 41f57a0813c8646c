package wiredesk_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which rooms each room may import, besides itself and the root
// package. It follows the order in which a report walks through them; imports
// go down, never up.
var rooms = map[string][]string{
	"":                  {},
	"internal/lexicon":  {},
	"internal/intake":   {"internal/lexicon"},
	"internal/store":    {"internal/search"},
	"internal/lang":     {"internal/lexicon"},
	"internal/claim":    {"internal/lexicon", "internal/lang"},
	"internal/story":    {"internal/lexicon", "internal/standing", "internal/lang", "internal/claim"},
	"internal/standing": {},
	"internal/dossier":  {"internal/lexicon", "internal/standing"},
	"internal/brief":    {"internal/lexicon", "internal/standing", "internal/dossier"},
	"internal/desk":     {"internal/intake", "internal/standing", "internal/store", "internal/lang", "internal/claim", "internal/story", "internal/dossier", "internal/brief"},
	"internal/api":      {},
	"internal/web":      {},
	"internal/export":   {},
	"internal/search":   {},
	"internal/eval":     {"internal/lexicon", "internal/intake", "internal/lang", "internal/claim", "internal/story", "internal/dossier", "internal/brief", "internal/desk"},
	"internal/train":    {"internal/lexicon", "internal/intake", "internal/lang", "internal/claim", "internal/story", "internal/eval"},
}

// A goFile is one Go file of the module as it is written.
type goFile struct {
	path string // slash-separated, from the root of the module
	ast  *ast.File
}

// goFiles parses every Go file of the module.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "third_party" || strings.HasPrefix(d.Name(), ".") && path != ".") {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly|parser.ParseComments)
		files = append(files, goFile{filepath.ToSlash(path), f})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// room returns the room that a package folder lies in: "internal/lang" for
// internal/lang/token, "" for the root package.
func room(folder string) string {
	parts := strings.SplitN(folder, "/", 3)
	if len(parts) < 2 {
		return ""
	}
	return parts[0] + "/" + parts[1]
}

func TestImportsGoDown(t *testing.T) {
	for _, f := range goFiles(t) {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		from := room(folder(f.path))
		if from == "cmd/wiredesk" {
			continue
		}
		allowed, ok := rooms[from]
		if !ok {
			t.Errorf("%s: %q is no room of the architecture", f.path, from)
			continue
		}
		for _, imp := range f.ast.Imports {
			path, _ := strconv.Unquote(imp.Path.Value)
			to, inside := strings.CutPrefix(path, "wiredesk/")
			switch {
			case from == "" && (inside || strings.Contains(strings.SplitN(path, "/", 2)[0], ".")):
				t.Errorf("%s imports %s; the root package imports the standard library only", f.path, path)
			case inside && room(to) != from && !slices.Contains(allowed, room(to)):
				t.Errorf("%s imports %s; %s may import %v", f.path, path, from, allowed)
			}
		}
	}
}

func TestEachPackageHasOneComment(t *testing.T) {
	comments := map[string][]string{}
	for _, f := range goFiles(t) {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		dir := folder(f.path)
		comments[dir] = append(comments[dir], nil...)
		if f.ast.Doc != nil {
			comments[dir] = append(comments[dir], f.path)
		}
	}
	for dir, files := range comments {
		if len(files) != 1 {
			t.Errorf("package %s has %d package comments, want one: %v", dir, len(files), files)
		}
	}
}

// The tour in doc.go names every package below internal and cmd, and no other.
func TestTourNamesEveryPackage(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, word := range strings.FieldsFunc(string(doc), func(r rune) bool { return strings.ContainsRune(" \t\n,;:().", r) }) {
		if strings.HasPrefix(word, "internal/") || strings.HasPrefix(word, "cmd/") {
			named[word] = true
		}
	}
	exists := map[string]bool{}
	for _, f := range goFiles(t) {
		if dir := folder(f.path); dir != "" && !strings.HasSuffix(f.path, "_test.go") {
			exists[dir] = true
		}
	}
	for dir := range exists {
		if !named[dir] {
			t.Errorf("doc.go does not name %s", dir)
		}
	}
	for dir := range named {
		if !exists[dir] {
			t.Errorf("doc.go names %s, which does not exist", dir)
		}
	}
}

// folder returns the folder of a file, "" for the root.
func folder(path string) string {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i]
	}
	return ""
}
