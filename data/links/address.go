package links

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"synlig/data/fault"
)

// address is a web address taken apart. All of it is ASCII, as it is sent; the
// parts hold no delimiters of their own.
type address struct {
	scheme   string // "http" or "https"
	user     string // before the "@", as written; "" when there is none
	host     string // lower case, Unicode names as xn--; IPv6 in brackets
	port     string // "" for the scheme's own
	path     string // begins with "/"
	query    string // without "?"
	fragment string // without "#"
}

// parse reads an address the way a browser's address field does
// (https://url.spec.whatwg.org, for http and https alone): the scheme may be
// missing, "\" counts as "/", white space and invisible characters around it
// and line breaks within it do not count.
func parse(raw string) (address, error) {
	tooLong := fault.New(AddressTooLong, "limit", strconv.Itoa(MaxLength))
	if len(raw) > MaxLength {
		return address{}, tooLong
	}
	text := trim(raw)
	if text == "" {
		return address{}, fault.New(AddressEmpty)
	}
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return address{}, err
	}
	a := address{scheme: scheme}
	rest, fragment, _ := strings.Cut(rest, "#")
	rest, query, _ := strings.Cut(rest, "?")
	rest = strings.ReplaceAll(rest, `\`, "/")
	authority, path := rest, ""
	if slash := strings.IndexByte(rest, '/'); slash >= 0 {
		authority, path = rest[:slash], rest[slash:]
	}
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		a.user, authority = escape(authority[:at], `"<>[]^|{}@/`+"`"), authority[at+1:]
	}
	if a.host, a.port, err = hostAndPort(authority, scheme); err != nil {
		return address{}, err
	}
	a.path = resolve(escape(path, "\"<>^{}|`"))
	a.query = escape(query, `"<>'`)
	a.fragment = escape(fragment, "\"<>`")
	sent := a.String()
	if len(sent) > MaxLength {
		return address{}, tooLong
	}
	if _, err := url.Parse(sent); err != nil {
		return address{}, fault.New(AddressUnreadable) // without the cause: it quotes the address
	}
	return a, nil
}

// String writes the address as it is sent, fragment last.
func (a address) String() string {
	var b strings.Builder
	b.WriteString(a.scheme + "://")
	if a.user != "" {
		b.WriteString(a.user + "@")
	}
	b.WriteString(a.host)
	if a.port != "" {
		b.WriteString(":" + a.port)
	}
	b.WriteString(a.path)
	if a.query != "" {
		b.WriteString("?" + a.query)
	}
	if a.fragment != "" {
		b.WriteString("#" + a.fragment)
	}
	return b.String()
}

// trim takes off what a paste brings along.
func trim(raw string) string {
	text := strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, raw)
	text = strings.TrimFunc(text, unseen)
	if inner, ok := strings.CutPrefix(text, "<"); ok {
		text = strings.TrimFunc(strings.TrimSuffix(inner, ">"), unseen)
	}
	return text
}

// unseen tells whether r takes no ink: white space, control and format
// characters (zero width, soft hyphen, directions).
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// cutScheme gives the scheme and what stands behind it and its slashes. Without
// one it is https.
func cutScheme(text string) (scheme, rest string, err error) {
	colon := strings.IndexByte(text, ':')
	if colon < 0 || !isScheme(text[:colon]) || strings.Contains(text[:colon], ".") && looksLikePort(text[colon+1:]) {
		return "https", strings.TrimLeft(text, `/\`), nil
	}
	scheme = strings.ToLower(text[:colon])
	if scheme != "http" && scheme != "https" {
		return "", "", fault.New(AddressScheme, "scheme", scheme)
	}
	return scheme, strings.TrimLeft(text[colon+1:], `/\`), nil
}

func isScheme(text string) bool {
	for i, r := range text {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", r)) {
			return false
		}
	}
	return text != "" && len(text) <= 40
}

// looksLikePort tells "kk.dk:8080/x" from "mailto:…".
func looksLikePort(rest string) bool {
	digits := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if digits < 0 {
		return rest != ""
	}
	return digits > 0 && strings.ContainsRune(`/\?#`, rune(rest[digits]))
}

// escape writes what may not stand in an address as %XX: everything beyond
// ASCII, white space, control characters, those of more, and a "%" that begins
// no such sequence. What is written so already stays byte for byte.
func escape(text, more string) string {
	var b strings.Builder
	for i := range len(text) {
		switch c := text[i]; {
		case c == '%' && !(i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2])),
			c <= ' ', c >= 0x7F, strings.IndexByte(more, c) >= 0:
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// resolve takes the "." and ".." out of a path.
func resolve(path string) string {
	if path == "" {
		return "/"
	}
	parts := strings.Split(path[1:], "/")
	var kept []string
	for i, part := range parts {
		last := i == len(parts)-1
		switch strings.ReplaceAll(strings.ToLower(part), "%2e", ".") {
		case ".":
		case "..":
			kept = kept[:max(0, len(kept)-1)]
		default:
			kept = append(kept, part)
			continue
		}
		if last {
			kept = append(kept, "")
		}
	}
	return "/" + strings.Join(kept, "/")
}
