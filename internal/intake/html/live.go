package html

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk"
	"wiredesk/internal/intake/date"
	"wiredesk/internal/intake/text"
)

// A live blog is many short reports on one page, each with a time of its own:
// "today" in one is not "today" in the next.

// Its posts of the day on which it was published are one report, those of each
// further day another.

// A dayOf is the posts of one day of a live blog, in the order of the page.
type dayOf struct {
	day, published string // the local day, and the time of its first post
	paragraphs     []text.Paragraph
}

// postClass matches the names that sites give to the posts of a live blog.
var postClass = lazy(`(?i)(?:^|[\s_-])(?:block|post|entry|update|live-?(?:blog-?)?(?:post|entry|update|item))(?:$|\s)`)

// cutDays takes out of the tree of a live blog the posts of other days than the
// one on which it was published, and returns them day by day.
func cutDays(root *html.Node, live bool, published string) []dayOf {
	if !live {
		return nil
	}
	main := published[:min(len(published), len(time.DateOnly))]
	var days []dayOf
	var cut []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && (n.DataAtom == atom.Article || postClass().MatchString(attribute(n, "class")) || strings.Contains(attribute(n, "itemtype"), "BlogPosting")) {
			if times := timesIn(n); len(times) == 1 {
				day := times[0][:len(time.DateOnly)]
				if main == "" {
					main = day
				}
				if day != main {
					cut = append(cut, n)
					days = addPost(days, day, times[0], postOf(n))
				}
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	for _, n := range cut {
		n.Parent.RemoveChild(n)
	}
	return days
}

// addPost adds one post to its day.
func addPost(days []dayOf, day, published string, post []text.Paragraph) []dayOf {
	i := slices.IndexFunc(days, func(d dayOf) bool { return d.day == day })
	if i < 0 {
		days, i = append(days, dayOf{day: day, published: published}), len(days)
	}
	days[i].published = min(days[i].published, published)
	days[i].paragraphs = append(days[i].paragraphs, post...)
	return days
}

// timesIn returns the different times that time elements below a node give.
func timesIn(n *html.Node) []string {
	var out []string
	each(n, func(c *html.Node) {
		if c.DataAtom != atom.Time {
			return
		}
		if d := date.Local(first(attribute(c, "datetime"), textOf(c))); d != "" && (len(out) == 0 || out[len(out)-1] != d) {
			out = append(out, d)
		}
	})
	return out
}

// postOf returns the paragraphs of one post without its time.
func postOf(n *html.Node) []text.Paragraph {
	times := map[string]bool{}
	each(n, func(c *html.Node) {
		if c.DataAtom == atom.Time {
			times[textOf(c)] = true
		}
	})
	return without(paragraphs(n), times)
}

// otherDays returns the reports of the further days of a live blog.
func (p page) otherDays() []wiredesk.Report {
	var out []wiredesk.Report
	for _, d := range p.days {
		if words(d.paragraphs) == 0 {
			continue
		}
		r, _ := p.report(text.Article{Headline: p.article.Headline, Authors: p.article.Authors, Paragraphs: d.paragraphs}, d.published)
		r.GUID = r.URL + wiredesk.Optional("#"+d.day)
		out = append(out, r)
	}
	return out
}
