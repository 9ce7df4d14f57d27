package links

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"synlig/data/fault"
)

// Warning is something odd about an address. Its words stand under
// "links.warn-<code>".
type Warning struct {
	Code string
	Args map[string]string
	// Danger tells that the address must not be published like this; without
	// it, somebody should look twice.
	Danger bool
}

// The codes of warnings.
const (
	WarnUnreadable  = "unreadable"  // danger: no browser opens it; "fault" is the code of Clean's error
	WarnScheme      = "scheme"      // danger: "scheme" runs or opens something else than a page
	WarnCredentials = "credentials" // danger: a user name or password stands in it
	WarnNumber      = "number"      // danger: an IP address instead of a name
	WarnNearMiss    = "near-miss"   // danger: "host" looks like the office's own "own"
	WarnMixed       = "mixed"       // danger: "host" mixes alphabets in one word
	WarnInside      = "inside"      // danger: "host" exists only inside a network
	WarnPort        = "port"        // "port" beside the usual ones
	WarnPlain       = "plain"       // http: anybody on the way can read along
	WarnLong        = "long"        // "length" characters, more than people can read
)

// readable is how long an address may be before nobody can take it in.
const readable = 150

// Warnings tells what is odd about an address, most serious first. own are the
// office's sites.
func Warnings(raw string, own Sites) []Warning {
	cleaned, err := Clean(raw)
	if err != nil {
		return []Warning{unreadable(err)}
	}
	a, err := parse(cleaned.Address)
	if err != nil {
		return []Warning{unreadable(err)}
	}
	var all []Warning
	danger := func(code string, args map[string]string) { all = append(all, Warning{code, args, true}) }
	care := func(code string, args map[string]string) { all = append(all, Warning{code, args, false}) }
	if a.user != "" {
		danger(WarnCredentials, nil)
	}
	switch {
	case strings.HasPrefix(a.host, "["), isIPv4(a.host):
		danger(WarnNumber, map[string]string{"host": a.host})
	default:
		shown := Unicode(a.host)
		if near, foreign := own.nearMiss(a.host); near != "" {
			all = append(all, Warning{WarnNearMiss, map[string]string{"host": shown, "own": near}, foreign})
		} else if mixed(unicodeAnyway(a.host)) {
			danger(WarnMixed, map[string]string{"host": shown})
		}
		if InsideName(a.host) {
			danger(WarnInside, map[string]string{"host": shown})
		}
	}
	if a.port != "" {
		care(WarnPort, map[string]string{"port": a.port})
	}
	if a.scheme == "http" {
		care(WarnPlain, nil)
	}
	if length := utf8.RuneCountInString(cleaned.Shown); length > readable {
		care(WarnLong, map[string]string{"length": strconv.Itoa(length)})
	}
	slices.SortStableFunc(all, func(a, b Warning) int { return cmp.Compare(rank(a), rank(b)) })
	return all
}

// rank is 0 for what is dangerous, 1 for what is odd.
func rank(w Warning) int {
	if w.Danger {
		return 0
	}
	return 1
}

// unreadable says why an address could not be read.
func unreadable(err error) Warning {
	var e *fault.Error
	switch {
	case !errors.As(err, &e):
		return Warning{WarnUnreadable, nil, true}
	case e.Code == AddressScheme:
		return Warning{WarnScheme, map[string]string{"scheme": e.Args["scheme"]}, true}
	}
	args := map[string]string{"fault": string(e.Code)}
	maps.Copy(args, e.Args)
	return Warning{WarnUnreadable, args, true}
}

// InsideName tells whether host is no name of the public internet: one word, or
// an ending that is kept for networks at home and at work (RFC 6761, RFC 6762,
// RFC 8375 and ICANN's .internal).
func InsideName(host string) bool {
	labels := strings.Split(host, ".")
	if len(labels) == 1 {
		return true
	}
	switch labels[len(labels)-1] {
	case "local", "localhost", "internal", "intranet", "lan", "home", "corp", "private", "test", "invalid", "example", "onion", "arpa":
		return true
	}
	_, icann := publicsuffix.PublicSuffix(host)
	return !icann && !strings.Contains(publicSuffix(host), ".")
}

func publicSuffix(host string) string {
	suffix, _ := publicsuffix.PublicSuffix(host)
	return suffix
}

// SameDomain tells whether two hosts belong to the same registered domain:
// "www.kk.dk" and "borgerraadgiver.kk.dk" do, "a.github.io" and "b.github.io"
// do not (https://publicsuffix.org).
func SameDomain(a, b string) bool {
	if a == b {
		return true
	}
	one, err := publicsuffix.EffectiveTLDPlusOne(a)
	if err != nil {
		return false
	}
	other, err := publicsuffix.EffectiveTLDPlusOne(b)
	return err == nil && one == other
}

// mixed tells whether one label of a host mixes alphabets, as only somebody who
// wants to deceive does. Danish, and Latin with digits, is one alphabet; the
// Asian ones that are written together count as one (UTS 39, 5.2).
func mixed(host string) bool {
	for _, label := range strings.Split(host, ".") {
		seen := map[string]bool{}
		for _, r := range label {
			if s := script(r); s != "" {
				seen[s] = true
			}
		}
		if len(seen) > 1 {
			return true
		}
	}
	return false
}

// script is the alphabet of r; "" for what belongs to all.
func script(r rune) string {
	switch {
	case !unicode.IsLetter(r):
		return ""
	case unicode.Is(unicode.Latin, r):
		return "Latin"
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo):
		return "Asian"
	}
	for name, table := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return name
		}
	}
	return ""
}
