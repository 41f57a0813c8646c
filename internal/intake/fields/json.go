package fields

import (
	"encoding/json"
	"slices"
	"strings"
)

// MaxItems is the number of records beyond which the rest of a document is left
// out.
const MaxItems = 5000

// JSON returns the records of a JSON document whose keys say what they hold: one
// object, a list, or the answer of a service that has such a list under some
// key. It must have been checked for its depth.
func JSON(doc string) []Record {
	var v any
	if json.Unmarshal([]byte(doc), &v) != nil {
		return nil
	}
	var out []Record
	gather(&out, v)
	return out
}

// gather adds the records of a value.
func gather(out *[]Record, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if len(*out) < MaxItems {
				gather(out, e)
			}
		}
	case map[string]any:
		r := Record{}
		for _, key := range sortedKeys(v) {
			r.Add(Part(key), words(v[key]))
		}
		if r["text"] != "" && (r["headline"] != "" || r["published"] != "") || r["headline"] != "" && (r["summary"] != "" || r["url"] != "") && r["published"] != "" {
			*out = append(*out, r)
			return
		}
		for _, key := range sortedKeys(v) {
			switch v[key].(type) {
			case []any, map[string]any:
				gather(out, v[key])
			}
		}
	}
}

// sortedKeys returns the keys of an object in their order.
func sortedKeys(v map[string]any) []string {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// words returns a value as words: a string, the name of an object, or those of
// a list, parted by semicolons.
func words(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, key := range []string{"name", "title", "rendered", "text"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	case []any:
		var out []string
		for _, e := range v {
			if s := words(e); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, "; ")
	}
	return ""
}
