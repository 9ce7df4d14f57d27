package links

import (
	"slices"
	"strings"
)

// trackers are parameters that tell a site who clicked and where, and that no
// page needs to be shown. Sources: the vendors' own pages about click ids and
// campaign tags.
var trackers = map[string]bool{
	"fbclid": true, "igshid": true, "igsh": true, "mibextid": true, "__tn__": true, "__cft__": true, // Meta
	"gclid": true, "gclsrc": true, "dclid": true, "gbraid": true, "wbraid": true, "gad_source": true, "gad_campaignid": true, "srsltid": true, "_ga": true, "_gl": true, // Google
	"msclkid":       true, // Microsoft
	"twclid":        true, // X
	"ttclid":        true, // TikTok
	"li_fat_id":     true, // LinkedIn
	"scclid":        true, // Snapchat
	"yclid":         true, // Yandex
	"mc_cid":        true,
	"mc_eid":        true, // Mailchimp
	"_hsenc":        true,
	"_hsmi":         true,
	"__hssc":        true,
	"__hstc":        true,
	"__hsfp":        true,
	"hsctatracking": true, // HubSpot
	"mkt_tok":       true, // Marketo
	"vero_id":       true, // Vero
	"oly_enc_id":    true,
	"oly_anon_id":   true, // Omeda
	"_openstat":     true, // Openstat
	"wickedid":      true, // Wicked Reports
	"s_cid":         true, // Adobe
}

// trackerPrefixes begin whole families of them.
var trackerPrefixes = []string{"utm_", "pk_", "mtm_", "matomo_", "hsa_", "elq", "trk_"}

// trackersOf are parameters that only mean so on some sites.
var trackersOf = []struct {
	host  string // and those below it
	names []string
}{
	{"youtube.com", []string{"si", "feature", "pp"}},
	{"youtu.be", []string{"si", "feature"}},
	{"spotify.com", []string{"si"}},
	{"facebook.com", []string{"ref", "refid", "_rdr", "hc_ref", "fref", "paipv", "eav"}},
	{"x.com", []string{"s", "t", "ref_src", "ref_url"}},
	{"twitter.com", []string{"s", "t", "ref_src", "ref_url"}},
	{"linkedin.com", []string{"trk", "trackingid", "lipi", "rcm"}},
	{"instagram.com", []string{"hl"}},
}

// tracks tells whether a parameter of an address on host only follows people
// about. "name[0]" counts as "name".
func tracks(host, name string) bool {
	name, _, _ = strings.Cut(strings.ToLower(name), "[")
	if trackers[name] {
		return true
	}
	for _, prefix := range trackerPrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	for _, site := range trackersOf {
		if within(host, site.host) && slices.Contains(site.names, name) {
			return true
		}
	}
	return false
}

// within tells whether host is domain or stands below it.
func within(host, domain string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}

// wrappers are addresses that only lead on to another, which stands in a
// parameter.
var wrappers = []struct {
	host       string // and those below it
	path       string // how the path begins
	parameters []string
}{
	{"l.facebook.com", "/", []string{"u"}},
	{"lm.facebook.com", "/", []string{"u"}},
	{"www.facebook.com", "/l.php", []string{"u"}},
	{"l.instagram.com", "/", []string{"u"}},
	{"l.messenger.com", "/", []string{"u"}},
	{"safelinks.protection.outlook.com", "/", []string{"url"}},
	{"statics.teams.cdn.office.net", "/evergreen-assets/safelinks/", []string{"url"}},
	{"www.google.com", "/url", []string{"q", "url"}},
	{"www.google.dk", "/url", []string{"q", "url"}},
	{"www.youtube.com", "/redirect", []string{"q"}},
	{"www.linkedin.com", "/safety/go", []string{"url"}},
	{"www.linkedin.com", "/redir/redirect", []string{"url"}},
}

// unwrap is the address that a merely redirects to.
func unwrap(a address) (inner string, wrapped bool) {
	for _, w := range wrappers {
		if !within(a.host, w.host) || !strings.HasPrefix(a.path, w.path) {
			continue
		}
		for _, part := range strings.Split(a.query, "&") {
			if p := parameter(part); slices.Contains(w.parameters, p.Name) && isWeb(p.Value) {
				return p.Value, true
			}
		}
	}
	return "", false
}

// isWeb tells whether text begins like a whole address of a web page.
func isWeb(text string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(text), "://")
	return found && (scheme == "http" || scheme == "https")
}
