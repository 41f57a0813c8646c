package wiredesk

// A Story is the desk's folder of reports on the same news. Its id never
// changes and is never used again: the id of a story that was merged into
// another one lives on in Aliases.
type Story struct {
	ID       string       `json:"id"`
	Headline string       `json:"headline"`
	Reports  List[string] `json:"reports"` // ids, in the order in which they were linked
	Aliases  List[string] `json:"aliases"`
}

// A Crisis is a long-running matter that holds many stories.
type Crisis struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Stories List[string] `json:"stories"`
}

// RestingShare is the share of a killed report's words from which a report that
// carries them is withdrawn with it: more than half of it was never the
// carrier's own.
const RestingShare = 0.5

// An Assignment says to which story a report belongs, whose text it carries
// and why the desk thinks so.
type Assignment struct {
	Report   string       `json:"report"`
	Story    string       `json:"story"`
	PickupOf Optional     `json:"pickup_of"` // id of the report whose text it carries
	Shared   float64      `json:"shared"`    // 0..1, the share of its words that stand in that text
	Changed  List[string] `json:"changed"`   // in words, the particulars that it gives otherwise than that text; with any it is no plain pickup
	Origins  Origins      `json:"origins"`
	Why      List[string] `json:"why"` // what joined the report, and what spoke against it, in words
}

// Origins answers "how many say so": the one type for it, on pages, in the
// API and in briefs. Known are the independent origins that are certain.
// Perhaps are names that may add to them, or may carry one that is known
// already. Unknown counts the groups of reports whose origin is not known at
// all. Evidence says in words how each is known.
type Origins struct {
	Known    List[string] `json:"known"`
	Perhaps  List[string] `json:"perhaps"`
	Unknown  int          `json:"unknown"`
	Evidence List[string] `json:"evidence"`
	Speakers List[string] `json:"speakers"` // of single claims: whose words they are; one official in six outlets is one source in six prints
}
