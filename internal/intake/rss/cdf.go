package rss

import (
	"encoding/xml"
	"strings"

	"wiredesk/internal/intake/feed"
)

// channel is a channel of CDF, the feeds of 1997, as it is on the wire.
type channel struct {
	Title string    `xml:"TITLE"`
	Link  string    `xml:"HREF,attr"`
	Items []cdfItem `xml:"ITEM"`
}

// cdfItem is an item of CDF.
type cdfItem struct {
	Link     string `xml:"HREF,attr"`
	Changed  string `xml:"LASTMOD,attr"`
	Title    string `xml:"TITLE"`
	Abstract string `xml:"ABSTRACT"`
}

// parseCDF reads a channel.
func parseCDF(doc string) (f feed.Feed, err error) {
	d := xml.NewDecoder(strings.NewReader(doc))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	var c channel
	if err := d.Decode(&c); err != nil {
		return f, err
	}
	f = feed.Feed{Title: c.Title, Link: c.Link}
	for _, it := range c.Items {
		f.Items = append(f.Items, feed.Item{Link: it.Link, Title: it.Title, Summary: it.Abstract, Updated: it.Changed})
	}
	return f, nil
}
