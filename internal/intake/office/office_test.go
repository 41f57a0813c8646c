package office_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"wiredesk/internal/intake/office"
)

// packed returns an archive with one file.
func packed(name, doc string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create(name)
	w.Write([]byte(doc))
	z.Close()
	return b.Bytes()
}

const (
	docx = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>River </w:t></w:r><w:r><w:t>rises</w:t></w:r></w:p>
<w:p><w:r><w:t>By Ana Brook</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">OSTHAVEN (AP) - The river rose </w:t></w:r><w:del><w:r><w:delText>fell</w:delText></w:r></w:del><w:r><w:t>on Sunday.</w:t></w:r></w:p><w:p><w:r><w:t>No one was hurt.</w:t></w:r></w:p></w:body></w:document>`
	odt = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>River rises</text:h><text:p>By Ana Brook</text:p>
<text:p>OSTHAVEN (AP) - The river rose<text:s/>on <text:span>Sunday</text:span>.</text:p><text:p>No one was hurt.</text:p></office:text></office:body></office:document-content>`
)

func TestTexts(t *testing.T) {
	for name, raw := range map[string][]byte{"DOCX": packed("word/document.xml", docx), "ODT": packed("content.xml", odt)} {
		d, err := office.Parse(raw)
		if err != nil || !office.Is(raw) {
			t.Fatal(name, err)
		}
		r, _ := d.Report()
		if r.Headline.Text != "River rises" || r.Byline == nil || r.Dateline == nil || len(r.Body) != 2 || r.Body[0].Words(r.Text) != "OSTHAVEN (AP) - The river rose on Sunday." {
			t.Errorf("%s: %q", name, r.Text)
		}
	}
	if office.Is(packed("xl/workbook.xml", "<a/>")) || office.Is([]byte("PK\x03\x04aaaa")) {
		t.Error("no text")
	}
}

// Any bytes in, no panic.
func FuzzParse(f *testing.F) {
	f.Add(packed("word/document.xml", docx))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if d, err := office.Parse(raw); err == nil {
			d.Report()
		}
	})
}
