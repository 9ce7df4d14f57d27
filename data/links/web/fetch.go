package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"synlig/data/fault"
	"synlig/data/links"
)

// reply is what came back for an address, after redirects.
type reply struct {
	status  int
	header  http.Header
	address *url.URL // the one that answered
	hops    []int    // status of each redirect on the way
	body    []byte   // at most limit bytes; nil for HEAD
	cut     bool     // there was more
}

// errors of a question that are no errors of the connection.
var (
	errTooMany = errors.New("more redirects than anybody follows")
	errNotOurs = errors.New("an address this program does not ask")
)

// get asks for an address and follows its redirects, each of them looked at as
// the first was. At most limit bytes of the page are read.
func (c *Client) get(ctx context.Context, method string, address *url.URL, limit int64) (reply, error) {
	var hops []int
	for {
		r, err := c.ask(ctx, method, address, limit)
		r.hops = hops
		if err != nil {
			return r, err
		}
		next, redirected := location(r)
		if !redirected {
			return r, nil
		}
		if len(hops) == mostRedirect {
			return r, errTooMany
		}
		hops = append(hops, r.status)
		if next.Fragment == "" {
			next.Fragment, next.RawFragment = address.Fragment, address.RawFragment // RFC 9110, 10.2.2
		}
		address = next
	}
}

// ask asks one server one thing.
func (c *Client) ask(ctx context.Context, method string, address *url.URL, limit int64) (reply, error) {
	r := reply{address: address}
	if err := askable(address); err != nil {
		return r, err
	}
	leave, err := c.gate.enter(ctx, address.Host)
	if err != nil {
		return r, err
	}
	defer leave()
	request, err := http.NewRequestWithContext(ctx, method, address.String(), nil)
	if err != nil {
		return r, errNotOurs
	}
	request.Header.Set("User-Agent", c.agent())
	request.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
	request.Header.Set("Accept-Language", "da,en;q=0.5")
	transport, err := c.through(ctx, request)
	if err != nil {
		return r, err
	}
	answer, err := transport.RoundTrip(request)
	if err != nil {
		return r, err
	}
	defer answer.Body.Close()
	r.status, r.header = answer.StatusCode, answer.Header
	if _, redirected := location(r); redirected || method == http.MethodHead {
		return r, nil
	}
	r.body, err = io.ReadAll(io.LimitReader(answer.Body, limit+1))
	if int64(len(r.body)) > limit {
		r.body, r.cut = r.body[:limit], true
	}
	return r, err
}

// askable refuses what no link of the office's needs: other schemes and ports,
// names and passwords in the address.
func askable(address *url.URL) error {
	port := address.Port()
	switch {
	case address.Scheme != "http" && address.Scheme != "https",
		address.User != nil,
		port != "" && port != "80" && port != "443":
		return errNotOurs
	}
	return nil
}

// location is where a redirect leads, read as Clean reads an address but
// without taking anything away.
func location(r reply) (*url.URL, bool) {
	switch r.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, false
	}
	text := strings.TrimSpace(r.header.Get("Location"))
	if text == "" {
		return nil, false
	}
	next, err := r.address.Parse(text)
	if err != nil {
		return &url.URL{}, true // askable refuses it
	}
	if next.Scheme == "http" || next.Scheme == "https" {
		if next, err = parse(next.String()); err != nil {
			return &url.URL{}, true
		}
	}
	return next, true
}

// parse reads an address as links does, and gives it as net/url has it. Codes:
// those of links.Normal.
func parse(raw string) (*url.URL, error) {
	text, err := links.Normal(raw)
	if err != nil {
		return nil, err
	}
	address, err := url.Parse(text)
	if err != nil {
		return nil, fault.New(links.AddressUnreadable)
	}
	return address, nil
}
