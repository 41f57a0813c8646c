package wiredesk

// EntityType says what kind of thing a Mention names.
type EntityType string

// The types of entities.
const (
	Person       EntityType = "person"
	Organization EntityType = "organization"
	PlaceName    EntityType = "place"
	Nationality  EntityType = "nationality" // Syrian, Kurds
	EventName    EntityType = "event"       // Arab Spring
	Other        EntityType = "other"
)

// A Mention is words that name someone or something.
type Mention struct {
	Span   Span       `json:"span"`
	Type   EntityType `json:"type"`
	Entity string     `json:"entity"` // the id of what they name
}

// A Reference is words that stand for an entity without naming it: a pronoun,
// or a description such as "the Syrian president". Rule says how it was
// resolved. What cannot be resolved safely is left out.
type Reference struct {
	Span   Span   `json:"span"`
	Entity string `json:"entity"`
	Rule   string `json:"rule"`
}

// An Entity is whom or what mentions name. Its id is made from its type and
// its name in folded spelling ("person:sergei-lavrov"), so that the same name
// gets the same id in every report.
type Entity struct {
	ID       string       `json:"id"`
	Name     string       `json:"name"` // the fullest form in the report
	Type     EntityType   `json:"type"`
	Aliases  List[string] `json:"aliases"` // the other forms in the report
	Role     Optional     `json:"role"`    // "foreign minister", as printed
	Wikidata Optional     `json:"wikidata"`
	Agency   bool         `json:"agency"` // it is a news agency or outlet: it carries what others say
}

// A Token is one word or mark of a sentence, tagged after Universal
// Dependencies v2.
type Token struct {
	Span   Span
	UPOS   string
	XPOS   string
	Lemma  string
	Head   int // index of the head in the sentence, -1 for the root or where there is no parse
	Deprel string
}

// MarshalJSON writes a token as [start, end, upos, xpos, lemma, head, deprel].
func (t Token) MarshalJSON() ([]byte, error) {
	return Encode([]any{t.Span.Start, t.Span.End, t.UPOS, t.XPOS, t.Lemma, t.Head, t.Deprel})
}
