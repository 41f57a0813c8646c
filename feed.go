package wiredesk

// A Feed is an address that reports are fetched from, with how it fares.
type Feed struct {
	ID      int64     `json:"id"`
	URL     string    `json:"url"`
	Title   Optional  `json:"title"`
	Added   string    `json:"added"` // RFC 3339, UTC, as all times here
	State   FeedState `json:"state"`
	Problem Optional  `json:"problem"` // why it could not be looked at, in words
	Fails   int       `json:"fails"`   // failures in a row
	Fetched Optional  `json:"fetched"` // when it was last tried
	Worked  Optional  `json:"worked"`  // when it last answered
	Due     Optional  `json:"due"`     // when it is tried next
	Items   int       `json:"items"`   // items in its last full answer
	Reports int       `json:"reports"` // reports that came from it, all versions
	Newest  Optional  `json:"newest"`  // when its newest report was received
}

// FeedState says how a feed fared when it was last tried.
type FeedState string

// The states of a feed. An empty feed and one that could not be looked at are
// different answers.
const (
	FeedNew       FeedState = "new"       // not tried yet
	FeedOK        FeedState = "ok"        // it answered with items
	FeedUnchanged FeedState = "unchanged" // it answered that nothing is new
	FeedEmpty     FeedState = "empty"     // it answered, and holds no items
	FeedFailed    FeedState = "failed"    // it could not be looked at; Problem says why
)
