package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"wiredesk"
	"wiredesk/internal/desk"
	"wiredesk/internal/intake"
)

// Seeds runs the whole desk over the two seed reports and holds the outcome
// against EXPECTED.md, which stands beside them: each line of its tables is met
// or not. An unmet line is listed by itself.
func Seeds(shared string) ([]Line, error) {
	run, err := runSeeds(filepath.Join(shared, "seeds"))
	if err != nil {
		return nil, err
	}
	var out []Line
	for _, section := range []struct {
		number int
		check  func(*seedRun) []seedCheck
	}{{1, particulars}, {2, independence}, {3, claimRows}, {4, figureRows}, {5, dateRows}, {6, nameRows}, {7, relationRows}, {8, briefRows}} {
		met := 0
		var unmet []Line
		checks := section.check(run)
		for _, c := range checks {
			if c.met {
				met++
				continue
			}
			unmet = append(unmet, Line{Name: fmt.Sprintf("EXPECTED %d unmet: %s", section.number, c.name), Note: c.note})
		}
		out = append(out, Line{Name: fmt.Sprintf("EXPECTED section %d, lines met of %d", section.number, len(checks)), Value: float64(met), Bar: float64(len(checks))})
		out = append(out, unmet...)
	}
	return out, nil
}

// A seedCheck is one line of EXPECTED.md and whether the desk meets it.
type seedCheck struct {
	name string
	met  bool
	note string
}

// A seedRun is the desk's outcome over the two seeds.
type seedRun struct {
	expected    string // EXPECTED.md
	r, d        *wiredesk.Reading
	assignments []wiredesk.Assignment
	stories     []wiredesk.Story
	brief       wiredesk.Brief
}

// runSeeds reads both reports and compiles their brief.
func runSeeds(folder string) (*seedRun, error) {
	expected, err := os.ReadFile(filepath.Join(folder, "EXPECTED.md"))
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) != 2 {
		return nil, fmt.Errorf("%s: want two reports, found %d", folder, len(files))
	}
	var reports []wiredesk.Report
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		reports = append(reports, intake.Parse(intake.Input{File: f, Bytes: b}).Reports...)
	}
	if len(reports) != 2 {
		return nil, fmt.Errorf("%s: two files gave %d reports", folder, len(reports))
	}
	return readSeeds(string(expected), reports)
}

// readSeeds lets the desk read the two reports together.
func readSeeds(expected string, reports []wiredesk.Report) (*seedRun, error) {
	ctx := context.Background()
	pile, err := desk.OfReports(ctx, reports, nil, desk.Options{})
	if err != nil {
		return nil, err
	}
	if err := pile.Run(ctx, nil); err != nil {
		return nil, err
	}
	run := &seedRun{expected: expected}
	readings, err := pile.Readings(ctx)
	if err != nil || len(readings) != len(reports) {
		return nil, fmt.Errorf("%d of %d reports were read: %w", len(readings), len(reports), err)
	}
	if run.assignments, err = pile.Assignments(ctx); err != nil {
		return nil, err
	}
	if run.stories, err = pile.Stories(ctx); err != nil {
		return nil, err
	}
	briefs, err := pile.Briefs(ctx)
	if err != nil {
		return nil, err
	}
	if len(briefs) > 0 {
		run.brief = briefs[0]
	}
	run.r, run.d = &readings[0], &readings[1]
	return run, nil
}

// report returns the reading that a letter of EXPECTED.md stands for.
func (s *seedRun) report(letter string) *wiredesk.Reading {
	if strings.TrimSpace(letter) == "D" {
		return s.d
	}
	return s.r
}

// rows returns the cells of the table in a numbered section, without its head.
func (s *seedRun) rows(section int) [][]string {
	_, text, _ := strings.Cut(s.expected, fmt.Sprintf("\n## %d. ", section))
	text, _, _ = strings.Cut(text, "\n## ")
	var out [][]string
	head := true
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			continue
		}
		if strings.HasPrefix(line, "|--") {
			head = false
			continue
		}
		if head {
			continue
		}
		var cells []string
		for _, c := range strings.Split(strings.Trim(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(c))
		}
		out = append(out, cells)
	}
	return out
}
