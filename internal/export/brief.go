package export

import (
	"io"

	"wiredesk"
)

// Text writes the briefs for people, on a terminal or as plain text.
func Text(w io.Writer, briefs []wiredesk.Brief) error { return nil }

// Markdown writes the briefs as Markdown.
func Markdown(w io.Writer, briefs []wiredesk.Brief) error { return nil }
