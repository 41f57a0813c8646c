package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"wiredesk"
	"wiredesk/internal/api"
	"wiredesk/internal/desk"
	"wiredesk/internal/store"
	"wiredesk/internal/web"
)

// drainTime is how long answers that are under way may take when the desk is
// closed, and after them the batch that the stages are at.
const drainTime = 8 * time.Second

// serveCommand keeps a desk up to date and shows it.
func serveCommand() *cobra.Command {
	var at deskFlag
	var s serving
	cmd := &cobra.Command{
		Use:   "serve [flags]",
		Short: "keep a desk up to date and show its pages",
		Long: `Serve fetches the feeds that are due, runs the stages over what is new, and
shows the desk's pages and its JSON under /v1. A folder without a desk gets an
empty one, and the first page says how to begin. It listens on this machine only
unless told otherwise; there is no login, so put a proxy that has one before an
address that others can reach. Ctrl-C or SIGTERM ends it within ten seconds.`,
		Example: `  wiredesk serve
  wiredesk serve --desk /srv/desk --listen 127.0.0.1:9000`,
		Args: none,
		RunE: at.onNew(s.run),
	}
	at.add(cmd)
	cmd.Flags().StringVar(&s.listen, "listen", "127.0.0.1:8080", "the address to listen on")
	cmd.Flags().StringArrayVar(&s.hosts, "host", nil, "a name under which browsers may ask for the pages, besides localhost and addresses")
	cmd.Flags().BoolVar(&s.allowPrivate, "allow-private", false, "let feeds in private networks be fetched")
	return cmd
}

// serving is one run of the command.
type serving struct {
	listen       string
	hosts        []string
	allowPrivate bool
}

// run serves until the command is told to end.
func (s *serving) run(cmd *cobra.Command, db store.Store) error {
	unlock, err := alone(cmd.Context(), db, "end it first, or wait until it is done")
	if err != nil {
		return err
	}
	defer unlock()
	listener, err := net.Listen("tcp", s.listen)
	if err != nil {
		return listenProblem(s.listen, err)
	}
	log := slog.New(slog.NewTextHandler(cmd.ErrOrStderr(), nil))
	slog.SetDefault(log) // for what pages and API could not answer
	d := desk.New(db, desk.Options{Log: log})
	server := s.server(db, d, log)
	fmt.Fprintf(cmd.OutOrStdout(), "The desk in %s is at http://%s/\n", db.Folder(), listener.Addr())
	return keep(cmd.Context(), server, listener, func(ctx context.Context) error {
		return d.Keep(ctx, newClient(s.allowPrivate, listener.Addr().String()))
	})
}

// server puts pages and API behind the guard, with time-outs for slow clients.
func (s *serving) server(db store.Store, d *desk.Desk, log *slog.Logger) *http.Server {
	mux := http.NewServeMux()
	mux.Handle("/v1/", api.Handler(d, db, d, d))
	mux.Handle("/", web.Handler(d))
	mux.HandleFunc("GET /healthz", alive)
	mux.HandleFunc("GET /readyz", ready(d))
	return &http.Server{
		Handler:           guard(mux, s.hosts),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// keep runs the server and the desk's work until the context ends, then lets
// both finish what they are at.
func keep(ctx context.Context, server *http.Server, listener net.Listener, work func(context.Context) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	served := make(chan error, 1)
	worked := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	go func() { worked <- work(ctx) }()
	var err error
	select {
	case err = <-served:
		stop()
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTime)
	defer cancel()
	if e := server.Shutdown(drain); e != nil {
		server.Close()
	}
	select {
	case e := <-worked:
		err = errors.Join(err, e)
	case <-drain.Done(): // whatever it is at is one transaction, kept whole or not at all
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// listenProblem words why an address cannot be listened on.
func listenProblem(address string, err error) error {
	p := &wiredesk.Problem{Input: address, Reason: "the address cannot be listened on: " + err.Error(),
		Advice: "name another one with --listen", Err: errors.Join(wiredesk.ErrInvalid, err)}
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		p.Reason, p.Err = "the port is in use by another program", wiredesk.ErrConflict
		p.Advice = "end that program, or name another port: --listen 127.0.0.1:8081"
	case errors.Is(err, syscall.EACCES):
		p.Reason = "this user may not listen on that port"
		p.Advice = "name a port above 1024: --listen 127.0.0.1:8080"
	}
	return p
}
