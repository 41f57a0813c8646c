# Wiredesk: the commands that a person needs.
#   make demo    read the bundled examples and show the desk on localhost
#   make test    install what the tests need and pass them all
GO      ?= go
DESK    ?= $(CURDIR)/bin/demo-desk
ADDRESS ?= 127.0.0.1:8080

.PHONY: build demo test tools check versions race bench fuzz vuln scores clean

build:
	@$(GO) build -trimpath -ldflags="-s -w" -o bin/wiredesk ./cmd/wiredesk

# The desk of the demonstration is made anew each time.
demo: build
	@rm -rf "$(DESK)"
	@bin/wiredesk brief examples/concordia
	@bin/wiredesk add --desk "$(DESK)" examples/concordia examples/homs
	@echo
	@echo "The desk is at http://$(ADDRESS)/ until you press Ctrl-C."
	@bin/wiredesk serve --desk "$(DESK)" --listen "$(ADDRESS)"

# A browser for the end-to-end tests; everything else comes with Go.
tools:
	@./.ci/browser

test: tools check
	@$(GO) test ./...
	@$(GO) test -tags purego ./internal/lang/dense ./internal/lang/parse
	@$(MAKE) --no-print-directory race

check:
	@test -z "$$(gofmt -l .)" || { echo "gofmt would change:"; gofmt -l .; exit 1; }
	@$(GO) vet ./...
	@$(GO) tool staticcheck ./...

# Writes the versions of the stages after something changed what they make.
versions:
	@UPDATE=1 $(GO) test -count=1 -run '^TestVersions$$' ./internal/desk

# Whatever runs on several goroutines, under the race detector.
race:
	@$(GO) test -race ./internal/desk/... ./internal/store/... ./internal/intake/fetch/... ./internal/web/... ./internal/api/...

bench: build
	@./.ci/bench bin/wiredesk

# Each fuzz target for FUZZTIME.
FUZZTIME ?= 30s
fuzz:
	@GO="$(GO)" FUZZTIME="$(FUZZTIME)" ./.ci/fuzz

# Needs the vulnerability database of the Go project, so it is not part of test.
vuln:
	@$(GO) run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./...

# Measures the stages on the public data sets under WIREDESK_SHARED and writes
# the figures where they are kept.
scores: build
	@bin/wiredesk eval > eval/scores.txt

clean:
	@rm -rf bin
