package main

import (
	"flag"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// update writes what the commands print into the scripts that compare it.
var update = flag.Bool("update", false, "write the golden texts of the scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"wiredesk": main})
}

// The scripts in testdata try the whole command line, exit codes included.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			examples, err := filepath.Abs("../../examples")
			if err != nil {
				return err
			}
			env.Setenv("EXAMPLES", examples)
			env.Setenv("XDG_DATA_HOME", env.WorkDir+"/data")
			env.Setenv("USER", "ada")
			if err := os.WriteFile(env.WorkDir+"/binary.bin", []byte("\x7fELF\x00\x01\x02\x00\x00\x00\xff\xfe\x00"), 0o600); err != nil {
				return err
			}
			return os.WriteFile(env.WorkDir+"/latin1.txt", []byte("Ferry aground\n\nThe skipper of the ferry is Jos\xe9 Garc\xeda, the harbour master said.\n"), 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "one-line-each": oneLineEach, "big": big, "occupy": occupy, "ids": ids,
			"story-id": func(ts *testscript.TestScript, neg bool, args []string) {
				setMatch(ts, "STORY", `(?m)^(s-\S+)`, args[0])
			},
			"newest": func(ts *testscript.TestScript, neg bool, args []string) {
				setMatch(ts, "REPORT", `(?s).*\n  (\S+)  `, args[0])
			},
		},
	})
}

// exits runs a command and wants an exact exit code: "exits 2 wiredesk read".
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGUMENT...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		_, code, _ = strings.Cut(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// oneLineEach wants a number of lines on standard error, each of which names
// the program: "one-line-each 2".
func oneLineEach(ts *testscript.TestScript, neg bool, args []string) {
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n")
	for _, line := range lines {
		if !strings.HasPrefix(line, "wiredesk: ") {
			ts.Fatalf("a line that is no failure: %q", line)
		}
	}
	if want := len(args[0]); len(lines) != want {
		ts.Fatalf("%d lines, want %d (one per dot)", len(lines), want)
	}
}

// big makes a sparse file of 100 MB: "big FILE".
func big(ts *testscript.TestScript, neg bool, args []string) {
	name := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(name, []byte("A long report."), 0o600))
	ts.Check(os.Truncate(name, 100<<20))
}

// occupy listens on a free port until the script ends and sets ADDRESS to it.
func occupy(ts *testscript.TestScript, neg bool, args []string) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { l.Close() })
	ts.Setenv("ADDRESS", l.Addr().String())
}

// ids sets ONE and OTHER to the stories of the two reports that
// "wiredesk group --json" printed.
func ids(ts *testscript.TestScript, neg bool, args []string) {
	var found []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if _, rest, ok := strings.Cut(line, `"story":"s-`); ok {
			id, _, _ := strings.Cut("s-"+rest, `"`)
			found = append(found, id)
		}
	}
	if len(found) != 2 {
		ts.Fatalf("%d stories, want 2", len(found))
	}
	ts.Setenv("ONE", found[0])
	ts.Setenv("OTHER", found[1])
}

// setMatch sets a variable to what a pattern captures in a file.
func setMatch(ts *testscript.TestScript, name, pattern, file string) {
	m := regexp.MustCompile(pattern).FindStringSubmatch(ts.ReadFile(file))
	if m == nil {
		ts.Fatalf("%s holds nothing for %s", file, name)
	}
	ts.Setenv(name, m[1])
}
