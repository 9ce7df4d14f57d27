package links

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"synlig/data/fault"
)

// lookup is how browsers read a host name (UTS 46, non-transitional: "ß" stays
// a letter of its own). Underlines are let through; some sites have them.
var lookup = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.Transitional(false), idna.StrictDomainName(false), idna.VerifyDNSLength(true))

// ASCII writes a host name as it is sent: "borgerrådgiver.dk" becomes
// "xn--borgerrdgiver-vfb.dk". Code: AddressHost.
func ASCII(host string) (string, error) {
	ascii, err := lookup.ToASCII(strings.TrimSuffix(host, "."))
	wrong := err != nil || ascii == "" || strings.HasSuffix(ascii, ".") ||
		strings.IndexFunc(ascii, notOfName) >= 0 || !numbersAreAddresses(ascii)
	if !wrong {
		again, err := lookup.ToASCII(ascii) // what is sent must be what is read
		wrong = err != nil || again != ascii
	}
	if wrong {
		return "", fault.New(AddressHost, "host", shorten(host))
	}
	return ascii, nil
}

// Unicode writes a host name as people read it. One that cannot be read so,
// or that would not lead back to the same site, stays as it is.
func Unicode(host string) string {
	shown, err := lookup.ToUnicode(host)
	if err != nil {
		return host
	}
	if back, err := ASCII(shown); err != nil || back != host {
		return host
	}
	return shown
}

func notOfName(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' && r != '.' && r != '_'
}

// numbersAreAddresses refuses the many ways to write an IPv4 address as
// something else: octal, hexadecimal, one big number, fewer than four parts.
// Browsers and operating systems read them differently, and nobody honest
// writes them.
func numbersAreAddresses(host string) bool {
	labels := strings.Split(host, ".")
	if !numeric(labels[len(labels)-1]) {
		return true
	}
	return isIPv4(host)
}

func numeric(label string) bool {
	if hex, ok := strings.CutPrefix(label, "0x"); ok {
		return strings.Trim(hex, "0123456789abcdef") == ""
	}
	return label != "" && strings.Trim(label, "0123456789") == ""
}

// isIPv4 tells whether host is four decimal numbers, written in the one way
// that means the same to everybody.
func isIPv4(host string) bool {
	labels := strings.Split(host, ".")
	if len(labels) != 4 {
		return false
	}
	for _, label := range labels {
		if n, err := strconv.Atoi(label); err != nil || n < 0 || n > 255 || strconv.Itoa(n) != label {
			return false
		}
	}
	return true
}

// hostAndPort reads what stands between the user and the path.
func hostAndPort(authority, scheme string) (host, port string, err error) {
	host, port = authority, ""
	if strings.HasPrefix(authority, "[") {
		end := strings.IndexByte(authority, ']')
		if end < 0 || strings.Trim(strings.ToLower(authority[1:end]), "0123456789abcdef:.") != "" {
			return "", "", fault.New(AddressHost, "host", shorten(authority))
		}
		host, port = strings.ToLower(authority[:end+1]), authority[end+1:]
		if port != "" && port[0] != ':' {
			return "", "", fault.New(AddressHost, "host", shorten(authority))
		}
		port = strings.TrimPrefix(port, ":")
	} else {
		if colon := strings.LastIndexByte(authority, ':'); colon >= 0 {
			host, port = authority[:colon], authority[colon+1:]
		}
		plain, err := url.PathUnescape(host)
		if err != nil {
			return "", "", fault.New(AddressHost, "host", shorten(host))
		}
		if host, err = ASCII(plain); err != nil {
			return "", "", err
		}
	}
	if port, err = checkPort(port); err != nil {
		return "", "", err
	}
	if scheme == "http" && port == "80" || scheme == "https" && port == "443" {
		port = ""
	}
	return host, port, nil
}

func checkPort(port string) (string, error) {
	if port == "" {
		return "", nil
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil || n == 0 {
		return "", fault.New(AddressPort, "port", shorten(port))
	}
	return strconv.FormatUint(n, 10), nil
}

// shorten keeps a sentence about a host readable.
func shorten(text string) string {
	const most = 60
	text = strings.ToValidUTF8(text, "\uFFFD")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
