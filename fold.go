package wiredesk

import "strings"

// Fold makes names and headlines comparable: lower case, single spaces, no full
// stop at the end.
func Fold(name string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(name), " ")), ".")
}
