package api

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"

	"wiredesk"
)

// maxAct bounds the body of an act in bytes.
const maxAct = 1 << 20

// maxActReports bounds how many reports one act may move.
const maxActReports = 10_000

// act takes an editor's act. It is taken from this machine only, and only as
// JSON, which no page elsewhere can send without being asked first.
func (h handlers) act(r *http.Request) (any, error) {
	if !local(r.RemoteAddr) {
		return nil, refused("acts are taken from the machine of the desk only", "use `wiredesk story` there")
	}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return nil, refused("an act comes as application/json", "set the Content-Type")
	}
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, maxAct))
	if err != nil {
		return nil, err
	}
	var a wiredesk.Act
	if err := json.Unmarshal(body, &a); err != nil || len(a.Reports) > maxActReports {
		return nil, &wiredesk.Problem{Input: "act", Reason: "it cannot be read as an act", Advice: "docs/api.md shows one", Err: errors.Join(wiredesk.ErrInvalid, err)}
	}
	// What the desk itself fills in is not taken from outside.
	a.ID, a.Undone, a.After, a.When = 0, 0, 0, ""
	return h.editor.Act(r.Context(), a)
}

// refused says that a rule of safety forbids it.
func refused(reason, advice string) error {
	return &wiredesk.Problem{Input: "act", Reason: reason, Advice: advice, Err: wiredesk.ErrRefused}
}

// local reports whether a request comes from this machine.
func local(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
