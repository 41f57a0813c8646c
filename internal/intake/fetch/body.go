package fetch

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"wiredesk"
)

// Why a body is refused.
var (
	errTooLarge = errors.New("it is larger than 10 MiB")
	errBomb     = errors.New("it unpacks to more than it may")
	errEncoding = errors.New("it is packed in a way that was not asked for")
	errSlow     = errors.New("it comes more slowly than 1 KB a second")
)

// bodyFailure words the error of a body.
func bodyFailure(address string, err error) *Failure {
	for _, e := range []error{errTooLarge, errBomb, errEncoding} {
		if errors.Is(err, e) {
			return refused(address, e.Error())
		}
	}
	if errors.Is(err, errSlow) {
		return &Failure{Problem: wiredesk.Problem{Input: short(address), Reason: errSlow.Error(), Advice: "try again later", Err: wiredesk.ErrLook}}
	}
	return failed(address, err)
}

// readBody reads a body within the limits. partial says that it broke off.
func readBody(ctx context.Context, resp *http.Response) (body []byte, partial bool, err error) {
	wire := &wireReader{r: resp.Body, start: time.Now()}
	var r io.Reader = wire
	switch encoding := strings.ToLower(strings.TrimSpace(strings.Join(resp.Header.Values("Content-Encoding"), ","))); encoding {
	case "", "identity":
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(bufio.NewReader(wire))
		if err == io.EOF {
			return nil, false, nil
		}
		if err != nil {
			return nil, false, wire.or(err)
		}
		r = z
	default: // another, or more than one
		return nil, false, errEncoding
	}
	body, err = readLimited(r, wire)
	switch {
	case err == nil:
		return body, false, nil
	case errors.Is(err, errTooLarge) || errors.Is(err, errBomb) || errors.Is(err, errSlow):
		return nil, false, err
	case ctx.Err() != nil || len(body) == 0:
		return nil, false, err
	}
	return body, true, nil
}

// readLimited reads all of r and watches how much comes out of what went in.
func readLimited(r io.Reader, wire *wireReader) ([]byte, error) {
	var body []byte
	buffer := make([]byte, 32<<10)
	for {
		n, err := r.Read(buffer)
		body = append(body, buffer[:n]...)
		if len(body) > MaxDecoded || len(body) > RatioFrom && int64(len(body)) > MaxRatio*wire.read {
			return nil, errBomb
		}
		if err == io.EOF {
			return body, nil
		}
		if err != nil {
			return body, wire.or(err)
		}
	}
}

// A wireReader counts what comes over the wire and gives up on a body that is
// too large or too slow.
type wireReader struct {
	r     io.Reader
	start time.Time
	read  int64
	err   error // why it gave up
}

// Read reads from the wire.
func (w *wireReader) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	w.read += int64(n)
	if w.read > MaxWire {
		w.err = errTooLarge
		return n, w.err
	}
	if passed := time.Since(w.start); err == nil && passed > MinRateAfter && float64(w.read) < MinRate*passed.Seconds() {
		w.err = errSlow
		return n, w.err
	}
	return n, err
}

// or returns why the wire gave up, or else err: unpackers hide the cause.
func (w *wireReader) or(err error) error {
	if w.err != nil {
		return w.err
	}
	return err
}
