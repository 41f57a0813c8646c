package wiredesk

// A StoryLine is a story as it stands in a list: enough to choose it by.
type StoryLine struct {
	ID        string   `json:"id"`
	Headline  string   `json:"headline"`
	Reports   int      `json:"reports"` // newest versions of its reports, killed ones included
	Outlets   int      `json:"outlets"` // 0 until its brief is compiled
	Origins   Origins  `json:"origins"`
	First     Optional `json:"first"`     // earliest publication, RFC 3339 or a date
	Latest    Optional `json:"latest"`    // latest publication, RFC 3339 or a date
	Received  string   `json:"received"`  // when its newest report came in, RFC 3339, UTC
	Withdrawn int      `json:"withdrawn"` // reports in it that were killed
	Pinned    bool     `json:"pinned"`    // an editor decided that the desk must not merge or split it
}

// A StoryView is one story with all that the desk holds on it. Brief is nil
// where none is compiled; Problem then says why, or is "" while the brief is
// still to come.
type StoryView struct {
	StoryLine
	Aliases List[string]     `json:"aliases"` // ids that lead here since their stories were merged into it
	Brief   *Brief           `json:"brief"`
	Problem Optional         `json:"problem"`
	Members List[ReportLine] `json:"members"` // every version of every report, in the order in which they were linked
	Acts    List[Act]        `json:"acts"`    // what editors decided on it, newest first
}

// A ReportLine is a report as it stands in a list, with its place in a story.
type ReportLine struct {
	ID         string       `json:"id"`
	Headline   Optional     `json:"headline"`
	Outlet     Optional     `json:"outlet"`
	URL        Optional     `json:"url"`
	Published  Published    `json:"published"`
	Received   string       `json:"received"` // RFC 3339, UTC
	Version    int          `json:"version"`
	Status     Status       `json:"status"`
	Withdrawn  Optional     `json:"withdrawn"`  // id of the report that kills it
	Superseded Optional     `json:"superseded"` // id of the newer version or correction that replaces it
	Story      Optional     `json:"story"`      // "" until it is linked
	Assignment *Assignment  `json:"assignment"` // nil until it is linked
	Why        List[string] `json:"why"`        // why Withdrawn or Superseded, in words
}

// A ReportView is one report with all that the desk read out of it. Reading is
// nil where it has not been read; Problem then says why, or is "" while the
// reading is still to come. Text is always there: evidence is never taken away.
type ReportView struct {
	ReportLine
	Text     string        `json:"text"`
	Reading  *Reading      `json:"reading"`
	Problem  Optional      `json:"problem"`
	Versions List[Version] `json:"versions"` // of the same report, oldest first
	Changes  List[Change]  `json:"changes"`  // from the version before it, by sentence; empty for the first, and until both are read
}

// A Hit is a report that a search found. Its snippet comes in pieces, so that
// who shows it escapes each piece first and marks it afterwards.
type Hit struct {
	ReportLine
	Snippet List[Piece] `json:"snippet"`
}

// A Piece is a run of a snippet; Marked runs are what was searched for.
type Piece struct {
	Text   string `json:"text"`
	Marked bool   `json:"marked"`
}

// A Page says which part of a list is asked for. Stores cap Limit.
type Page struct {
	Limit, Offset int
}

// MaxPage is the largest Limit of a Page that is answered; more is cut to it.
const MaxPage = 200

// DefaultPage is the Limit of a Page that gives none.
const DefaultPage = 30

// Cap returns the page with its numbers brought inside what is answered.
func (p Page) Cap() Page {
	switch {
	case p.Limit <= 0:
		p.Limit = DefaultPage
	case p.Limit > MaxPage:
		p.Limit = MaxPage
	}
	p.Offset = min(max(p.Offset, 0), 1_000_000)
	return p
}
