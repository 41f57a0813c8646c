// Package photo reads captions and credits: people, place, date, photographer
// and agency.
package photo

import (
	"wiredesk"
	"wiredesk/internal/lang"
)

// Read returns the report's photos with people, place, date, photographer and
// agency filled in where the caption or credit says so.
func Read(doc *lang.Doc) []wiredesk.Photo { return doc.Report.Photos }
