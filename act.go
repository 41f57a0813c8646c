package wiredesk

// An Act is a decision of an editor. It is pinned: linking and repair never
// undo it. It stays in the log for good; what undoes it is an act as well.
type Act struct {
	ID      int64        `json:"id"`
	Kind    ActKind      `json:"kind"`
	Story   string       `json:"story"`   // the story that was acted on; for ActMerge the one that stays
	Other   Optional     `json:"other"`   // ActMerge: the story merged into Story; ActSplit, ActReject: the story opened; ActMove: where the reports came from
	Reports List[string] `json:"reports"` // ids of the reports that changed their story
	Text    Optional     `json:"text"`    // ActRename: the new headline
	Undoes  int64        `json:"undoes"`  // ActUndo: the act that it takes back; 0 otherwise
	Undone  int64        `json:"undone"`  // the act that took this one back; 0 if it stands
	Who     string       `json:"who"`     // the editor, or "the desk" for repair
	When    string       `json:"when"`    // RFC 3339, UTC
	Why     Optional     `json:"why"`     // in the editor's words
	After   int64        `json:"after"`   // the last report that had been linked when it was done
}

// TheDesk is who does what repair does. It is no editor's name: what the desk
// did, it may do otherwise when it looks again.
const TheDesk = "the desk"

// ActKind says what an editor decided.
type ActKind string

// The acts.
const (
	ActMerge  ActKind = "merge"  // two stories are one
	ActSplit  ActKind = "split"  // some reports of a story are a story of their own
	ActMove   ActKind = "move"   // reports belong to another story
	ActReject ActKind = "reject" // a report does not belong to the story
	ActPin    ActKind = "pin"    // the story must stay as it is
	ActUnpin  ActKind = "unpin"
	ActRename ActKind = "rename"
	ActUndo   ActKind = "undo"
)
