package web

import (
	"errors"
	"net/netip"
	"syscall"
)

// errInside tells that an address lies inside a network, or that a name leads
// to one. It stands inside the errors of net and net/http.
var errInside = errors.New("not an address of the public internet")

// closed are the blocks that are no part of the public internet, or that stand
// for other addresses: IANA's registries of special-purpose addresses
// (https://www.iana.org/assignments/iana-ipv4-special-registry,
// …/iana-ipv6-special-registry) and of multicast.
var closed = prefixes(
	"0.0.0.0/8",       // this network
	"10.0.0.0/8",      // private
	"100.64.0.0/10",   // shared by the customers of a provider (CGNAT)
	"127.0.0.0/8",     // this machine
	"169.254.0.0/16",  // this cable; also the metadata of cloud machines
	"172.16.0.0/12",   // private
	"192.0.0.0/24",    // protocols
	"192.0.2.0/24",    // documentation
	"192.88.99.0/24",  // 6to4 relays
	"192.168.0.0/16",  // private
	"198.18.0.0/15",   // benchmarks
	"198.51.100.0/24", // documentation
	"203.0.113.0/24",  // documentation
	"224.0.0.0/4",     // multicast
	"240.0.0.0/4",     // reserved, broadcast

	"2001::/23",     // protocols, Teredo, ORCHID
	"2001:db8::/32", // documentation
	"2002::/16",     // 6to4: stands for any IPv4 address
	"3fff::/20",     // documentation
)

var (
	// global is where the public addresses of IPv6 lie; all else is closed:
	// loopback, link-local, site-local, unique local, multicast.
	global = netip.MustParsePrefix("2000::/3")
	// nat64 stands for the IPv4 address in its last four bytes (RFC 6052).
	nat64 = netip.MustParsePrefix("64:ff9b::/96")
)

func prefixes(texts ...string) (all []netip.Prefix) {
	for _, text := range texts {
		all = append(all, netip.MustParsePrefix(text))
	}
	return all
}

// public tells whether an address is one of the public internet.
func public(ip netip.Addr) bool {
	if ip.Zone() != "" || !ip.IsValid() {
		return false
	}
	ip = ip.Unmap() // ::ffff:127.0.0.1
	if nat64.Contains(ip) {
		bytes := ip.As16()
		ip = netip.AddrFrom4([4]byte(bytes[12:]))
	}
	if ip.Is6() && !global.Contains(ip) {
		return false
	}
	for _, prefix := range closed {
		if prefix.Contains(ip) {
			return false
		}
	}
	return true
}

// control is asked by net.Dialer with the address it is about to connect to,
// after the name was looked up: whatever a name server says, and says
// differently the next time, this is the address that the bytes go to.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	target, err := netip.ParseAddrPort(address)
	if err != nil {
		return errInside
	}
	if c.allow != nil && c.allow(target) {
		return nil
	}
	if !public(target.Addr()) || !c.portOpen(target.Port()) {
		return errInside
	}
	return nil
}

// portOpen tells whether a port is one that web pages are served from.
func (c *Client) portOpen(port uint16) bool { return port == 80 || port == 443 }
