package wiredesk

// ClaimKind says in which form a claim is reported.
type ClaimKind string

// The kinds of claims.
const (
	Direct   ClaimKind = "direct"   // wholly quoted
	Indirect ClaimKind = "indirect" // reported without quotation marks
	Mixed    ClaimKind = "mixed"    // reported, with quoted parts
	Narrated ClaimKind = "narrated" // the report states it itself
)

// Stance is what a claim does.
type Stance string

// The stances.
const (
	Statement  Stance = "statement"
	Promise    Stance = "promise"
	Threat     Stance = "threat"
	Demand     Stance = "demand"
	Denial     Stance = "denial"
	Refusal    Stance = "refusal"
	Accusation Stance = "accusation"
	Caveat     Stance = "caveat" // limits what else can be known: "could not be verified"
)

// A Claim is what a source is reported to say, or what a report states itself.
// Chain is its attribution: the speaker first, then every carrier, the outlet
// last. A narrated claim has the outlet alone. A speaker who is not known is
// named "unknown", never guessed.
type Claim struct {
	ID            string          `json:"id"` // report id + ".c" + number
	Kind          ClaimKind       `json:"kind"`
	Stance        Stance          `json:"stance"`
	Source        Source          `json:"source"`
	Cue           List[Span]      `json:"cue"`     // the words that attribute: "said", "according to"
	Content       List[Span]      `json:"content"` // what is said, in one or several parts
	Chain         List[string]    `json:"chain"`
	ChainEntities List[Optional]  `json:"chain_entities"` // as Chain; null where a link is no known entity
	Time          *Window         `json:"time"`           // when it was said, null if not stated
	Hedges        List[string]    `json:"hedges"`         // words that weaken it, as printed
	Confidence    float64         `json:"confidence"`     // 0..1, how sure the desk is of the reading, not of the claim
	To            Optional        `json:"to"`             // for a promise, threat or demand: to whom
	Condition     Optional        `json:"condition"`      // for a promise: on what condition
	Within        Optional        `json:"within"`         // id of the claim that this one stands inside
	Polarity      Polarity        `json:"polarity"`       // whether its matter is affirmed or denied
	Predicates    List[Predicate] `json:"predicates"`     // what its content says, clause by clause
	Answers       Optional        `json:"answers"`        // id of the claim, or else the words, that it denies or replies to
	Accuses       Optional        `json:"accuses"`        // whom an accusation is against: entity id, or the words
	Deadline      *Window         `json:"deadline"`       // for a promise, threat or demand: by when
	Party         Optional        `json:"party"`          // who speaks, as a party of the story; null outside a story
	Body          Optional        `json:"body"`           // whom the speaker speaks for, as printed or by name
	Role          Optional        `json:"role"`           // the speaker's office, as printed
	Anonymous     bool            `json:"anonymous"`      // the speaker is not to be named: "an official who asked not to be named"
	Rule          string          `json:"rule"`           // what proposed it
}

// A Source is the party that says something, by the words that name it in the
// report. Spans is empty for a narrated claim.
type Source struct {
	Spans  List[Span] `json:"spans"`
	Entity Optional   `json:"entity"`
}
