package html

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"wiredesk/internal/intake/jsonl"
)

// An author is one that metadata name; house says that it is an organization.
type author struct {
	name  string
	house bool
}

// linked is what a page's linked data (JSON-LD, schema.org) says of an article.
type linked struct {
	headline, publisher, body string
	dates                     []string // of publication, creation and change, as given
	addresses                 []string
	closed                    bool // the page shows a part only
	live                      bool // a live blog
	authors                   []author
	keywords                  []string
}

// A graph is all linked data of a page: every object by its id.
type graph struct {
	byID     map[string]map[string]any
	articles []linked
}

// linkedData reads the articles in a page's linked data, in their order.
func linkedData(root *html.Node) []linked {
	g := graph{byID: map[string]map[string]any{}}
	var all []any
	each(root, func(n *html.Node) {
		if n.DataAtom == atom.Script && strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") && n.FirstChild != nil {
			all = append(all, decodeLinked(n.FirstChild.Data)...)
		}
	})
	for _, v := range all {
		g.index(v)
	}
	for _, v := range all {
		g.find(v)
	}
	return g.articles
}

// decodeLinked reads the values of one script. Templates leave comments, commas
// too many and raw breaks in it, which browsers' scripts do not mind.
func decodeLinked(data string) []any {
	if jsonl.Deep(data) {
		return nil
	}
	data = strings.Trim(data, "\ufeff \t\r\n")
	for _, mark := range []string{"<!--", "-->", "/*<![CDATA[*/", "/*]]>*/", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"} {
		if strings.HasPrefix(data, mark) || strings.HasSuffix(data, mark) {
			data = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(data, mark), mark))
		}
	}
	data = strings.TrimRight(data, "; \n\r\t/")
	for _, text := range []string{data, repaired(data)} {
		var out []any
		for d := json.NewDecoder(strings.NewReader(text)); ; {
			var v any
			if d.Decode(&v) != nil {
				break
			}
			out = append(out, v)
		}
		if len(out) > 0 {
			return out
		}
	}
	if v := picked(data); v != nil {
		return []any{v}
	}
	return nil
}

// pickForm finds fields that say most, in data that no repair makes whole:
// quotation marks stand unescaped in its words.
var pickForm = lazy(`"(@type|headline|datePublished|dateCreated|url)"\s*:\s*"([^"]*)"|"author"\s*:\s*[\[{\s]*(?:"@type"\s*:\s*"\w+"\s*,\s*)?(?:"name"\s*:\s*)?"([^"]+)"`)

// picked returns such fields of an article, nil where the data are none.
func picked(data string) any {
	const most = 50 // fields
	out := map[string]any{}
	for _, m := range pickForm().FindAllStringSubmatch(data, most) {
		key, value := m[1], m[2]
		if key == "" {
			key, value = "author", m[3]
		}
		if out[key] == nil {
			out[key] = value
		}
	}
	if !isArticle(out) {
		return nil
	}
	return out
}

// repaired takes commas before a closing bracket, comments between values and
// raw control characters in strings out of JSON.
func repaired(data string) string {
	var b strings.Builder
	quoted := false
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch {
		case quoted && c == '\\' && i+1 < len(data):
			if !strings.ContainsRune(`"\/bfnrtu`, rune(data[i+1])) { // "\'"
				continue
			}
			b.WriteByte(c)
			i++
			c = data[i]
		case c == '"':
			quoted = !quoted
		case quoted && c < ' ':
			c = ' '
		case quoted:
		case c == ',':
			if rest := strings.TrimLeft(data[i+1:], " \t\r\n"); rest == "" || rest[0] == '}' || rest[0] == ']' || rest[0] == ',' {
				continue
			}
		case strings.HasPrefix(data[i:], "//"):
			if end := strings.IndexByte(data[i:], '\n'); end > 0 {
				i += end
			}
			continue
		case strings.HasPrefix(data[i:], "/*"):
			if end := strings.Index(data[i:], "*/"); end > 0 {
				i += end + 1
				continue
			}
		case c == 0xc2 && i+1 < len(data) && data[i+1] == 0xa0, c == ';':
			c = ' '
		}
		b.WriteByte(c)
	}
	return b.String()
}

