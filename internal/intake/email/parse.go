package email

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"

	"wiredesk/internal/intake/decode"
)

// Parse reads the messages of a mailbox, or the one message that raw is. broken
// counts those that cannot be read.
func Parse(raw []byte) (messages []Message, broken int) {
	for _, one := range split(raw) {
		m, err := parse(one)
		if err != nil {
			broken++
			continue
		}
		messages = append(messages, m)
	}
	return messages, broken
}

// split cuts a mailbox into its messages.
func split(raw []byte) [][]byte {
	raw = bytes.TrimLeft(raw, "\ufeff \r\n")
	if !mboxForm().Match(firstLine(raw)) {
		return [][]byte{raw}
	}
	var out [][]byte
	var one []byte
	empty := true // the line before is
	for line := range bytes.Lines(raw) {
		if empty && mboxForm().Match(line) {
			if len(bytes.TrimSpace(one)) > 0 {
				out = append(out, one)
			}
			if len(out) == MaxMessages {
				return out
			}
			one = nil
			continue
		}
		empty = len(bytes.TrimSpace(line)) == 0
		if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
			line = line[1:]
		}
		one = append(one, line...)
	}
	if len(bytes.TrimSpace(one)) > 0 {
		out = append(out, one)
	}
	return out
}

// parse reads one message.
func parse(raw []byte) (m Message, err error) {
	read, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return m, err
	}
	h := read.Header
	m = Message{Subject: words(h.Get("Subject")), From: words(h.Get("From")), Date: h.Get("Date"), ID: strings.Trim(h.Get("Message-Id"), "<> ")}
	parts := 0
	if err := m.part(textproto.MIMEHeader(h), read.Body, 0, &parts); err != nil {
		return m, err
	}
	return m, nil
}

// words decodes a field of a head (RFC 2047); one in no known character set
// stays as it is.
func words(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, r) }}
	out, err := d.DecodeHeader(s)
	if err != nil {
		out = s
	}
	return strings.ToValidUTF8(strings.Join(strings.Fields(out), " "), "\ufffd")
}

// part reads a part of a message and the parts within it; the first text of
// each form counts.
func (m *Message) part(h textproto.MIMEHeader, body io.Reader, depth int, parts *int) error {
	if *parts++; *parts > MaxParts || depth > maxDepth {
		return errors.New("it has too many parts")
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition")); disposition == "attachment" {
		return nil
	}
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		r := multipart.NewReader(body, params["boundary"])
		for {
			p, err := r.NextRawPart()
			if err != nil {
				return nil // what is broken ends here; what came is kept
			}
			if err := m.part(p.Header, p, depth+1, parts); err != nil {
				return err
			}
		}
	case kind == "text/plain" && m.Plain == "":
		m.Plain = unpacked(h, body, params["charset"])
	case kind == "text/html" && m.HTML == "":
		m.HTML = unpacked(h, body, params["charset"])
	}
	return nil
}

// unpacked undoes how a text is packed, and decodes it. What breaks off is read
// as far as it goes.
func unpacked(h textproto.MIMEHeader, body io.Reader, declared string) string {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	raw, _ := io.ReadAll(body)
	return decode.Text(raw, declared)
}
