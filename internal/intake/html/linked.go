package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk/internal/intake/jsonl"
)

// linked is what a page's linked data (JSON-LD, schema.org) says of an article.
type linked struct {
	headline, published, publisher, free string
	authors, keywords                    []string
}

// linkedData reads the first article in the page's linked data. Data that is
// broken or nested too deep is left out.
func linkedData(root *html.Node) linked {
	var out linked
	found := false
	each(root, func(n *html.Node) {
		if found || n.DataAtom != atom.Script || !strings.Contains(attribute(n, "type"), "ld+json") || n.FirstChild == nil {
			return
		}
		var v any
		data := strings.TrimSpace(strings.ReplaceAll(n.FirstChild.Data, "\n", " "))
		if jsonl.Deep(data) || json.Unmarshal([]byte(data), &v) != nil {
			return
		}
		if a := article(v); a != nil {
			found = true
			out = readArticle(a)
		}
	})
	return out
}

// article returns the first object of a type that ends in "Article" or is a
// kind of posting, searched through lists and graphs.
func article(v any) map[string]any {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if a := article(e); a != nil {
				return a
			}
		}
	case map[string]any:
		for _, t := range texts(v["@type"]) {
			if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" {
				return v
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if a := article(v[key]); a != nil {
				return a
			}
		}
	}
	return nil
}

// readArticle reads the fields of an article.
func readArticle(a map[string]any) linked {
	l := linked{
		headline:  first(plainText(one(a["headline"])), plainText(one(a["name"]))),
		published: first(one(a["datePublished"]), one(a["dateCreated"]), one(a["dateModified"])),
		publisher: strings.Join(names(a["publisher"]), ", "),
		authors:   names(a["author"]),
		keywords:  texts(a["keywords"]),
	}
	if len(l.authors) == 0 {
		l.authors = names(a["creator"])
	}
	switch free := a["isAccessibleForFree"].(type) {
	case bool:
		if !free {
			l.free = "false"
		}
	case string:
		l.free = strings.ToLower(free)
	}
	return l
}

// one returns the first string of a value, "" if it holds none.
func one(v any) string {
	if all := texts(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

// texts returns the strings of a value: itself, or those of its list.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// names returns the names of persons or organizations: strings, objects with a
// name, or a list of both.
func names(v any) []string {
	switch v := v.(type) {
	case string:
		return splitAuthors(v)
	case map[string]any:
		var out []string
		for _, n := range texts(v["name"]) {
			// Some sites write all names into one person.
			if parts := splitAuthors(n); one(v["@type"]) != "Organization" && len(parts) > 1 && everyTwoWords(parts) {
				out = append(out, parts...)
				continue
			}
			out = append(out, plainText(n))
		}
		return out
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, names(e)...)
		}
		return out
	}
	return nil
}

// plainText takes character references out of a string: some sites escape
// their linked data twice.
func plainText(s string) string { return html.UnescapeString(s) }

// everyTwoWords reports whether each of the names has two words or more, so
// that a list of names is told from "Doe, Jane" and "Post and Courier".
func everyTwoWords(names []string) bool {
	for _, n := range names {
		if len(strings.Fields(n)) < 2 {
			return false
		}
	}
	return true
}
