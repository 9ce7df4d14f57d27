package web

import (
	"context"
	"strconv"

	"synlig/data/fault"
	"synlig/data/links"
)

// mostMaps is how many of the lists that a sitemap names are read.
const mostMaps = 20

// Sitemap fetches the list of pages that a site keeps for search engines, from
// the list's own address or from the site's ("www.kk.dk" means
// "www.kk.dk/sitemap.xml"). A list of lists is followed, one level deep and
// within the same registered domain. It may be larger than a page (see
// links.MaxSitemap); each list has as long as a page has. Codes: those of
// Card and of links.ReadSitemap.
func (c *Client) Sitemap(ctx context.Context, raw string) (links.Sitemap, error) {
	c.start()
	first, err := c.sitemap(ctx, raw)
	if err != nil || len(first.Maps) == 0 {
		return first, err
	}
	whole := links.Sitemap{Pages: first.Pages, Refused: first.Refused}
	seen := map[string]bool{}
	var failed error
	for i, address := range first.Maps {
		if i == mostMaps || !sameDomain(raw, address) {
			whole.Maps = append(whole.Maps, address)
			continue
		}
		part, err := c.sitemap(ctx, address)
		if err != nil {
			failed = err
			whole.Maps = append(whole.Maps, address)
			continue
		}
		whole.Refused += part.Refused
		for _, p := range part.Pages {
			if !seen[p.Address] {
				seen[p.Address] = true
				whole.Pages = append(whole.Pages, p)
			}
		}
	}
	if len(whole.Pages) == 0 {
		return whole, failed
	}
	return whole, nil
}

// sitemap fetches one list.
func (c *Client) sitemap(ctx context.Context, raw string) (links.Sitemap, error) {
	if err := c.mayAsk(); err != nil {
		return links.Sitemap{}, err
	}
	address, err := parse(raw)
	if err != nil {
		return links.Sitemap{}, err
	}
	if address.Path == "/" {
		address.Path = "/sitemap.xml"
	}
	r, err := c.whole(ctx, address, links.MaxSitemap)
	if err != nil {
		return links.Sitemap{}, err
	}
	if r.cut {
		return links.Sitemap{}, fault.New(links.SitemapTooLarge, "limit", strconv.Itoa(links.MaxSitemap>>20))
	}
	return links.ReadSitemap(r.body)
}

func sameDomain(a, b string) bool {
	one, err := parse(a)
	if err != nil {
		return false
	}
	other, err := parse(b)
	return err == nil && links.SameDomain(one.Hostname(), other.Hostname())
}
