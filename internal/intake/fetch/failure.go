package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"wiredesk"
)

// A Failure is why a document was not fetched. It is a wiredesk.Problem with
// what a desk needs to decide when to ask again.
type Failure struct {
	wiredesk.Problem
	Status     int           // of HTTP; 0 where there was no answer
	RetryAfter time.Duration // how long the server asks to be left alone; 0 if it does not
}

// Unwrap gives the problem.
func (f *Failure) Unwrap() error { return &f.Problem }

// refused returns the failure of an address that a rule forbids.
func refused(address, reason string) *Failure {
	return &Failure{Problem: wiredesk.Problem{Input: short(address), Reason: reason, Advice: "check the address", Err: wiredesk.ErrRefused}}
}

// failed words the error of a request.
func failed(address string, err error) *Failure {
	f := &Failure{Problem: wiredesk.Problem{Input: short(address), Advice: "try again later", Err: fmt.Errorf("%w: %w", wiredesk.ErrLook, err)}}
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.Is(err, ssrf.ErrProhibitedPort):
		f.Reason, f.Advice, f.Err = "its port may not be asked", "give an address on port 80, 443, 8080 or 8443", wiredesk.ErrRefused
	case errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedNetwork) || errors.Is(err, ssrf.ErrInvalidHostPort):
		f.Reason, f.Advice, f.Err = "it lies in a private network", "allow that with --allow-private if it is meant", wiredesk.ErrRefused
	case errors.Is(err, context.Canceled):
		f.Reason = "it was interrupted"
	case errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded) || strings.Contains(err.Error(), "timeout"):
		f.Reason = "the server does not answer in time"
	case errors.As(err, &dns):
		f.Reason, f.Advice = "there is no such host", "check the address"
		if !dns.IsNotFound {
			f.Reason = "the name of the host could not be looked up"
		}
	case errors.As(err, &certificate) || errors.As(err, &unknown):
		f.Reason, f.Advice = "its certificate is not valid", "tell the outlet; the desk does not read what it cannot trust"
	case strings.Contains(err.Error(), "response headers exceeded") || strings.Contains(err.Error(), "too many 1xx"):
		f.Reason, f.Advice, f.Err = "the head of its answer is too large", "check the address", wiredesk.ErrRefused
	default:
		f.Reason = "the connection failed (" + reason(err) + ")"
	}
	return f
}

// reason returns the innermost message of a network error, short.
func reason(err error) string {
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
	}
	return short(err.Error())
}

// short cuts words for a message.
func short(s string) string {
	const most = 200
	s = strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(s, "\ufffd"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// statusText writes a status for people.
func statusText(status int) string {
	if t := http.StatusText(status); t != "" {
		return fmt.Sprintf("%d (%s)", status, strings.ToLower(t))
	}
	return strconv.Itoa(status)
}

// maxRetryAfter is the longest pause that a server can ask for.
const maxRetryAfter = 7 * 24 * time.Hour

// retryAfter reads the header of that name: seconds, or a date.
func retryAfter(h http.Header) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.ParseInt(value, 10, 32); err == nil {
		return min(max(0, time.Duration(n)*time.Second), maxRetryAfter)
	}
	if at, err := http.ParseTime(value); err == nil {
		if sent, err := http.ParseTime(h.Get("Date")); err == nil {
			return min(max(0, at.Sub(sent)), maxRetryAfter)
		}
		return min(max(0, time.Until(at)), maxRetryAfter)
	}
	return 0
}

// Backoff is how long a desk waits before it asks again after so many failures
// in a row: a minute, doubled each time, at most six hours, and never less than
// the server asked for. jitter, from 0 to 1, spreads desks and feeds apart by
// up to a fifth.
func Backoff(failures int, asked time.Duration, jitter float64) time.Duration {
	if failures <= 0 {
		return asked
	}
	const first, most = time.Minute, 6 * time.Hour
	wait := time.Duration(math.Min(float64(first)*math.Pow(2, float64(min(failures, 30)-1)), float64(most)))
	wait += time.Duration(0.2 * min(max(jitter, 0), 1) * float64(wait))
	return max(wait, asked)
}
