// Package story is the fourth room: it finds the reports that tell of the same
// news, who carries whose text, and how many origins say so.
package story
