package web

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/netip"
	"net/url"

	"golang.org/x/net/http/httpproxy"

	"synlig/data/links"
)

// transports are the two ways out. direct goes to the site itself, through the
// guard. proxied goes by way of the proxy that the machine is set up with
// (HTTPS_PROXY, HTTP_PROXY and NO_PROXY, as the system's administrator set
// them): such a proxy stands inside the network, so the guard cannot look at
// the connection; see insideByName for what is looked at instead.
func (c *Client) transports() (direct, proxied *http.Transport) {
	direct = &http.Transport{
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: c.roots},
		DisableKeepAlives:      true, // every question is looked up and guarded anew
		MaxResponseHeaderBytes: mostHeader,
		DialContext:            c.dial,
		ForceAttemptHTTP2:      true,
	}
	proxied = direct.Clone()
	proxied.DialContext = (&net.Dialer{}).DialContext
	proxied.Proxy = proxyOf
	return direct, proxied
}

// dial connects to a site, past the guard.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if c.reach != nil {
		address = c.reach(address)
	}
	return (&net.Dialer{Control: c.control}).DialContext(ctx, network, address)
}

// proxyOf is the proxy that the machine uses for a question; nil for none.
func proxyOf(r *http.Request) (*url.URL, error) {
	return httpproxy.FromEnvironment().ProxyFunc()(r.URL)
}

// through picks the way for one question. Behind a proxy the site's name is
// looked up here too, if this machine can: a name or a number that leads inside
// is refused. Where only the proxy can look names up, it decides, as it does
// for the browser beside us.
func (c *Client) through(ctx context.Context, r *http.Request) (*http.Transport, error) {
	proxy, err := proxyOf(r)
	if err != nil {
		return nil, err
	}
	if proxy == nil {
		return c.direct, nil
	}
	if c.insideByName(ctx, r.URL.Hostname()) {
		return nil, errInside
	}
	return c.proxied, nil
}

// insideByName tells whether a host is, or leads to, an address inside a
// network, as far as this machine can tell.
func (c *Client) insideByName(ctx context.Context, host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return !public(ip)
	}
	if links.InsideName(host) {
		return true
	}
	addresses, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return false
	}
	for _, ip := range addresses {
		if !public(ip) {
			return true
		}
	}
	return false
}
