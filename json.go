package wiredesk

import (
	"bytes"
	"encoding/json"
)

// Optional is text that may be unknown: "" is written as null in JSON, since
// an unknown value and an empty one are different answers.
type Optional string

// MarshalJSON writes "" as null and anything else as a string.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return Encode(string(o))
}

// UnmarshalJSON reads null as "".
func (o *Optional) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*o = ""
		return nil
	}
	return json.Unmarshal(b, (*string)(o))
}

// A List is a slice that is written as [] in JSON when it is empty, never as
// null: an empty list means that the desk looked and found none.
type List[T any] []T

// MarshalJSON writes an empty list as [].
func (l List[T]) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("[]"), nil
	}
	return Encode([]T(l))
}

// Encode is json.Marshal without the escaping of <, > and &, so that the
// words of a report stand in the output as they were printed.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
