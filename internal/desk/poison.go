package desk

import (
	"fmt"
	"runtime/debug"
	"strings"

	"wiredesk"
	"wiredesk/internal/store"
)

// tries is how often a stage is tried on a document that makes it panic before
// the document is put into quarantine.
const tries = 3

// maxReason bounds the words of a panic that are shown, in bytes.
const maxReason = 300

// A poison is what a stage panicked with, each time it was tried.
type poison struct {
	reason string
	stack  string
}

// guarded runs a stage on one document. A panic is caught; after the last try
// it is returned.
func guarded(f func()) *poison {
	for try := 1; ; try++ {
		p := once(f)
		if p == nil || try == tries {
			return p
		}
	}
}

// once runs f and catches a panic.
func once(f func()) (p *poison) {
	defer func() {
		if v := recover(); v != nil {
			reason := strings.Join(strings.Fields(strings.ToValidUTF8(fmt.Sprint(v), "?")), " ")
			p = &poison{reason: reason[:min(len(reason), maxReason)], stack: string(debug.Stack())}
		}
	}()
	f()
	return nil
}

// failure words a poisoned document for people.
func (d *Desk) failure(p *poison, stage, subject, input string) store.Failure {
	now := d.stamp()
	d.log.Error("quarantined", "stage", stage, "input", input, "reason", p.reason)
	return store.Failure{
		Failure: wiredesk.Failure{Stage: stage, Input: input, Reason: "the stage failed on it: " + strings.ToValidUTF8(p.reason, ""),
			Advice: "the rest goes on without it; please report it with the file", Tries: tries, Quarantined: true, First: now, Last: now},
		Subject: subject, Detail: p.stack,
	}
}
