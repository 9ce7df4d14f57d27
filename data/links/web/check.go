package web

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"synlig/data/links"
)

// Check asks whether the page at an address is there. What the network answers,
// or does not, is the Answer; the error is for what never became a question:
// the codes of links about the address, NetOff, "cancelled".
func (c *Client) Check(ctx context.Context, raw string) (links.Answer, error) {
	c.start()
	if err := c.mayAsk(); err != nil {
		return links.Answer{}, err
	}
	address, err := parse(raw)
	if err != nil {
		return links.Answer{}, err
	}
	answer := c.check(ctx, address)
	if ctx.Err() != nil {
		return links.Answer{}, cancelled(ctx)
	}
	return answer, nil
}

func (c *Client) check(ctx context.Context, address *url.URL) links.Answer {
	ctx, stop := context.WithTimeout(ctx, c.within)
	defer stop()
	r, err := c.get(ctx, http.MethodHead, address, mostBytes)
	if headIsNotEnough(r, err) {
		r, err = c.get(ctx, http.MethodGet, address, mostBytes)
	}
	answer := c.judge(address, r, err)
	if answer.Verdict == links.OK && address.Scheme == "http" {
		answer.Secure = c.secure(ctx, address)
	}
	return answer
}

// headIsNotEnough tells whether the page itself must be asked for: many servers
// answer HEAD wrongly or not at all, and whether a page is the right one shows
// only on it.
func headIsNotEnough(r reply, err error) bool {
	if err != nil {
		return worthAnother(err)
	}
	switch r.status {
	case http.StatusForbidden, http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented,
		http.StatusBadRequest, http.StatusGone, http.StatusInternalServerError:
		return true
	}
	return r.status/100 == 2 && isHTML(r.header.Get("Content-Type"))
}

// judge says what a reply means.
func (c *Client) judge(asked *url.URL, r reply, err error) links.Answer {
	a := links.Answer{Status: r.status}
	if err != nil && r.status/100 == 2 {
		a.Verdict, a.Reason = links.Unknown, links.Interrupted // it is there, but did not come in time
		return a
	}
	if err != nil {
		a.Verdict, a.Reason, a.Detail = failed(err)
		return a
	}
	if verdict, reason := byStatus(r); verdict != links.OK {
		a.Verdict, a.Reason = verdict, reason
		return a
	}
	a.Verdict = links.OK
	if moved := withoutFragment(r.address); moved != withoutFragment(asked) {
		a.Verdict, a.MovedTo = links.Moved, r.address.String()
		if slices.ContainsFunc(r.hops, func(status int) bool { return status != 301 && status != 308 }) {
			a.Detail = "temporary"
		}
		if links.IsFrontPage(moved) && !links.IsFrontPage(asked.String()) {
			a.Verdict, a.Reason = links.Soft, links.ToFrontPage
			return a
		}
	}
	if r.body != nil && isHTML(r.header.Get("Content-Type")) {
		read(&a, r)
	}
	return a
}

// read looks at the page itself.
func read(a *links.Answer, r reply) {
	page := readContent(decode(r.body, r.header.Get("Content-Type")))
	a.Title = cut(page.title, mostTitle)
	switch {
	case saysGone(page.title), saysGone(page.heading):
		a.Verdict, a.Reason = links.Soft, links.SaysGone
	case !r.cut && len(r.body) < tinyPage && page.letters < tinyText:
		a.Verdict, a.Reason = links.Soft, links.NearlyEmpty
	default:
		a.FragmentMissing = !r.cut && !hasPlace(page, r.address.Fragment)
	}
}

// A page with less than this says nothing; one that is put together by a script
// is larger.
const (
	tinyPage = 2000 // bytes
	tinyText = 40   // letters that a reader sees
)

// byStatus is what the number of an HTTP answer says by itself.
func byStatus(r reply) (links.Verdict, links.Reason) {
	switch status := r.status; {
	case status/100 == 2:
		return links.OK, ""
	case status == 401, status == 403, status == 407, status == 451, status == 999:
		return links.Unknown, links.KeptOut
	case status == 429:
		return links.Unknown, links.TooOften
	case status == 408:
		return links.Dead, links.NoAnswer
	case status == 503 && r.header.Get("Retry-After") != "":
		return links.Unknown, links.Temporarily
	case status/100 == 5:
		return links.Dead, links.ServerError
	case status/100 == 4:
		return links.Dead, links.NotFound
	}
	return links.Unknown, links.Interrupted // 1xx, 3xx without a way on, and numbers nobody knows
}

// hasPlace tells whether a page has the place that a fragment names. What
// scripts and browsers use fragments for names no place.
func hasPlace(page content, fragment string) bool {
	fragment, _, _ = strings.Cut(fragment, ":~:")
	if fragment == "" || strings.EqualFold(fragment, "top") || strings.HasPrefix(fragment, "/") || strings.HasPrefix(fragment, "!") {
		return true
	}
	return page.places[fragment]
}

// secure is the https address of a page asked for by http, if it answers.
func (c *Client) secure(ctx context.Context, address *url.URL) string {
	safe := *address
	safe.Scheme = "https"
	safe.Host = strings.TrimSuffix(safe.Host, ":80")
	r, err := c.get(ctx, http.MethodHead, &safe, 0)
	if err == nil && r.status == http.StatusMethodNotAllowed {
		r, err = c.get(ctx, http.MethodGet, &safe, 0)
	}
	if err != nil || r.status/100 != 2 || r.address.Scheme != "https" {
		return ""
	}
	return safe.String()
}

func withoutFragment(address *url.URL) string {
	text, _, _ := strings.Cut(address.String(), "#")
	return text
}

// mostTitle is how much of a title is kept, in runes.
const mostTitle = 300

// cut keeps at most n runes of text.
func cut(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return strings.TrimSpace(string(runes[:n])) + "…"
	}
	return text
}
