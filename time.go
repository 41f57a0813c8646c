package wiredesk

// TimeKind says what kind of time an expression gives, after TIMEX3.
type TimeKind string

// The kinds of times.
const (
	TimeDate     TimeKind = "date"
	TimeRange    TimeKind = "range"
	TimeDuration TimeKind = "duration"
	TimeSet      TimeKind = "set" // "every Friday"
)

// A Time is a time expression with what it resolves to. From and To are
// inclusive ISO 8601 dates or times; both are unknown where the expression
// cannot be tied to the calendar.
type Time struct {
	Span   Span     `json:"span"`
	From   Optional `json:"from"`
	To     Optional `json:"to"`
	Kind   TimeKind `json:"kind"`
	Anchor Optional `json:"anchor"` // the date it was counted from, ISO 8601; null for explicit dates
	Rule   string   `json:"rule"`   // how it was resolved: "explicit", "weekday-past", "days-ago", ...
	Value  Optional `json:"value"`  // what it means as TIMEX3 writes it: "2012-02", "2012-02-07TNI", "P3D", "PAST_REF"; null where that can't be said
}

// A Window is the time that a figure, claim or event covers, inclusive.
type Window struct {
	From Optional `json:"from"`
	To   Optional `json:"to"`
}
