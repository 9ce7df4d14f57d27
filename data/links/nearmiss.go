package links

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"synlig/data/danish"
)

// nearMiss is the office's own host that host looks like without being it; ""
// when there is none. foreign tells that it belongs to somebody else; below the
// same registered domain nobody else can make a name, so it is a slip there.
func (s Sites) nearMiss(host string) (own string, foreign bool) {
	if s.OwnSite(host) {
		return "", false
	}
	related := false
	for _, site := range s {
		if SameDomain(host, site.Host) {
			related = true
			if len(site.Host) >= 12 && atMost(2, strings.TrimPrefix(host, "www."), strings.TrimPrefix(site.Host, "www.")) {
				return Unicode(site.Host), false
			}
		}
	}
	if related {
		return "", false
	}
	for _, site := range s {
		if looksLike(host, site.Host) || looksLike(registered(host), registered(site.Host)) {
			return Unicode(site.Host), true
		}
	}
	return "", false
}

// registered is the part of a host that somebody owns: "kk.dk" of "www.kk.dk".
func registered(host string) string {
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// looksLike tells whether a reader takes host for own: the same picture with
// other letters, another ending, the name put elsewhere, or a slip of a finger.
func looksLike(host, own string) bool {
	if host == own {
		return false
	}
	one, other := skeleton(strings.TrimPrefix(host, "www.")), skeleton(strings.TrimPrefix(own, "www."))
	if one == other {
		return true
	}
	if strings.HasPrefix(one, other+".") || strings.HasPrefix(one, other+"-") || strings.Contains(one, "."+other+".") {
		return true // kk.dk.example.com
	}
	name, ownName := nameOf(one), nameOf(other)
	switch {
	case len(ownName) <= 3:
		return name == ownName && sameEnd(one, other) || name != ownName && single(one) == single(other)
	case name == ownName:
		return true // another ending, or dashes for dots
	}
	allowed := 1
	if len(ownName) >= 8 {
		allowed = 2
	}
	return atMost(allowed, name, ownName)
}

// nameOf is a host without its ending and without dots and dashes.
func nameOf(host string) string {
	if i := strings.LastIndexByte(host, '.'); i >= 0 {
		host = host[:i]
	}
	return strings.NewReplacer(".", "", "-", "").Replace(host)
}

// sameEnd tells whether two endings are one letter apart: ".dk" and ".dq".
func sameEnd(a, b string) bool {
	a, b = a[strings.LastIndexByte(a, '.')+1:], b[strings.LastIndexByte(b, '.')+1:]
	return atMost(1, a, b)
}

// single writes letters that stand doubled once.
func single(text string) string {
	return string(slices.Compact([]byte(text)))
}

// pictures are letters that look like Latin ones or like pairs of them, from
// Unicode's confusables (UTS 39) as far as host names can hold them.
var pictures = strings.NewReplacer(
	"а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s", "ԁ", "d", "һ", "h", "ԛ", "q", "ԝ", "w", "к", "k", "м", "m", "т", "t", "в", "b", "н", "h", "г", "r", "п", "n",
	"α", "a", "ε", "e", "ι", "i", "κ", "k", "ν", "v", "ο", "o", "ρ", "p", "τ", "t", "υ", "u", "χ", "x", "γ", "y", "η", "n", "ω", "w", "σ", "o",
	"ı", "i", "ł", "l", "đ", "d", "ħ", "h", "ŧ", "t", "ɡ", "g", "ɑ", "a", "ᴋ", "k", "ĸ", "k",
	"0", "o", "1", "l", "3", "e", "5", "s", "rn", "m", "vv", "w", "cl", "d",
)

// skeleton is what is left of a host when letters that look alike are the same.
func skeleton(host string) string {
	text := fold(unicodeAnyway(host))
	return strings.ReplaceAll(pictures.Replace(text), "l", "i")
}

// unicodeAnyway writes a host with its letters, also where Unicode would rather
// leave it alone.
func unicodeAnyway(host string) string {
	shown, err := idna.Punycode.ToUnicode(host)
	if err != nil {
		return host
	}
	return shown
}

// atMost tells whether two texts are at most so many slips of a finger apart.
func atMost(most int, a, b string) bool {
	apart := utf8.RuneCountInString(a) - utf8.RuneCountInString(b)
	return apart <= most && -apart <= most && danish.Distance(a, b) <= most
}
