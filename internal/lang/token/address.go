package token

import "strings"

// address returns the end of a web or mail address, a file name or a domain
// that begins at i, or i where there is none.
func (s *splitter) address(i int) int {
	if c := s.text[i]; !isLetter(c) && !isDigit(c) && c != '@' && c != '#' && c != '/' {
		return i
	}
	if i > 0 && len(s.out) > 0 && s.out[len(s.out)-1].Span.End == i && isLetter(s.text[i-1]) {
		return i
	}
	rest := s.text[i:min(s.end, i+addressLimit)]
	switch {
	case web(rest), mail(rest):
		return i + trimAddress(rest)
	case rest[0] == '@' && len(rest) > 1 && isLetter(rest[1]):
		return s.run(i + 1)
	case strings.IndexByte(rest, '.') > 0:
		return i + domain(rest)
	}
	return i
}

// addressLimit is the length in bytes up to which an address is looked for,
// which keeps the time linear in texts without blanks.
const addressLimit = 400

func web(s string) bool {
	if len(s) < 5 {
		return false
	}
	switch s[0] | 0x20 {
	case 'h', 'w', 'm', 'f', 'd':
		head := strings.ToLower(s[:min(len(s), 8)])
		for _, p := range []string{"http://", "https://", "www.", "mailto:", "ftp://", "doi:10."} {
			if strings.HasPrefix(head, p) {
				return true
			}
		}
	}
	return false
}

// mail reports whether s begins with a mail address.
func mail(s string) bool {
	at := strings.IndexByte(s, '@')
	if at < 1 || at > 64 {
		return false
	}
	for i := range at {
		if c := s[i]; !isLetter(c) && !isDigit(c) && strings.IndexByte("._-+%=", c) < 0 {
			return false
		}
	}
	return at+1 < len(s) && (isLetter(s[at+1]) || isDigit(s[at+1]))
}

// trimAddress returns the length of an address without the marks after it.
func trimAddress(s string) int {
	if i := strings.IndexAny(s, "<>\"“”"); i > 0 {
		s = s[:i]
	}
	s = strings.TrimRight(s, ".,;:!?'’)]}")
	return len(s)
}

// domain returns the length of a domain or file name at the start of s
// ("enron.com", "report.pdf"), or 0. Parts are letters and digits parted by
// single stops, the last one a known ending.
func domain(s string) int {
	end, ok := 0, false
	for start := 0; start < len(s); {
		n := start
		for n < len(s) && (isLetter(s[n]) || isDigit(s[n]) || s[n] == '-' || s[n] == '_') {
			n++
		}
		if n == start || n-start > 63 {
			break
		}
		if start > 0 && ending(s[start:n]) {
			end, ok = n, true
		}
		if n >= len(s) || s[n] != '.' {
			break
		}
		start = n + 1
	}
	if !ok {
		return 0
	}
	if end < len(s) && s[end] == '/' {
		return trimAddress(s)
	}
	return end
}

// ending reports whether a part ends a domain or file name.
func ending(part string) bool {
	switch part {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "uk", "de", "fr", "ru", "eu", "tv", "ly", "io",
		"COM", "ORG", "NET", "ca", "au", "il", "sy", "cn", "jp",
		"html", "htm", "pdf", "doc", "xls", "txt", "jpg", "png", "gif", "zip", "mp3", "aspx", "php", "DOC", "XLS", "PDF", "exe", "ppt":
		return true
	}
	return false
}
