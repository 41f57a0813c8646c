package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"wiredesk"
	"wiredesk/internal/store"
	"wiredesk/internal/store/sqlite"
)

// benchReports is how many reports the benchmarks have on the desk; REPORTS
// sets another number.
func benchReports() int {
	if n, err := strconv.Atoi(os.Getenv("REPORTS")); err == nil {
		return n
	}
	return 5000
}

// filled makes a desk with reports of 300 words, ten to a story.
func filled(b *testing.B) (*sqlite.DB, store.Line) {
	b.Helper()
	ctx := context.Background()
	db, err := sqlite.Open(ctx, b.TempDir(), true)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	line, err := db.Line(ctx, store.LineNames{Intake: "intake/1", Reading: "reading/1", Story: "story/1", Brief: "brief/1"})
	if err != nil {
		b.Fatal(err)
	}
	if err := db.Show(ctx, line); err != nil {
		b.Fatal(err)
	}
	if _, err := db.AddInputs(ctx, []store.Input{{Place: "/a", Bytes: []byte("x"), Received: "2026-03-01T12:00:00Z"}}); err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	n := benchReports()
	for from := 0; from < n; from += 500 {
		if err := db.Write(ctx, func(tx store.Tx) error {
			for i := from; i < min(from+500, n); i++ {
				if err := fill(tx, line, i, random); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	return db, line
}

// fill adds one report, read and linked.
func fill(tx store.Tx, line store.Line, i int, random *rand.Rand) error {
	var text strings.Builder
	for range 300 {
		fmt.Fprintf(&text, "word%d ", int(random.ExpFloat64()*300))
	}
	id := fmt.Sprintf("r%d", i)
	r := wiredesk.Report{ID: id, URL: wiredesk.Optional("https://kestrel.example/" + id), Text: text.String(), Outlet: "Kestrel Post",
		Headline: &wiredesk.Headline{Text: "Headline " + id}, Published: wiredesk.Published{Value: "2026-03-01"}}
	if err := tx.AddReport(line.Intake, store.Report{Input: 1, Chain: "url:" + id, Content: id, Received: "2026-03-01T12:00:00Z", Report: r}, []string{id}); err != nil {
		return err
	}
	seq := int64(i + 1)
	if err := tx.SaveReading(line.Reading, seq, &wiredesk.Reading{Report: r}); err != nil {
		return err
	}
	story := fmt.Sprintf("s%d", i/10)
	if err := tx.SaveFolder(line.Story, store.Folder{ID: story, Opened: seq}); err != nil {
		return err
	}
	if err := tx.SaveLink(line.Story, store.Link{Seq: seq, Assignment: wiredesk.Assignment{Report: id, Story: story}, Print: []byte("{}")}); err != nil || i%10 != 9 {
		return err
	}
	return tx.SaveBrief(line, store.Brief{Story: story, Revision: 9, Rank: random.Float64(), Line: wiredesk.StoryLine{ID: story, Headline: "Headline", Reports: 10}, Brief: &wiredesk.Brief{}})
}

func BenchmarkStories(b *testing.B) {
	db, _ := filled(b)
	for b.Loop() {
		if _, _, err := db.Stories(b.Context(), wiredesk.Page{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStory(b *testing.B) {
	db, _ := filled(b)
	for b.Loop() {
		if _, err := db.Story(b.Context(), "s7"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	db, _ := filled(b)
	for _, query := range []string{"word2000", "word1 word2", `"word1 word2"`, "word1*"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := db.Search(b.Context(), query, wiredesk.Page{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkState(b *testing.B) {
	db, _ := filled(b)
	for b.Loop() {
		if _, err := db.State(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
