package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"synlig/data/fault"
	"synlig/data/links"
)

// Card reads what Facebook will show under a post that leads to an address. It
// does not fetch the picture. Codes: those of Check, PageUnavailable,
// PageNotHTML.
func (c *Client) Card(ctx context.Context, raw string) (links.Card, error) {
	c.start()
	if err := c.mayAsk(); err != nil {
		return links.Card{}, err
	}
	address, err := parse(raw)
	if err != nil {
		return links.Card{}, err
	}
	r, err := c.whole(ctx, address, mostBytes)
	if err != nil {
		return links.Card{}, err
	}
	kind := r.header.Get("Content-Type")
	if !isHTML(kind) {
		kind, _, _ = strings.Cut(kind, ";")
		return links.Card{}, fault.New(PageNotHTML, "type", cut(plain(kind), 60))
	}
	card := cardOf(readHead(decode(r.body, kind)), r.address)
	card.Address, card.Fetched = address.String(), c.Clock()
	return card, nil
}

// whole gets what stands at an address, at most limit bytes of it, or the coded
// reason why there is nothing.
func (c *Client) whole(ctx context.Context, address *url.URL, limit int64) (reply, error) {
	within, stop := context.WithTimeout(ctx, c.within)
	defer stop()
	r, err := c.get(within, http.MethodGet, address, limit)
	if ctx.Err() != nil {
		return r, cancelled(ctx)
	}
	a := links.Answer{Status: r.status}
	if err != nil && len(r.body) == 0 {
		a.Verdict, a.Reason, a.Detail = failed(err)
	} else {
		a.Verdict, a.Reason = byStatus(r)
	}
	if a.Verdict != links.OK {
		return r, fault.Wrap(quiet(err), PageUnavailable, "reason", string(a.Reason), "detail", a.Detail, "status", strconv.Itoa(a.Status))
	}
	return r, nil
}

// quiet is err without the address, which may hold a name or a password and
// would end in a log.
func quiet(err error) error {
	if of, ok := errors.AsType[*url.Error](err); ok {
		return of.Err
	}
	return err
}

// cardOf puts a card together from a page's head. at is where the page stands.
func cardOf(h head, at *url.URL) links.Card {
	base := at
	if b, err := at.Parse(h.base); err == nil && h.base != "" {
		base = b
	}
	return links.Card{
		Title:       cut(first(h.meta["og:title"], h.meta["twitter:title"], h.title), mostTitle),
		Description: cut(first(h.meta["og:description"], h.meta["twitter:description"], h.meta["description"]), mostDescription),
		Image:       webAddress(base, first(h.meta["og:image:secure_url"], h.meta["og:image"], h.meta["og:image:url"], h.meta["twitter:image"], h.meta["twitter:image:src"])),
		Site:        cut(h.meta["og:site_name"], mostTitle),
		Canonical:   canonical(base, at, h.canonical),
	}
}

// mostDescription is how much of a description is kept, in runes.
const mostDescription = 1000

// canonical is the address that a page calls its own, if it is another and one
// of the same registered domain: a page must not send the office's readers
// elsewhere.
func canonical(base, at *url.URL, href string) string {
	text := webAddress(base, href)
	if text == "" {
		return ""
	}
	own, err := url.Parse(text)
	if err != nil || !links.SameDomain(own.Hostname(), at.Hostname()) || withoutFragment(own) == withoutFragment(at) {
		return ""
	}
	return text
}

// webAddress is the whole address of href on a page; "" when it is none of the
// web.
func webAddress(base *url.URL, href string) string {
	href = strings.TrimSpace(href)
	if href == "" || len(href) > links.MaxLength {
		return ""
	}
	address, err := base.Parse(href)
	if err != nil || askable(address) != nil {
		return ""
	}
	text, err := links.Normal(address.String())
	if err != nil {
		return ""
	}
	return text
}

func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
