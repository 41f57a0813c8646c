package figure

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"time"

	"wiredesk"
	"wiredesk/internal/lang/number"
	"wiredesk/internal/lexicon"
)

// markBackground marks the finds that tell of earlier or wider matters than
// the report's own news.
func (r *reader) markBackground() {
	sentence, back := -1, false
	news := dayBefore(r.newsDay())
	for k := range r.found {
		f := &r.found[k]
		if f.sentence != sentence {
			sentence = f.sentence
			r.Turn(sentence)
			back = sentence > 1 && (r.earlier() || r.dated(news))
		}
		f.background = back || r.rate(f)
	}
	r.markTotals()
}

//go:embed lexicon/background.txt
var backgroundFile []byte

// backgroundWords are the phrases by which a sentence looks back, with a space
// to either side.
var backgroundWords = sync.OnceValue(func() []string {
	var out []string
	for _, e := range lexicon.Parse(backgroundFile) {
		out = append(out, " "+e.Field(0)+" ")
	}
	return out
})

// Totals of wars and years stand beside the news without a word that says so.
// A count of more than totalFactor times the largest count of its unit in the
// lead, and of more than totalLeast, is one of them.
const (
	totalFactor = 20
	totalLeast  = 1000
)

// rate reports whether the find is a rate or a mean and counts nobody: "an average
// of 13 a year", "12 every day".
func (r *reader) rate(f *found) bool {
	for i := max(r.First, f.first-2); i < f.first+2; i++ {
		if r.is(i, "mean") {
			return true
		}
	}
	last := max(f.last, f.end)
	for i := last; i < min(last+2, r.Last); i++ {
		if r.is(i, "each") && r.is(i+1, "period") {
			return true
		}
	}
	return false
}

// markTotals marks the finds that are too large to belong to the news.
func (r *reader) markTotals() {
	lead := map[string]wiredesk.Bound{}
	for k := range r.found {
		if f := &r.found[k]; f.sentence < leadSentences && !f.background {
			lead[f.unit] = max(lead[f.unit], f.low)
		}
	}
	for k := range r.found {
		f := &r.found[k]
		if n := lead[f.unit]; n > 0 && f.sentence >= leadSentences && f.low > totalLeast && f.low > n*totalFactor {
			f.background = true
		}
	}
}

// leadSentences is how many sentences at the top tell the news itself.
const leadSentences = 4

// newsDay returns the first day that the top of the report gives, or else its
// day of publication; "" where neither is known.
func (r *reader) newsDay() string {
	end := 0
	if n := min(leadSentences, len(r.Doc.Sentences)); n > 0 {
		end = r.Doc.Sentences[n-1].Span.End
	}
	first := ""
	for _, t := range r.Doc.Times {
		if t.Span.End > end {
			break
		}
		if d := string(t.From); len(d) >= len("2006-01-02") && (first == "" || d < first) {
			first = d[:len("2006-01-02")]
		}
	}
	if p := string(r.Doc.Report.Published.Value); first == "" && len(p) >= len("2006-01-02") {
		first = p[:len("2006-01-02")]
	}
	return first
}

// dated reports whether the sentence gives no day but such as lie before the
// news.
func (r *reader) dated(news string) bool {
	span := r.Doc.Sentences[r.At].Span
	from := sort.Search(len(r.Doc.Times), func(k int) bool { return r.Doc.Times[k].Span.Start >= span.Start })
	latest := ""
	for k := from; k < len(r.Doc.Times) && r.Doc.Times[k].Span.End <= span.End; k++ {
		if to := string(r.Doc.Times[k].To); len(to) >= len("2006-01-02") {
			latest = max(latest, to[:len("2006-01-02")])
		}
	}
	return latest != "" && latest < news
}

// earlier reports whether the sentence looks back.
func (r *reader) earlier() bool {
	words := " " + strings.Join(r.Lower[r.First:r.Last], " ") + " "
	for _, w := range backgroundWords() {
		if strings.Contains(words, w) {
			return true
		}
	}
	year := ""
	if p := string(r.Doc.Report.Published.Value); len(p) >= 4 {
		year = p[:4]
	}
	for i := r.First; i < r.Last; i++ {
		n, _ := r.number(i)
		if n != nil && n.Kind == number.Date && len(r.Word(i)) == 4 && year != "" && r.Word(i) < year && r.Word(i) > "1900" {
			return true
		}
	}
	return false
}

// staleDays is how many days before the publication the time of a figure must have
// ended for it to be of another matter, wherever it stands.
const staleDays = 60

// longBefore reports whether a time ended long before the report was published.
func (r *reader) longBefore(w *wiredesk.Window) bool {
	if w == nil || len(w.To) < len(time.DateOnly) || len(r.Doc.Report.Published.Value) < len(time.DateOnly) {
		return false
	}
	to, err := time.Parse(time.DateOnly, string(w.To[:len(time.DateOnly)]))
	published, wrong := time.Parse(time.DateOnly, string(r.Doc.Report.Published.Value[:len(time.DateOnly)]))
	return err == nil && wrong == nil && to.AddDate(0, 0, staleDays).Before(published)
}

// newsDays is how many days before the first that the top of a report gives
// still belong to its news. 1: FA-KES tells yesterday's dead below today's news,
// and articles on shootings tell of other shootings two days ago.
const newsDays = 1

// dayBefore returns the day that lies newsDays before an ISO day.
func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, -newsDays).Format(time.DateOnly)
}
