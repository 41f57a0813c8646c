package wiredesk

// Polarity says whether the matter of a claim, figure or event is affirmed or
// denied. It is a part of what is said: "no one died" denies.
type Polarity string

// The polarities.
const (
	Affirmed Polarity = "affirmed"
	Negated  Polarity = "denied"
)

// A Predicate is what one clause says: who did or is what, to whom, whether or
// not. It is what the dossier compares. Class is the verb class of the lexicon
// ("kill", "withdraw"), or the lemma where it has none.
type Predicate struct {
	Span     Span           `json:"span"` // the verb, or the noun or adjective that predicates
	Class    string         `json:"class"`
	Subject  List[Argument] `json:"subject"`
	Object   List[Argument] `json:"object"`
	Other    List[Argument] `json:"other"` // with prepositions
	Polarity Polarity       `json:"polarity"`
	Modality Modality       `json:"modality"`
	Place    *Site          `json:"place"`
	Time     *Window        `json:"time"`
}

// An Argument is who or what takes part in a predicate.
type Argument struct {
	Span   Span     `json:"span"`
	Words  string   `json:"words"`
	Head   string   `json:"head"` // lemma of its head word
	Entity Optional `json:"entity"`
	Case   string   `json:"case"` // the preposition, "" for subject and object
}
