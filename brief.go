package wiredesk

// A Brief is the compiled text on one story. Every sentence in it is cited to
// the words that it rests on; what the checker refused is in NotPrinted.
type Brief struct {
	Story       string              `json:"story"`
	Headline    string              `json:"headline"`
	Reports     List[BriefReport]   `json:"reports"`
	Outlets     int                 `json:"outlets"`
	Origins     Origins             `json:"origins"`
	Sections    List[Section]       `json:"sections"`
	Figures     List[BriefFigure]   `json:"figures"`
	Agreements  List[Relation]      `json:"agreements"`
	Differences List[Relation]      `json:"differences"`
	Timeline    List[TimelineEntry] `json:"timeline"`
	Photos      List[BriefPhoto]    `json:"photos"`
	NotPrinted  List[NotPrinted]    `json:"not_printed"`
	Incidents   List[Incident]      `json:"incidents"`
	Tolls       List[Toll]          `json:"tolls"`
	Positions   List[Position]      `json:"positions"`
}

// A BriefReport is a report that a brief rests on.
type BriefReport struct {
	ID        string    `json:"id"`
	File      Optional  `json:"file"`
	Outlet    Optional  `json:"outlet"`
	Headline  Optional  `json:"headline"`
	Published Published `json:"published"`
	Status    Status    `json:"status"`
	PickupOf  Optional  `json:"pickup_of"`
	Shared    float64   `json:"shared"`
	Origins   Origins   `json:"origins"`
}

// A Section is a titled run of sentences.
type Section struct {
	Title     string         `json:"title"`
	Sentences List[Sentence] `json:"sentences"`
}

// A Sentence is one sentence of a brief with the citations that carry it.
type Sentence struct {
	Text      string         `json:"text"`
	Citations List[Citation] `json:"citations"`
	Rules     List[string]   `json:"rules"` // resolutions the checker accepted: "date: three days ago = 2012-02-04"
}

// A Citation links a sentence to the words that it rests on. Quote is the text
// of Span in the report, so that a reader needs nothing else to check it.
type Citation struct {
	Report string `json:"report"`
	Span   Span   `json:"span"`
	Quote  string `json:"quote"`
}

// A BriefFigure is a figure with the report that it stands in and its claimant.
type BriefFigure struct {
	Figure
	Report string       `json:"report"`
	Chain  List[string] `json:"chain"` // the claimant: the chain of the claim that gives it
}

// A Relation is an agreement or a difference between claims. Sides are those
// that stand beside each other, two or more; for what one outlet alone has
// there are none.
type Relation struct {
	Kind       RelationKind `json:"kind"`
	Claims     List[string] `json:"claims"`
	Note       string       `json:"note"`
	Sides      List[Side]   `json:"sides"`
	Rule       string       `json:"rule"`       // what found it
	Particular string       `json:"particular"` // in what the sides differ: number, polarity, agent, place, cause, state, time
}

// A Side is what one party says in a Relation.
type Side struct {
	Who       string         `json:"who"`
	Verb      string         `json:"verb"` // "says", "denies", ...
	Text      string         `json:"text"`
	Origin    Optional       `json:"origin"`
	Citations List[Citation] `json:"citations"`
}

// RelationKind says how claims stand to each other.
type RelationKind string

// The kinds of relations: agreements first, then differences.
const (
	Same            RelationKind = "same"
	Refines         RelationKind = "refines"
	CompatibleScope RelationKind = "compatible, different scope"

	Contradicts RelationKind = "contradicts"
	DeniedBy    RelationKind = "denial"
	Supersedes  RelationKind = "supersedes"
	Tension     RelationKind = "tension"
	OneBodyTwo  RelationKind = "one body, two voices"
	OnlyIn      RelationKind = "only in"
)

// A TimelineEntry is something that happened at a known time. From and To are
// inclusive ISO 8601 dates or times.
type TimelineEntry struct {
	From      string         `json:"from"`
	To        string         `json:"to"`
	Text      string         `json:"text"`
	Citations List[Citation] `json:"citations"`
}

// A BriefPhoto is a photo with the report that it stands in.
type BriefPhoto struct {
	Photo
	Report string `json:"report"`
}

// NotPrinted is a sentence that the checker refused, with the reason.
type NotPrinted struct {
	Text   string `json:"text"`
	Reason string `json:"reason"`
}
