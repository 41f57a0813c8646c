package wiredesk

// Modality says whether an event is told as having happened.
type Modality string

// The modalities.
const (
	Happened   Modality = "happened"
	Threatened Modality = "threatened"
	Denied     Modality = "denied"
	Planned    Modality = "planned"
)

// An Event is something that happened at a place and time, read from one
// clause and never put together across a report. Type is one of PLOVER's event
// types in lower case ("assault", "consult", "reject", ...).
type Event struct {
	ID         string       `json:"id"`
	Trigger    Span         `json:"trigger"`
	Type       string       `json:"type"`
	Modality   Modality     `json:"modality"`
	Who        List[string] `json:"who"`  // entity ids, or the words where there is no entity
	Whom       List[string] `json:"whom"` // as Who
	Place      *Site        `json:"place"`
	Time       *Window      `json:"time"`
	Background bool         `json:"background"` // told as earlier than the news of the report
	Claim      Optional     `json:"claim"`
	Polarity   Polarity     `json:"polarity"`
	Incident   Optional     `json:"incident"` // id in the story's dossier; null outside a story
	Rule       string       `json:"rule"`     // what proposed it
}
