package links

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"synlig/data/fault"
)

// Cleaned is an address without what it does not need, and what was taken
// away, so that it can be said and undone.
type Cleaned struct {
	Raw     string // as it came
	Address string // as it is copied and sent: ASCII, with a scheme
	Shown   string // as people read it, with æ, ø and å

	// Unwrapped are the hosts of the redirecting addresses that stood around it
	// ("l.facebook.com"), outermost first.
	Unwrapped []string
	// Removed are the parameters that follow people about, in order.
	Removed []Parameter
}

// Parameter is one name and value of an address, decoded.
type Parameter struct{ Name, Value string }

// Changed tells whether anything was taken away; then undoing it, by going back
// to Raw, makes sense.
func (c Cleaned) Changed() bool { return len(c.Unwrapped) > 0 || len(c.Removed) > 0 }

// deepest is how many redirecting addresses may stand around each other.
const deepest = 5

// Clean reads an address as it was pasted, takes it out of redirecting ones and
// removes what only follows people about. All else stays, in its order, and the
// fragment stays last. What Clean gives, it gives again: it is idempotent.
//
// Codes: the Address… ones of this package.
func Clean(raw string) (Cleaned, error) {
	c := Cleaned{Raw: raw}
	a, err := parse(raw)
	if err != nil {
		return c, err
	}
	for {
		inner, wrapped := unwrap(a)
		if !wrapped {
			break
		}
		if len(c.Unwrapped) == deepest {
			return c, fault.New(AddressNested)
		}
		c.Unwrapped = append(c.Unwrapped, a.host)
		if a, err = parse(inner); err != nil {
			return c, err
		}
	}
	a.query, c.Removed = withoutTrackers(a)
	c.Address, c.Shown = a.String(), a.shown()
	return c, nil
}

// withoutTrackers is the query without the parameters that follow people about.
func withoutTrackers(a address) (query string, removed []Parameter) {
	var kept []string
	for _, part := range strings.Split(a.query, "&") {
		p := parameter(part)
		switch {
		case part == "":
		case tracks(a.host, p.Name):
			removed = append(removed, p)
		default:
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&"), removed
}

// parameter reads "name=value".
func parameter(part string) Parameter {
	name, value, _ := strings.Cut(part, "=")
	return Parameter{unescaped(name), unescaped(value)}
}

func unescaped(text string) string {
	if plain, err := url.QueryUnescape(text); err == nil {
		return strings.ToValidUTF8(plain, "\uFFFD")
	}
	return text
}

// Shown writes an address as people read it: the site's name and the letters
// of the path as letters. One that cannot be read stays as it is.
func Shown(raw string) string {
	a, err := parse(raw)
	if err != nil {
		return raw
	}
	return a.shown()
}

func (a address) shown() string {
	if !strings.HasPrefix(a.host, "[") {
		a.host = Unicode(a.host)
	}
	a.path, a.query, a.fragment = letters(a.path), letters(a.query), letters(a.fragment)
	return a.String()
}

// letters turns %XX back into letters beyond ASCII. Everything else stays
// written so: a hidden space or a change of direction would mislead the reader.
func letters(text string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := escapedRune(text[i:])
		if r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
			i += size
			continue
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String()
}

// escapedRune reads one rune from the %XX at the beginning of text, and how
// many bytes of text it took; 0 when there is none.
func escapedRune(text string) (r rune, size int) {
	var bytes [utf8.UTFMax]byte
	n := 0
	for n < len(bytes) && len(text) >= 3*n+3 && text[3*n] == '%' && isHex(text[3*n+1]) && isHex(text[3*n+2]) {
		bytes[n] = unhex(text[3*n+1])<<4 | unhex(text[3*n+2])
		n++
	}
	if r, width := utf8.DecodeRune(bytes[:n]); r != utf8.RuneError {
		return r, 3 * width
	}
	return 0, 0
}

func unhex(c byte) byte {
	switch {
	case c <= '9':
		return c - '0'
	case c <= 'F':
		return c - 'A' + 10
	}
	return c - 'a' + 10
}

// Normal writes an address as it is sent, without taking anything away.
// Codes: the Address… ones of this package.
func Normal(raw string) (string, error) {
	a, err := parse(raw)
	if err != nil {
		return "", err
	}
	return a.String(), nil
}
