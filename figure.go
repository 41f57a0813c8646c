package wiredesk

import "strconv"

// A Bound is one end of a figure's range; Open is no bound at all.
type Bound int

// Open is the bound of "over 100" above and of "up to 30" below.
const Open Bound = -1

// MarshalJSON writes Open as null.
func (b Bound) MarshalJSON() ([]byte, error) {
	if b == Open {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(b), 10), nil
}

// UnmarshalJSON reads null as Open.
func (b *Bound) UnmarshalJSON(p []byte) error {
	if string(p) == "null" {
		*b = Open
		return nil
	}
	n, err := strconv.Atoi(string(p))
	*b = Bound(n)
	return err
}

// Unit is what a figure counts.
type Unit string

// The units.
const (
	UnitKilled    Unit = "killed"
	UnitInjured   Unit = "injured"
	UnitShot      Unit = "shot" // shot or stabbed, and perhaps among the dead of the report
	UnitMissing   Unit = "missing"
	UnitDisplaced Unit = "displaced"
	UnitDetained  Unit = "detained"
	UnitKidnapped Unit = "kidnapped" // held against the law, as hostages are
	UnitRescued   Unit = "rescued"
	UnitAffected  Unit = "affected"
	UnitDamage    Unit = "damage"
)

// A Figure is a quantity as a source gave it, such as "some 19" killed or
// "over 100". It keeps the hedge: two figures are compared by their bounds,
// never by a rounded middle.
type Figure struct {
	Span        Span         `json:"span"`
	Words       string       `json:"words"`       // as printed
	Low         Bound        `json:"low"`         // inclusive; Open for "up to 30"
	High        Bound        `json:"high"`        // inclusive; Open for "over 100" and "at least 15"
	Approximate bool         `json:"approximate"` // "some", "about": Low and High lie around the number
	Hedge       Optional     `json:"hedge"`       // the words that qualify the number, as printed
	Unit        Unit         `json:"unit"`
	Of          Optional     `json:"of"`     // the class as printed: "people", "civilians"
	Place       *Site        `json:"place"`  // null if not stated
	Window      *Window      `json:"window"` // the time that the count covers, not the report's date; null if not stated
	Scope       Scope        `json:"scope"`
	PartOf      int          `json:"part_of"`  // index of the figure in the same report that this one is a part of, -1 for none
	Trigger     Span         `json:"trigger"`  // the words that say what happened to those counted: "killing"
	Claim       Optional     `json:"claim"`    // the claim that gives it; its chain is the claimant
	Claimant    *Source      `json:"claimant"` // who counts, where that is not the speaker of Claim: "The ministry raised the toll to 21"; null otherwise
	Qualifier   Qualifier    `json:"qualifier"`
	Coverage    Optional     `json:"coverage"` // the part of the harm that was counted, as printed: "in clinics alone"
	Change      FigureChange `json:"change"`
	Polarity    Polarity     `json:"polarity"`   // denied: "not 12 but nine" denies 12. "No one died" affirms 0
	Incident    Optional     `json:"incident"`   // id in the story's dossier; null outside a story
	Background  bool         `json:"background"` // it counts another event or year than the report's news
	Rule        string       `json:"rule"`       // what proposed it
	Score       float64      `json:"score"`      // 0..1, how sure the desk is of the reading
}

// Qualifier says how sure its claimant is of a figure.
type Qualifier string

// The qualifiers; "" is a figure that is given flat.
const (
	Flat      Qualifier = ""
	Confirmed Qualifier = "confirmed"
	Suspected Qualifier = "suspected"
	Feared    Qualifier = "feared"
)

// FigureChange says what a figure does to a running count.
type FigureChange string

// The changes.
const (
	ChangeTotal     FigureChange = "total"     // "the toll rose to 21"
	ChangeIncrement FigureChange = "increment" // "five more bodies"
	ChangeOrdinal   FigureChange = "ordinal"   // "a fifth worker has died"
)

// Scope says whether a figure counts anew or brings a running count up to date.
type Scope string

// The scopes.
const (
	ScopePlain      Scope = "plain"
	ScopeCumulative Scope = "cumulative" // "bringing the toll to 11"
	ScopeNew        Scope = "new"        // "five more bodies"
)
