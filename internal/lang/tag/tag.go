// Package tag gives each token its part of speech and lemma.
package tag

import "wiredesk"

// Tag sets UPOS, XPOS and Lemma of the tokens of one sentence.
func Tag(text string, sentence []wiredesk.Token) {}
