package wiredesk

// A Report is one outlet's text as received: headline, byline, dateline, body,
// credits and photos. Its life: intake makes it out of raw bytes; nothing
// changes it afterwards, a changed text is a new Version of the report. All
// spans in it are byte offsets into Text.
type Report struct {
	ID       string   `json:"id"`       // unique over a stream, made from the input alone
	File     Optional `json:"file"`     // the file it came from, as named by the user; "-" is standard input
	URL      Optional `json:"url"`      // where the outlet published it
	GUID     Optional `json:"guid"`     // the outlet's or agency's own id for it
	Version  int      `json:"version"`  // 1 for the first state that was received, 2 for the next, ...
	Text     string   `json:"text"`     // valid UTF-8: the file for plain text, the extracted text otherwise
	Language Optional `json:"language"` // ISO 639-1 code
	NotRead  Optional `json:"not_read"` // the name of that language, where the desk does not read it: then nothing of the text is known but names, numbers and dates

	Headline     *Headline    `json:"headline"`
	Byline       *Byline      `json:"byline"`
	Dateline     *Dateline    `json:"dateline"`
	Outlet       Optional     `json:"outlet"`        // who published it
	Agencies     List[string] `json:"agencies"`      // agencies whose text or service it names as its own: credit, dateline, notice
	CompiledFrom List[string] `json:"compiled_from"` // agencies it says it was compiled from
	Published    Published    `json:"published"`
	Complete     bool         `json:"complete"` // false where the text says that it goes on elsewhere
	Status       Status       `json:"status"`
	Replaces     Optional     `json:"replaces"` // for a correction or kill: the id, URL or headline of what it corrects or kills
	Photos       List[Photo]  `json:"photos"`
	Tags         List[string] `json:"tags"`
	Body         List[Span]   `json:"body"`    // paragraphs that are the report itself, in order
	Notices      List[Notice] `json:"notices"` // lines that are about the report, not of it
	Repeats      List[Span]   `json:"repeats"` // where the headline stands again
}

// A Headline is a report's title, with the first place where it stands.
type Headline struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// A Byline names who wrote a report.
type Byline struct {
	Names List[string] `json:"names"`
	Span  Span         `json:"span"`
}

// A Dateline says where and when a report was filed, such as
// "AMMAN (Reuters) -". It never says where anything happened.
type Dateline struct {
	Place  Optional `json:"place"`
	Agency Optional `json:"agency"`
	Date   Optional `json:"date"` // ISO 8601
	Span   Span     `json:"span"`
}

// Published is when a report was published and how that is known.
type Published struct {
	Value    Optional      `json:"value"` // RFC 3339, or a date where no time is known
	From     PublishedFrom `json:"from"`
	Evidence Optional      `json:"evidence"` // for Inferred: what it was inferred from, in words
	Day      Optional      `json:"day"`      // the day at the place of publication, where it is another than that of Value
}

// LocalDay returns the day on which a report was published as its readers count
// it, "" if it is not known: what "today" means in its words.
func (p Published) LocalDay() string {
	if p.Day != "" || len(p.Value) < len("2006-01-02") {
		return string(p.Day)
	}
	return string(p.Value[:len("2006-01-02")])
}

// PublishedFrom says how a publication time is known.
type PublishedFrom string

// The ways in which a publication time is known.
const (
	Printed  PublishedFrom = "printed"  // it stands in the text
	Metadata PublishedFrom = "metadata" // a feed, a page's metadata or a JSON record says so
	Given    PublishedFrom = "given"    // the user says so
	Inferred PublishedFrom = "inferred" // worked out from other reports; Evidence says how
	Unknown  PublishedFrom = "unknown"
)

// Status is what an outlet or agency wants done with a report.
type Status string

// The states of a report, after IPTC's publishing status.
const (
	Usable     Status = "usable"
	Correction Status = "correction" // corrects an earlier version or report
	Killed     Status = "killed"     // must not be used; withdraw it if it was published
	Withheld   Status = "withheld"   // under embargo
)

// A Notice is a line that is about the report and not part of it.
type Notice struct {
	Kind NoticeKind `json:"kind"`
	Span Span       `json:"span"`
}

// NoticeKind says what a Notice is.
type NoticeKind string

// The kinds of notices.
const (
	NoticeContinued   NoticeKind = "continued"   // the text goes on elsewhere
	NoticeCompiled    NoticeKind = "compiled"    // "Compiled from AFP, AP and Reuters stories"
	NoticeAgency      NoticeKind = "agency"      // an agency speaks of itself
	NoticeBoilerplate NoticeKind = "boilerplate" // copyright, navigation, advertising, invitations to subscribe
	NoticeTags        NoticeKind = "tags"        // a line of keywords
	NoticeCredit      NoticeKind = "credit"      // who supplied text or pictures
	NoticeCorrection  NoticeKind = "correction"  // what was wrong before
	NoticeKill        NoticeKind = "kill"        // an agency withdraws a report
	NoticeDate        NoticeKind = "date"        // the printed publication line
	NoticeByline      NoticeKind = "byline"
	NoticeOutlet      NoticeKind = "outlet"  // the outlet's name or imprint
	NoticeSubhead     NoticeKind = "subhead" // a crosshead inside the body
	NoticeUnread      NoticeKind = "unread"  // it is beyond what the desk reads of one report
)

// A Photo is a picture with its caption, credit, date and place, as printed.
type Photo struct {
	Caption      Optional     `json:"caption"`
	Credit       Optional     `json:"credit"`       // as printed: "REUTERS/Pool", "AP photo"
	Photographer Optional     `json:"photographer"` // the person or pool in the credit
	Agency       Optional     `json:"agency"`       // the agency in the credit
	Date         Optional     `json:"date"`         // ISO 8601
	Place        Optional     `json:"place"`
	People       List[string] `json:"people"` // who is to be seen, with positions left out
	URL          Optional     `json:"url"`
	Span         Span         `json:"span"` // caption and credit in the report's text
}

// A Version is one state of a report as the desk keeps it: the same outlet's
// same report, original, corrected or killed.
type Version struct {
	Report   string `json:"report"`   // the report's id
	Chain    string `json:"chain"`    // what the versions share: URL, GUID or file
	Number   int    `json:"number"`   // 1, 2, ...
	Received string `json:"received"` // RFC 3339, UTC
	Raw      string `json:"raw"`      // SHA-256 of the bytes it was read from
	Status   Status `json:"status"`
}
