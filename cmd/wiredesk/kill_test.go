package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wiredesk/internal/store/open"
)

// kills is how often the process is killed.
const kills = 50

// wiredeskProcess returns this test binary as the program wiredesk.
func wiredeskProcess(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{"wiredesk"}, args...), Env: append(os.Environ(), "GOMAXPROCS=2")}
}

// newsFiles writes invented reports, two outlets on each of some accidents,
// and returns their names in the order in which they are added.
func newsFiles(t *testing.T, dir string, n int) []string {
	t.Helper()
	ships := []string{"Alba", "Corrie", "Dunnet", "Eynhallow", "Fara", "Gairsay", "Hunda", "Inga", "Jura", "Kyle", "Linga", "Muckle", "Noss"}
	places := []string{"Stroma", "Wick", "Brough", "Scrabster", "Lybster", "Helmsdale", "Tongue"}
	var names []string
	for i := range n {
		ship, place := ships[i/2%len(ships)], places[i/2%len(places)]
		text := fmt.Sprintf("Ferry %s aground off %s\n\n%s, March %d - The ferry %s ran aground off %s on Sunday and %d people were injured, harbour master Ewan Gunn said. Report %d.\n",
			ship, place, strings.ToUpper(place), i/2+1, ship, place, i/2+2, i)
		name := filepath.Join(dir, fmt.Sprintf("report-%02d.txt", i))
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	return names
}

// killed runs "wiredesk add" on the files, kills it after a while and returns
// the files that it had acknowledged, and whether it came to its end before.
func killed(t *testing.T, desk string, after time.Duration, files []string) (acknowledged []string, ended bool) {
	t.Helper()
	cmd := wiredeskProcess(t, append([]string{"add", "-v", "--desk", desk}, files...)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if word, name, ok := strings.Cut(lines.Text(), " "); ok && (word == "added" || word == "known") {
			acknowledged = append(acknowledged, name)
		}
	}
	ended = cmd.Wait() == nil
	if said.Len() > 0 {
		t.Log(said.String())
	}
	return acknowledged, ended
}

// exported returns the export of a desk.
func exported(t *testing.T, desk string) []byte {
	t.Helper()
	var out, failure bytes.Buffer
	cmd := wiredeskProcess(t, "export", "--desk", desk)
	cmd.Stdout, cmd.Stderr = &out, &failure
	if err := cmd.Run(); err != nil {
		t.Fatalf("export: %v\n%s", err, failure.String())
	}
	return out.Bytes()
}

// held returns how often each file is among the inputs of a desk, and fails if
// the desk is damaged.
func held(t *testing.T, desk string) map[string]int {
	t.Helper()
	db, err := open.Open(t.Context(), desk, true)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	damage, err := db.Check(t.Context())
	if err != nil || len(damage) > 0 {
		t.Fatal("the desk is damaged:", damage, err)
	}
	inputs, err := db.InputsAfter(t.Context(), 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for _, in := range inputs {
		n[in.File]++
	}
	return n
}

// A real process is killed at fifty random moments while it adds and reads one
// more report each time. No acknowledged report is lost, none is there twice,
// and in the end the desk is, byte for byte, the one that was never disturbed.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts the program fifty times")
	}
	dir := t.TempDir()
	files := newsFiles(t, dir, kills+2)
	calm := filepath.Join(dir, "calm")
	begin := time.Now()
	if _, ended := killed(t, calm, 5*time.Minute, files); !ended {
		t.Fatal("the undisturbed run failed")
	}
	whole := time.Since(begin)
	want := exported(t, calm)

	desk := filepath.Join(dir, "desk")
	random := rand.New(rand.NewPCG(1, 2))
	acknowledged := map[string]bool{}
	struck, inARow := 0, 0
	for i := range kills {
		after := time.Duration(random.Int64N(int64(whole)))
		if inARow == 2 { // a third might hit the same report, which is set aside then: see TestProcessEnds of desk
			after = 5 * time.Minute
		}
		names, ended := killed(t, desk, after, files[:i+2])
		if inARow++; ended {
			inARow = 0
		} else {
			struck++
		}
		for _, name := range names {
			acknowledged[name] = true
		}
		n := held(t, desk)
		for name := range acknowledged {
			if n[name] != 1 {
				t.Fatalf("kill %d: %s was acknowledged and is there %d times", i, name, n[name])
			}
		}
	}
	if _, ended := killed(t, desk, 5*time.Minute, files); !ended {
		t.Fatal("the last run failed")
	}
	t.Logf("%d of %d runs were struck before their end", struck, kills)
	if struck == 0 {
		t.Error("no run was struck: the test shows nothing")
	}
	if got := exported(t, desk); !bytes.Equal(got, want) {
		t.Errorf("the desk differs from the undisturbed one:\n%s", firstDifference(want, got))
	}
}

// firstDifference shows the first line that differs.
func firstDifference(want, got []byte) string {
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwant %.300s\ngot  %.300s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
