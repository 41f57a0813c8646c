package table_test

import (
	"testing"

	"wiredesk/internal/intake/table"
)

const named = "id,title,date,text\n1,River rises,2014-03-09,\"The river rose on Sunday, the mayor said.\n\nNo one was hurt.\"\n2,River falls,2014-03-10,It fell by noon.\n3,,,\n"

func TestParse(t *testing.T) {
	for name, c := range map[string]struct {
		doc, columns string
		kind         table.Kind
		rows         int
		headline     string
	}{
		"CSV":              {named, "", table.Reports, 3, "River rises"},
		"TSV":              {"headline\ttext\nRiver rises\tIt rose.\nRiver falls\tIt fell.\n", "", table.Reports, 2, "River rises"},
		"semicolons":       {"titel;text;datum\nRiver rises;It rose, and fell.;2014\nRiver falls;It fell.;2014\n", "", table.Reports, 2, "River rises"},
		"columns by name":  {"kop,inhalt\nRiver rises,It rose.\n", "headline=kop,text=inhalt", table.Reports, 1, "River rises"},
		"without names":    {"River rises at dawn in the north,It rose.\nRiver falls by noon in the north,It fell.\n", "headline=1,text=2", table.Reports, 2, "River rises at dawn in the north"},
		"names unknown":    {"a,b,c\n1,2,3\n4,5,6\n7,8,9\n", "", table.Unnamed, 0, ""},
		"text with commas": {"Storm, wind and rain\n\nA storm, the office said, is near.\n", "", table.None, 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var columns table.Columns
			if c.columns != "" {
				var err error
				if columns, err = table.ParseColumns(c.columns); err != nil {
					t.Fatal(err)
				}
			}
			if kind := table.Tell(c.doc, columns); kind != c.kind {
				t.Fatalf("kind %d, want %d", kind, c.kind)
			}
			if c.kind != table.Reports {
				return
			}
			rows, err := table.Parse(c.doc, columns)
			if err != nil || len(rows) != c.rows || rows[0].Record["headline"] != c.headline {
				t.Errorf("%v %v", rows, err)
			}
		})
	}
	if _, err := table.ParseColumns("colour=2"); err == nil {
		t.Error("colour is no part of a report")
	}
}

// Any text in, no panic, rows within the table.
func FuzzParse(f *testing.F) {
	f.Add(named)
	f.Fuzz(func(t *testing.T, doc string) {
		if table.Tell(doc, nil) != table.Reports {
			return
		}
		rows, _ := table.Parse(doc, nil)
		for _, row := range rows {
			if row.Record.IsReport() {
				row.Record.Report()
			}
		}
	})
}
