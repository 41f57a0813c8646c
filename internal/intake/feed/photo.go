package feed

import (
	"strings"

	"wiredesk"
	"wiredesk/internal/intake/text"
)

// Photo returns a picture with caption and credit as a feed gives them.
func Photo(caption, credit, address string) wiredesk.Photo {
	caption, credit = Title(caption), Title(credit)
	var p wiredesk.Photo
	if credit != "" {
		p = text.ReadCredit(credit)
		p.Caption = wiredesk.Optional(caption)
	} else {
		p = text.Caption(caption)
	}
	if strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://") {
		p.URL = wiredesk.Optional(address)
	}
	return p
}
