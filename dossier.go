package wiredesk

// A Dossier is all that the reports of a story hold, laid beside each other.
// Everything that is shown or sent out is read from it: the brief, pages,
// exports, alerts.
type Dossier struct {
	Story       string               `json:"story"`
	Reports     List[BriefReport]    `json:"reports"`
	Origins     Origins              `json:"origins"`
	Parties     List[Party]          `json:"parties"`
	Incidents   List[Incident]       `json:"incidents"`
	Tolls       List[Toll]           `json:"tolls"`
	Positions   List[Position]       `json:"positions"`
	Agreements  List[Relation]       `json:"agreements"`
	Differences List[Relation]       `json:"differences"`
	Figures     List[BriefFigure]    `json:"figures"`
	Timeline    List[TimelineEntry]  `json:"timeline"`
	Photos      List[BriefPhoto]     `json:"photos"`
	Withdrawn   List[WithdrawnWords] `json:"withdrawn"` // what no longer stands, and why
}

// A Party is one voice of a story under all its names: a body, its acronym and
// those who speak for it are one party; two people of one surname are two.
type Party struct {
	ID    string       `json:"id"` // unique in the story
	Name  string       `json:"name"`
	Names List[string] `json:"names"` // every name, as printed
	Body  Optional     `json:"body"`  // whom a person speaks for
	Role  Optional     `json:"role"`
}

// An Incident is what several events and figures stand for: one thing that
// happened in the world, at a place and time. From and To are inclusive ISO 8601
// dates or times, "" where no report says when.
type Incident struct {
	ID       string           `json:"id"`
	Type     string           `json:"type"`
	Own      bool             `json:"own"` // the story's own news
	Relation IncidentRelation `json:"relation"`
	Who      List[string]     `json:"who"`
	Whom     List[string]     `json:"whom"`
	Place    *Site            `json:"place"`
	From     Optional         `json:"from"`
	To       Optional         `json:"to"`
	Events   List[string]     `json:"events"`
}

// IncidentRelation says how an incident stands to the story's own.
type IncidentRelation string

// The relations of incidents.
const (
	IncidentOwn       IncidentRelation = "own"
	IncidentOther     IncidentRelation = "same report's other" // told beside it as news
	IncidentEarlier   IncidentRelation = "earlier"
	IncidentElsewhere IncidentRelation = "elsewhere"
)

// A Toll is the counts of one unit for one incident, by claimant, in the order
// in which they were given.
type Toll struct {
	Incident string        `json:"incident"`
	Unit     Unit          `json:"unit"`
	Rows     List[TollRow] `json:"rows"`
}

// A TollRow is one count as one claimant gave it.
type TollRow struct {
	Low      Bound         `json:"low"`
	High     Bound         `json:"high"`
	Words    string        `json:"words"`
	Of       Optional      `json:"of"`
	Claimant string        `json:"claimant"`
	Chain    List[string]  `json:"chain"`
	Said     Optional      `json:"said"` // when it was given, RFC 3339 or a date
	Place    *Site         `json:"place"`
	Window   *Window       `json:"window"`
	Origin   Optional      `json:"origin"`
	Report   string        `json:"report"`
	Span     Span          `json:"span"`
	Status   TollRowStatus `json:"status"`
	PartOf   int           `json:"part_of"`  // index of the row of this toll that it is a part of, -1 for none
	Replaces int           `json:"replaces"` // index of the row that it takes the place of, -1 for none
	Reason   string        `json:"reason"`   // why it replaces that row, "" where it replaces none
}

// TollRowStatus says whether a count still stands.
type TollRowStatus string

// The states of a count.
const (
	RowCurrent   TollRowStatus = "current"
	RowEarlier   TollRowStatus = "earlier"
	RowCorrected TollRowStatus = "corrected"
	RowWithdrawn TollRowStatus = "withdrawn"
)

// A Position is what one party says on one matter.
type Position struct {
	Party     string         `json:"party"`
	Matter    string         `json:"matter"`
	Polarity  PositionKind   `json:"polarity"`
	Said      Optional       `json:"said"` // when, RFC 3339 or a date
	Text      string         `json:"text"`
	Claim     Optional       `json:"claim"`
	Answers   Optional       `json:"answers"`  // id of the claim that it replies to
	Answered  Optional       `json:"answered"` // id of the claim that took its place ("no comment" that was answered)
	Citations List[Citation] `json:"citations"`
}

// PositionKind is what a party does about a matter.
type PositionKind string

// The kinds of positions.
const (
	Affirms   PositionKind = "affirms"
	Denies    PositionKind = "denies"
	Refuses   PositionKind = "refuses"
	Promises  PositionKind = "promises"
	Demands   PositionKind = "demands"
	Threatens PositionKind = "threatens"
	NoAnswer  PositionKind = "no answer"
)

// WithdrawnWords is what a report said that no longer stands.
type WithdrawnWords struct {
	Report string `json:"report"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}
