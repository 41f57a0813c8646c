package corpus

import (
	"path/filepath"
	"strings"
)

// A Target is one entry of MUC-4's slots for human targets: what became of how
// many people.
type Target struct {
	Effect string // "DEATH", "INJURY", ...; alternatives parted by " / "
	Number string // "1", "PLURAL", "~ 8", "5 - 10"
	Words  string // as quoted in the key
}

// A Message is a document of MUC-4 with the human targets of its templates.
type Message struct {
	ID      string
	Text    string // paragraphs parted by an empty line, in capitals as sent
	Targets []Target
}

// MUC4 reads the messages of a part ("tst1", "tst2") below the shared folder,
// with their keys. Entries that are marked as optional are left out.
func MUC4(shared, part string) ([]Message, error) {
	dir := filepath.Join(shared, "data/muc4/corpora", part)
	texts, err := filepath.Glob(filepath.Join(dir, part+"-muc*"))
	if err != nil {
		return nil, err
	}
	keys, err := filepath.Glob(filepath.Join(dir, "key-*"))
	if err != nil {
		return nil, err
	}
	var out []Message
	at := map[string]int{}
	for _, file := range texts {
		err := lines(file, func(line string) {
			if id := strings.Fields(line); len(id) > 0 && strings.Contains(id[0], "-MUC") && !strings.HasPrefix(line, " ") {
				at[number(id[0])] = len(out)
				out = append(out, Message{ID: id[0]})
				return
			}
			if len(out) > 0 {
				m := &out[len(out)-1]
				m.Text += wrapped(m.Text, line)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	k := &keyReader{at: at, out: out}
	for _, file := range keys {
		if err := lines(file, k.line); err != nil {
			return nil, err
		}
		k.close()
	}
	return out, nil
}

// number returns the part of a message's id that text and key share.
func number(id string) string { return id[strings.LastIndexByte(id, '-')+1:] }

// wrapped returns how a line of a hard-wrapped text goes on: an empty line
// parts paragraphs.
func wrapped(text, line string) string {
	line = strings.TrimSpace(line)
	switch {
	case line == "" && text != "" && !strings.HasSuffix(text, "\n"):
		return "\n\n"
	case line == "" || text == "" || strings.HasSuffix(text, "\n"):
		return line
	}
	return " " + line
}

// A keyReader reads the templates of a key.
type keyReader struct {
	at      map[string]int
	out     []Message
	message int
	slot    string
	numbers map[string]string // by quoted words
	effects [][2]string       // effect, quoted words
}

// line reads one line of a key: "21. HUM TGT: NUMBER   1: "CEREZO"".
func (k *keyReader) line(line string) {
	if strings.HasPrefix(line, ";") || strings.TrimSpace(line) == "" {
		return
	}
	value := line
	if dot := strings.Index(line, ". "); dot > 0 && dot <= 2 && len(line) > 36 {
		k.slot = strings.TrimSpace(line[dot+1 : 36])
		value = line[36:]
		if k.slot == "MESSAGE: ID" {
			k.close()
			i, ok := k.at[number(strings.TrimSpace(value))]
			if !ok {
				i = -1
			}
			k.message = i
		}
	}
	what, words, _ := strings.Cut(strings.TrimSpace(value), ": ")
	switch {
	case what == "-" || what == "*" || what == "" || strings.HasPrefix(what, "?"):
	case k.slot == "HUM TGT: NUMBER":
		k.numbers[words] = what
	case k.slot == "HUM TGT: EFFECT OF INCIDENT":
		k.effects = append(k.effects, [2]string{what, words})
	}
}

// close adds the targets of the template that ends.
func (k *keyReader) close() {
	for _, e := range k.effects {
		if k.message >= 0 {
			m := &k.out[k.message]
			m.Targets = append(m.Targets, Target{Effect: e[0], Number: k.numbers[e[1]], Words: e[1]})
		}
	}
	k.numbers, k.effects = map[string]string{}, nil
}
