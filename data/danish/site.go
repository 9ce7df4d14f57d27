package danish

import "strings"

// findSites finds the addresses of web pages and e-mails: what is blanked out
// before numbers are looked for, and is no word and ends no sentence.
func findSites(v *view) (sites [][2]int32) {
	for i := 0; i < len(v.runes); {
		if v.runes[i] == ' ' || v.runes[i] == '\n' {
			i++
			continue
		}
		end, dots, colon, at := i, false, false, false
		for end < len(v.runes) && v.runes[end] != ' ' && v.runes[end] != '\n' {
			switch v.runes[end] {
			case '.':
				dots = true
			case ':':
				colon = true
			case '@':
				at = true
			}
			end++
		}
		if dots || colon || at {
			sites = v.sitesIn(i, end, sites)
		}
		i = end
	}
	return sites
}

// sitesIn finds the addresses in a run of signs without a space. Where there is
// none it goes on behind all it has looked at.
func (v *view) sitesIn(i, end int, sites [][2]int32) [][2]int32 {
	for i < end {
		if !localSign(v.runes[i]) {
			i++
			continue
		}
		to := i
		if v.schemed(i) {
			to = v.trimmed(i, end)
		} else if to = v.mailEnd(i, end); to == i {
			to = v.siteEnd(i, end)
		}
		if to > i {
			sites = append(sites, [2]int32{int32(i), int32(to)})
			i = to
			continue
		}
		for i < end && localSign(v.runes[i]) && (i == to || !v.schemed(i)) {
			i++
		}
	}
	return sites
}

// schemed tells whether what begins at i says itself that it is an address.
func (v *view) schemed(i int) bool {
	if c := v.runes[i]; c|0x20 != 'h' && c|0x20 != 'w' && c|0x20 != 'f' {
		return false
	}
	rest := v.text(i, min(len(v.runes), i+8))
	return strings.HasPrefix(rest, "http://") || rest == "https://" || strings.HasPrefix(rest, "ftp://") ||
		strings.HasPrefix(rest, "www.") && (i == 0 || !localSign(v.runes[i-1]))
}

func siteStart(r rune) bool { return isLetter(r) || isDigit(r) }

// siteEnd is the end of the address without scheme ("kk.dk/sag") that begins at
// i, or i.
func (v *view) siteEnd(i, end int) int {
	host := i
	for host < end && (siteStart(v.runes[host]) || v.runes[host] == '-' || v.runes[host] == '.' && siteStart(v.at(host+1))) {
		host++
	}
	name := v.text(i, host)
	dot := strings.LastIndexByte(name, '.')
	if dot < 2 || !endings[name[dot+1:]] {
		return i
	}
	switch v.at(host) {
	case '/', '?', '#':
		if host < end {
			return v.trimmed(i, end)
		}
	case ':':
		if isDigit(v.at(host + 1)) {
			return v.trimmed(i, end)
		}
	}
	if !certain[name[dot+1:]] {
		return i
	}
	return host
}

// trimmed is end without the signs that belong to the sentence.
func (v *view) trimmed(i, end int) int {
	open := 0
	for j := i; j < end; j++ {
		switch v.runes[j] {
		case '(':
			open++
		case ')':
			open--
		case '<', '>', '"', '»', '«', '”', '“':
			end = j
		}
	}
	for end > i {
		c := v.runes[end-1]
		if !strings.ContainsRune(".,;:!?'*…", c) && !(c == ')' && open < 0) && c != ']' && c != '}' {
			break
		}
		if c == ')' {
			open++
		}
		end--
	}
	return end
}

// endings are what a web address without http:// and www. may end in, certain
// those that are no words of Danish.
var (
	endings = setOf("dk com org net eu info nu se no de uk io gov edu int be me tv fo gl is fi fr nl pl ch at app dev")
	certain = setOf("dk com org net eu info gov edu")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

const (
	longestLocal = 64  // characters before "@" (RFC 5321, 4.5.3.1.1)
	longestHost  = 253 // RFC 1035
)

// mailEnd is the end of the e-mail address that begins at i, or i.
func (v *view) mailEnd(i, end int) int {
	at := i
	for at < end && at-i <= longestLocal && localSign(v.runes[at]) {
		at++
	}
	if at == i || at >= end || v.runes[at] != '@' {
		return i
	}
	if to := v.hostEnd(at+1, end); to > 0 {
		return to
	}
	return i
}

// hostEnd is the end of a name with a full stop in it that begins at i, 0 when
// there is none.
func (v *view) hostEnd(i, end int) int {
	to, dot := i, 0
	for to < end && to-i <= longestHost {
		c := v.runes[to]
		if c == '.' && siteStart(v.at(to+1)) {
			dot = to
		} else if !siteStart(c) && c != '-' {
			break
		}
		to++
	}
	if dot == 0 || to-dot < 3 || !isLetter(v.at(dot+1)) {
		return 0
	}
	return to
}

func localSign(r rune) bool {
	return siteStart(r) || r == '.' || r == '_' || r == '-' || r == '+' || r == '%' || r == '\''
}
