package wiredesk

import "errors"

// The few meanings that an error can have for a person. Commands map them to
// exit codes and the API maps them to HTTP statuses, each in one place.
var (
	ErrNotFound = errors.New("not found")      // there is no such thing
	ErrRefused  = errors.New("refused")        // a limit or a rule of safety forbids it
	ErrInvalid  = errors.New("invalid")        // the input cannot be read as what it claims to be
	ErrConflict = errors.New("conflict")       // it is in use, or was changed by someone else
	ErrLook     = errors.New("could not look") // the answer is not known, which is not "none"
)

// A Problem is bad input as an outcome: what happened, to which input, and
// what to do. It is stored and shown; it never stops a run.
type Problem struct {
	Input  string // the file, URL or feed item
	Reason string // what happened, for a person
	Advice string // what to do
	Err    error  // one of the meanings above, wrapped with the detail
}

// Error gives the problem in one line.
func (p *Problem) Error() string {
	s := p.Input + ": " + p.Reason
	if p.Advice != "" {
		s += "; " + p.Advice
	}
	return s
}

// Unwrap gives the meaning of the problem.
func (p *Problem) Unwrap() error { return p.Err }
