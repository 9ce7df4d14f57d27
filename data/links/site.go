package links

import "strings"

// Site is one of the office's own websites: a host, and the path below which
// it lies where the host holds more than the office's pages.
type Site struct{ Host, Path string }

// Sites are the office's own websites.
type Sites []Site

// BuiltIn are the office's two sites, which its posts lead to. The office can
// set others.
var BuiltIn = Sites{{Host: "www.borgerraadgiver.kk.dk"}, {Host: "www.kk.dk", Path: "/diskrimination"}}

// ParseSite reads a site as a person writes it ("www.kk.dk/diskrimination").
// Codes: those of Clean.
func ParseSite(text string) (Site, error) {
	a, err := parse(text)
	if err != nil {
		return Site{}, err
	}
	return Site{a.host, strings.TrimSuffix(a.path, "/")}, nil
}

// String writes the site as it is read.
func (s Site) String() string { return Unicode(s.Host) + letters(s.Path) }

// Has tells whether the address lies on one of the sites. "www." before a host
// makes no difference.
func (s Sites) Has(raw string) bool {
	a, err := parse(raw)
	if err != nil {
		return false
	}
	for _, site := range s {
		if sameHost(a.host, site.Host) && (a.path == site.Path || strings.HasPrefix(a.path, strings.TrimSuffix(site.Path, "/")+"/")) {
			return true
		}
	}
	return false
}

// OwnSite tells whether host is that of one of the sites.
func (s Sites) OwnSite(host string) bool {
	ascii, err := ASCII(host)
	if err != nil {
		return false
	}
	for _, site := range s {
		if sameHost(ascii, site.Host) {
			return true
		}
	}
	return false
}

func sameHost(a, b string) bool {
	return strings.TrimPrefix(a, "www.") == strings.TrimPrefix(b, "www.")
}

// fronts are last parts of a path that mean the page that the folder shows by
// itself.
var fronts = map[string]bool{"index": true, "default": true, "home": true, "forside": true, "da": true, "da-dk": true, "en": true}

// IsFrontPage tells whether the address is that of a whole website's front
// page, where the reader still has to look for the page on the subject.
func IsFrontPage(raw string) bool {
	cleaned, err := Clean(raw)
	if err != nil {
		return false
	}
	a, err := parse(cleaned.Address)
	if err != nil || a.query != "" {
		return false
	}
	for _, part := range strings.Split(strings.ToLower(strings.Trim(a.path, "/")), "/") {
		name, _, _ := strings.Cut(part, ".")
		if part != "" && !fronts[name] {
			return false
		}
	}
	return true
}