// index notes every object by its id; the fullest of those with one id counts.
func (g *graph) index(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.index(e)
		}
	case map[string]any:
		if id := one(v["@id"]); id != "" && len(v) > len(g.byID[id]) {
			g.byID[id] = v
		}
		for _, e := range v {
			g.index(e)
		}
	}
}

// whole returns the object that a reference stands for.
func (g *graph) whole(v map[string]any) map[string]any {
	if full := g.byID[one(v["@id"])]; len(full) > len(v) {
		return full
	}
	return v
}

// articleTypes are the types of schema.org that are a report besides those
// that end in "Article".
var articleTypes = []string{"BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report"}

// isArticle reports whether an object is of a type of article.
func isArticle(v map[string]any) bool {
	return slices.ContainsFunc(texts(v["@type"]), func(t string) bool {
		t = t[strings.LastIndexAny(t, "/:#")+1:]
		return strings.HasSuffix(t, "Article") || slices.Contains(articleTypes, t)
	})
}

// find gathers the articles in lists, graphs and main entities.
func (g *graph) find(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.find(e)
		}
	case map[string]any:
		if isArticle(v) {
			g.articles = append(g.articles, g.read(v))
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "item"} {
			g.find(v[key])
		}
	}
}

// read reads the fields of an article.
func (g *graph) read(a map[string]any) linked {
	l := linked{
		headline:  first(plainText(one(a["headline"])), plainText(one(a["name"]))),
		body:      plainText(one(a["articleBody"])),
		dates:     []string{one(a["datePublished"]), one(a["dateCreated"]), one(a["uploadDate"]), one(a["dateModified"])},
		authors:   g.people(a["author"]),
		keywords:  texts(a["keywords"]),
		addresses: slices.Concat(texts(a["url"]), texts(a["mainEntityOfPage"]), texts(a["@id"])),
		live:      slices.ContainsFunc(texts(a["@type"]), func(t string) bool { return strings.HasSuffix(t, "LiveBlogPosting") }),
	}
	if page, ok := a["mainEntityOfPage"].(map[string]any); ok {
		l.addresses = append(l.addresses, one(page["@id"]), one(page["url"]))
	}
	if len(l.authors) == 0 {
		l.authors = g.people(a["creator"])
	}
	for _, p := range g.people(a["publisher"]) {
		l.publisher = first(l.publisher, p.name)
	}
	l.closed = isClosed(a) || l.partClosed(a["hasPart"])
	return l
}

// isClosed reports whether an object says that it is not open to all.
func isClosed(v map[string]any) bool {
	switch free := v["isAccessibleForFree"].(type) {
	case bool:
		return !free
	case string:
		free = strings.ToLower(free[strings.LastIndexByte(free, '/')+1:])
		return free == "false" || free == "no" || free == "0"
	}
	return false
}

// partClosed reports whether a part of the article is not open to all.
func (l linked) partClosed(v any) bool {
	switch v := v.(type) {
	case []any:
		return slices.ContainsFunc(v, l.partClosed)
	case map[string]any:
		return isClosed(v)
	}
	return false
}

// one returns the first string of a value, "" if it holds none.
func one(v any) string {
	if all := texts(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

// texts returns the strings of a value: itself, or those of its list. The value
// of {"@value": ...} is its own.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		return texts(v["@value"])
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, texts(e)...)
		}
		return out
	}
	return nil
}

// people returns the persons or organizations of a value: strings, objects with
// a name, references to objects, or a list of these.
func (g *graph) people(v any) []author {
	switch v := v.(type) {
	case string:
		if full := g.byID[v]; full != nil && one(full["name"]) != "" {
			return g.people(full)
		}
		return []author{{name: plainText(v)}}
	case map[string]any:
		v = g.whole(v)
		house := slices.ContainsFunc(texts(v["@type"]), func(t string) bool { return strings.HasSuffix(t, "Organization") })
		var out []author
		if name := strings.TrimSpace(one(v["givenName"]) + " " + one(v["familyName"])); name != "" && v["name"] == nil {
			return []author{{plainText(name), house}}
		}
		for _, n := range texts(v["name"]) {
			out = append(out, author{plainText(n), house})
		}
		return out
	case []any:
		var out []author
		for _, e := range v {
			out = append(out, g.people(e)...)
		}
		return out
	}
	return nil
}

// plainText takes character references out of a string: some sites escape
// their linked data twice.
func plainText(s string) string { return html.UnescapeString(s) }
