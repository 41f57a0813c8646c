package standing_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/standing"
)

var update = flag.Bool("update", false, "write the marks of the fixtures as they are")

// The fixtures tell what happens, one event a line, and behind a line of dashes
// what stands then. docs/desk.md says how they are written.
func TestFixtures(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			events, want, _ := strings.Cut(string(b), "\n--\n")
			s := &scene{stories: map[string]*standing.Folder{}, seats: map[string]standing.Seat{}, aliases: map[string][2]string{}}
			for line := range strings.Lines(events) {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					s.event(t, line)
				}
			}
			got := s.stands()
			if *update {
				if err := os.WriteFile(name, []byte(events+"\n--\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// A scene is a desk as plain values.
type scene struct {
	reports []standing.Version
	waiting []standing.Version // kills and corrections of what has not come
	notes   []string
	stories map[string]*standing.Folder
	seats   map[string]standing.Seat
	order   []string // reports in the order of linking
	aliases map[string][2]string
	acts    []wiredesk.Act
	befores []standing.Before
}

// fields reads `word word key=value key="some words"`.
func fields(line string) (words []string, values map[string]string) {
	values = map[string]string{}
	for line != "" {
		var f string
		if key, rest, ok := strings.Cut(line, `="`); ok && !strings.Contains(key, " ") {
			value, after, _ := strings.Cut(rest, `"`)
			values[key], line = value, strings.TrimSpace(after)
			continue
		}
		f, line, _ = strings.Cut(line, " ")
		line = strings.TrimSpace(line)
		if key, value, ok := strings.Cut(f, "="); ok {
			values[key] = value
		} else {
			words = append(words, f)
		}
	}
	return words, values
}

// event lets something happen.
func (s *scene) event(t *testing.T, line string) {
	t.Helper()
	words, v := fields(line)
	switch words[0] {
	case "report":
		s.arrive(words[1], v)
	case "act":
		s.act(t, words[1:], v)
	default:
		t.Fatalf("no event %q", line)
	}
}

// arrive lets a report arrive: `report ID chain=PLACE outlet=NAME text="..." status=killed replaces=...`.
func (s *scene) arrive(id string, v map[string]string) {
	r := &wiredesk.Report{ID: id, Text: v["text"], Outlet: wiredesk.Optional(v["outlet"]), URL: wiredesk.Optional(v["url"]), Status: wiredesk.Usable,
		Replaces: wiredesk.Optional(v["replaces"]), Published: wiredesk.Published{Value: wiredesk.Optional(v["date"])}}
	if v["status"] != "" {
		r.Status = wiredesk.Status(v["status"])
	}
	if v["headline"] != "" {
		r.Headline = &wiredesk.Headline{Text: v["headline"]}
	}
	if v["agency"] != "" {
		r.Agencies = []string{v["agency"]}
	}
	input, _ := strconv.Atoi(v["input"])
	if input == 0 {
		input = 1000 + len(s.reports)
	}
	place := v["place"]
	if place == "" {
		place = id
	}
	content, _ := standing.Content(r)
	now := standing.Version{Chain: standing.Chain(r, place, 0), Content: content, Input: int64(input), Report: r}
	a := standing.Arrive(now, s.around(now))
	if a.Known != "" {
		s.notes = append(s.notes, fmt.Sprintf("%s says the same as %s", id, a.Known))
		return
	}
	now.Number = a.Number
	s.reports = append(s.reports, now)
	for _, m := range a.Marks {
		for i := range s.reports {
			switch old := &s.reports[i]; {
			case old.Report.ID != m.Report:
			case m.Kill:
				old.Withdrawn = m.By
			default:
				old.Superseded = m.By
			}
		}
	}
	if a.About != "" {
		s.notes = append(s.notes, fmt.Sprintf("%s is about %s", id, a.About))
	}
	if a.Refused != nil {
		s.notes = append(s.notes, fmt.Sprintf("%s may not speak for %s", id, a.Refused.ID))
	}
	if a.Answers != "" {
		s.notes = append(s.notes, fmt.Sprintf("%s waited for %s", a.Answers, id))
		s.waiting = slices.DeleteFunc(s.waiting, func(w standing.Version) bool { return w.Report.ID == a.Answers })
	}
	if a.Asks && a.Found == "" {
		s.waiting = append(s.waiting, now)
	}
	story := v["story"]
	if story == "" {
		story = "s-" + id
	}
	if s.stories[story] == nil {
		s.stories[story] = &standing.Folder{ID: story}
	}
	s.seats[id] = standing.Seat{Report: id, Story: story}
	s.order = append(s.order, id)
}

// around gathers what bears on a report.
func (s *scene) around(v standing.Version) standing.Around {
	var a standing.Around
	chains := map[string][]standing.Version{}
	var order []string
	for _, old := range s.reports {
		if old.Chain == v.Chain {
			a.Chain = append(a.Chain, old)
			continue
		}
		if old.Content == v.Content && old.Superseded == "" {
			a.Alike = append(a.Alike, old)
		}
		if chains[old.Chain] == nil {
			order = append(order, old.Chain)
		}
		chains[old.Chain] = append(chains[old.Chain], old)
	}
	for _, c := range order {
		if slices.ContainsFunc(chains[c], func(old standing.Version) bool { return standing.Means(v.Report, old.Report) }) {
			a.Named = append(a.Named, chains[c])
		}
	}
	for _, w := range s.waiting {
		if standing.Means(w.Report, v.Report) {
			a.Asked = append(a.Asked, w)
		}
	}
	return a
}

// resolve follows aliases.
func (s *scene) resolve(id string) string {
	for s.aliases[id][0] != "" {
		id = s.aliases[id][0]
	}
	return id
}

// folder returns a story with its reports.
func (s *scene) folder(id string) (*standing.Folder, []string) {
	var members []string
	for _, r := range s.order {
		if s.seats[r].Story == id {
			members = append(members, r)
		}
	}
	return s.stories[id], members
}

// act carries out an act: `act merge STORY OTHER`, `act move STORY REPORT...`,
// `act rename STORY text="..."`, `act undo NUMBER`.
func (s *scene) act(t *testing.T, words []string, v map[string]string) {
	t.Helper()
	a := wiredesk.Act{ID: int64(len(s.acts) + 1), Kind: wiredesk.ActKind(words[0]), Who: "ada", Text: wiredesk.Optional(v["text"])}
	if who := v["who"]; who != "" {
		a.Who = who
	}
	var x standing.Scene
	x.Seats, x.Left = map[string]standing.Seat{}, map[string]int{}
	var reports []string
	switch a.Kind {
	case wiredesk.ActUndo:
		n, _ := strconv.Atoi(words[1])
		a.Undoes = int64(n)
		if n <= len(s.acts) {
			x.Done, x.Before = &s.acts[n-1], s.befores[n-1]
			x.Story = s.stories[x.Done.Story]
		}
		x.Leads = map[string]string{}
		for from, to := range s.aliases {
			if to[1] == words[1] {
				delete(s.aliases, from)
			}
		}
		for id, was := range x.Before.Stories {
			reports = append(reports, id)
			x.Leads[was] = s.resolve(was)
		}
	case wiredesk.ActMerge:
		a.Story, a.Other = words[1], wiredesk.Optional(words[2])
		x.Story, x.Members = s.folder(s.resolve(a.Story))
		x.Other, x.Others = s.folder(s.resolve(words[2]))
		reports = x.Others
	default:
		a.Story, a.Reports = words[1], words[2:]
		x.Story, x.Members = s.folder(s.resolve(a.Story))
		reports = a.Reports
	}
	for _, id := range reports {
		if seat, ok := s.seats[id]; ok {
			_, members := s.folder(seat.Story)
			x.Seats[id], x.Left[seat.Story] = seat, len(members)
		}
	}
	c, err := standing.CarryOut(a, x)
	if err != nil {
		s.notes = append(s.notes, fmt.Sprintf("%s: %v", strings.Join(words, " "), err))
		return
	}
	s.keep(c)
}

// keep keeps what an act changes.
func (s *scene) keep(c standing.Change) {
	for _, seat := range c.Seats {
		s.seats[seat.Report] = seat
		if s.stories[seat.Story] == nil {
			s.stories[seat.Story] = &standing.Folder{ID: seat.Story}
		}
	}
	if c.Folder != nil {
		s.stories[c.Folder.ID] = c.Folder
	}
	if c.Act.Kind == wiredesk.ActUndo {
		s.acts[c.Act.Undoes-1].Undone = c.Act.ID
	}
	for _, alias := range c.Aliases {
		if s.aliases[alias[0]][0] == "" { // it leads somewhere already
			s.aliases[alias[0]] = [2]string{alias[1], fmt.Sprint(c.Act.ID)}
		}
	}
	s.acts, s.befores = append(s.acts, c.Act), append(s.befores, c.Before)
}

// stands says what stands.
func (s *scene) stands() string {
	var b strings.Builder
	for _, v := range s.reports {
		fmt.Fprintf(&b, "%s version %d", v.Report.ID, v.Number)
		if v.Withdrawn != "" {
			fmt.Fprintf(&b, ", withdrawn by %s", v.Withdrawn)
		}
		if v.Superseded != "" {
			fmt.Fprintf(&b, ", replaced by %s", v.Superseded)
		}
		b.WriteString("\n")
	}
	for _, n := range s.notes {
		fmt.Fprintln(&b, n)
	}
	if len(s.acts) == 0 {
		return b.String()
	}
	var ids []string
	for id := range s.stories {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		f, members := s.folder(id)
		for i, r := range members {
			if s.seats[r].Pinned {
				members[i] += "*"
			}
		}
		fmt.Fprintf(&b, "story %s: %s", id, strings.Join(members, " "))
		if f.Pinned {
			b.WriteString(", pinned")
		}
		if f.Headline != "" {
			fmt.Fprintf(&b, ", called %q", f.Headline)
		}
		if to := s.aliases[id][0]; to != "" {
			fmt.Fprintf(&b, ", leads to %s", to)
		}
		b.WriteString("\n")
	}
	for _, p := range standing.Parted(s.acts) {
		fmt.Fprintf(&b, "%s and %s are kept apart\n", s.resolve(p[0]), s.resolve(p[1]))
	}
	return b.String()
}
