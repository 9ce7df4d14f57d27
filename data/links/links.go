// Package links knows addresses of web pages: finding them in a text, cleaning
// them, writing them with Danish letters, warning about odd ones, and the
// office's own library of pages with the answers and cards that were fetched
// for them. It is pure: nothing here opens a connection. The one door to the
// network is links/web.
package links

import "synlig/data/fault"

// MaxLength is how many bytes an address may have at most. Longer ones than
// this work in no common browser or server (RFC 9110, 4.1 asks for 8,000).
const MaxLength = 8000

// The codes of the errors about one address. None of them carries the address
// itself: it may hold a password or somebody's name.
const (
	AddressEmpty      fault.Code = "link-empty"      // nothing was written
	AddressTooLong    fault.Code = "link-too-long"   // "limit" in characters
	AddressScheme     fault.Code = "link-scheme"     // "scheme": neither http nor https
	AddressHost       fault.Code = "link-host"       // "host": not the name of a site
	AddressPort       fault.Code = "link-port"       // "port": not a number from 1 to 65535
	AddressUnreadable fault.Code = "link-unreadable" // no address at all
	AddressNested     fault.Code = "link-nested"     // an address in an address in an address …
)
