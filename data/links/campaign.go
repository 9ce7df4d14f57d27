package links

import (
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Campaign is what the website's statistics are told about where a click came
// from. It is written into the address of the card, never into the visible
// text. The zero Campaign is off and adds nothing.
type Campaign struct {
	Source  string // where the link stands: "facebook"
	Medium  string // what kind of place that is: "social"
	Name    string // which campaign: "2015-03-emne"
	Content string // which post: "17"
}

// NewCampaign is the campaign of one post: source facebook, medium social, name
// from the month it is planned for and its topic, content its number. Without
// a topic the name is the month, without a number (0) there is no content.
func NewCampaign(planned time.Time, topic string, post int) Campaign {
	c := Campaign{Source: "facebook", Medium: "social", Name: planned.Format("2006-01")}
	if topic = Slug(topic); topic != "" {
		c.Name += "-" + topic
	}
	if post > 0 {
		c.Content = strconv.Itoa(post)
	}
	return c
}

// On cleans raw and adds the campaign behind the parameters that are there,
// before the fragment. Codes: those of Clean.
func (c Campaign) On(raw string) (string, error) {
	cleaned, err := Clean(raw)
	if err != nil {
		return "", err
	}
	a, err := parse(cleaned.Address)
	if err != nil {
		return "", err
	}
	for _, p := range []Parameter{{"utm_source", c.Source}, {"utm_medium", c.Medium}, {"utm_campaign", c.Name}, {"utm_content", c.Content}} {
		value := Slug(p.Value)
		if value == "" {
			continue
		}
		if a.query != "" {
			a.query += "&"
		}
		a.query += p.Name + "=" + url.QueryEscape(value)
	}
	return a.String(), nil
}

// Slug writes text with the small letters a–z, digits and single hyphens, as
// campaigns are named: "Ærlighed & Åbenhed" becomes "aerlighed-aabenhed". What
// has no such letters falls away.
func Slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range fold(text) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.IsMark(r):
			gap = true
		}
	}
	return b.String()
}
