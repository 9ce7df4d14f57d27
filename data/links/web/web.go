// Package web is the one door to the network. It asks for pages of the public
// web, one at a time, when somebody clicked: whether they are there, what card
// they show, which pages a site lists. It never reaches inside a network, sends
// nothing about anybody, and keeps nothing. No other package opens a connection.
package web

import (
	"context"
	"crypto/x509"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"synlig/data/clock"
	"synlig/data/fault"
)

// The limits of one question.
const (
	longest      = 10 * time.Second // from the click to the last byte, redirects and all
	mostBytes    = 512 << 10        // of a page, after it is unpacked
	mostHeader   = 64 << 10
	mostRedirect = 5
	atOnce       = 2 // questions; and one to a host
)

// The codes of the errors that leave this package, beside those about an
// address (see links) and "cancelled".
const (
	// NetOff tells that the office has set "Ingen netadgang".
	NetOff fault.Code = "net-off"
	// PageUnavailable tells why a page could not be read: "reason" is a
	// links.Reason, "detail" and "status" those of the links.Answer.
	PageUnavailable fault.Code = "page-unavailable"
	// PageNotHTML tells that what came is no web page; "type" is what it is.
	PageNotHTML fault.Code = "page-not-html"
)

// Client asks for pages. The zero value works; its fields must not be changed
// once it is used. Its methods may be called from any goroutine, and take until
// the answer is there or ctx ends.
type Client struct {
	// Allowed tells whether the office lets the program use the network at all.
	// It is asked before every question; nil is yes.
	Allowed func() bool
	// Version of the program, for the name it gives itself: "0.1.0".
	Version string
	// Clock gives cards their time; nil is the machine's.
	Clock clock.Clock

	// For tests, whose servers stand on the machine itself.
	allow  func(netip.AddrPort) bool   // let through the guard all the same
	reach  func(address string) string // where "host:port" is found, before the guard
	roots  *x509.CertPool              // whose certificates are trusted
	within time.Duration               // instead of longest

	once    sync.Once
	direct  *http.Transport
	proxied *http.Transport
	gate    gate
}

// start makes the transports, once.
func (c *Client) start() {
	c.once.Do(func() {
		if c.Clock == nil {
			c.Clock = clock.System
		}
		if c.within == 0 {
			c.within = longest
		}
		c.gate.slots = make(chan struct{}, atOnce)
		c.direct, c.proxied = c.transports()
	})
}

// agent is the honest name the program gives itself.
func (c *Client) agent() string {
	version := c.Version
	if version == "" {
		version = "0"
	}
	return "Synlig/" + version + " (link check, asked for by a person)"
}

// mayAsk is NetOff when the office has closed the door.
func (c *Client) mayAsk() error {
	if c.Allowed != nil && !c.Allowed() {
		return fault.New(NetOff)
	}
	return nil
}

// cancelled is the error of a question that was stopped.
func cancelled(ctx context.Context) error { return fault.Wrap(ctx.Err(), "cancelled") }
