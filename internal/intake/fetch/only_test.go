package fetch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// dialling are the names by which a package could open connections by itself.
var dialling = map[string][]string{
	"http": {"Get", "Post", "PostForm", "Head", "Client", "DefaultClient", "Transport", "DefaultTransport"},
	"net":  {"Dial", "DialTimeout", "Dialer", "DialTCP", "DialIP", "DialUDP"},
}

// A13: pictures, lists, robots.txt and whatever comes later pass the same
// guard, since no other package of the module opens a connection.
func TestA13OnlyThisPackageDials(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "fetch" || strings.HasPrefix(d.Name(), ".") && path != root) {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && slices.Contains(dialling[x.Name], s.Sel.Name) {
				t.Errorf("%s uses %s.%s; fetch through internal/intake/fetch", path, x.Name, s.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
