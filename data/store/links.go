package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"synlig/data/fault"
	"synlig/data/links"
)

// The codes about the link library.
const (
	LinkMissing  fault.Code = "link-missing"  // somebody removed it
	LinkTaken    fault.Code = "link-taken"    // "title" of the page that has the address
	LinkUntitled fault.Code = "link-untitled" // a page needs a name
)

const selectLinks = `SELECT link.id, link.title, link.address, link.topic, link.words,
		coalesce(checked, ''), coalesce(verdict, ''), coalesce(reason, ''), coalesce(detail, ''), coalesce(status, 0),
		coalesce(moved_to, ''), coalesce(link_answer.title, ''), coalesce(fragment_missing, 0), coalesce(secure, '')
	FROM link LEFT JOIN link_answer ON link_answer.address = link.address `

// Links are the pages of the library with their last answers, by title.
func (s *Store) Links(ctx context.Context) ([]links.Page, error) {
	var pages []links.Page
	err := s.read(ctx, func(tx tx) (err error) {
		pages, err = tx.links("")
		return err
	})
	slices.SortStableFunc(pages, links.ByTitle)
	return pages, err
}

func (t tx) links(where string, args ...any) (pages []links.Page, err error) {
	err = t.all(selectLinks+where, args, func(scan func(...any) error) error {
		var p links.Page
		var checked kept
		a := &p.Answer
		err := scan(&p.ID, &p.Title, &p.Address, &p.Topic, &p.Words, &checked, &a.Verdict, &a.Reason, &a.Detail,
			&a.Status, &a.MovedTo, &a.Title, &a.FragmentMissing, &a.Secure)
		p.Checked = checked.Time
		pages = append(pages, p)
		return err
	})
	return pages, err
}

// SaveLink keeps a page and gives it back as it is kept: a new one with its ID,
// with the address clean and what was last answered for it. A page with an ID
// that is gone is put back under it, so that undoing a removal is saving it
// again. Codes: LinkUntitled, LinkTaken, those of links.Clean.
func (s *Store) SaveLink(ctx context.Context, p links.Page) (links.Page, error) {
	p, err := tidied(p)
	if err != nil {
		return p, err
	}
	err = s.write(ctx, func(tx tx) error {
		other, err := tx.links("WHERE link.address = $1 AND link.id <> $2", p.Address, p.ID)
		if err != nil {
			return err
		}
		if len(other) > 0 {
			return fault.New(LinkTaken, "title", other[0].Title)
		}
		if p.ID, err = tx.saveLink(p); err != nil {
			return err
		}
		saved, err := tx.links("WHERE link.id = $1", p.ID)
		if err == nil {
			p = saved[0]
		}
		return err
	})
	return p, err
}

// tidied is p as it may be kept.
func tidied(p links.Page) (links.Page, error) {
	cleaned, err := links.Clean(p.Address)
	if err != nil {
		return p, err
	}
	p.Address = cleaned.Address
	p.Title, p.Topic, p.Words = oneLine(p.Title, 300), oneLine(p.Topic, 300), oneLine(p.Words, 2000)
	if p.Title == "" {
		return p, fault.New(LinkUntitled)
	}
	return p, nil
}

// oneLine is text with single spaces between its words, at most most runes.
func oneLine(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD")), " "))
	return strings.TrimSpace(string(runes[:min(len(runes), most)]))
}

func (t tx) saveLink(p links.Page) (int64, error) {
	return t.insert(`INSERT INTO link (id, title, address, topic, words) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (id) DO UPDATE SET title = excluded.title, address = excluded.address,
			topic = excluded.topic, words = excluded.words
		RETURNING id`, sql.NullInt64{Int64: p.ID, Valid: p.ID != 0}, p.Title, p.Address, p.Topic, p.Words)
}

// RemoveLink takes a page out of the library and gives it back, so that saving
// it again undoes it. Code: LinkMissing.
func (s *Store) RemoveLink(ctx context.Context, id int64) (links.Page, error) {
	var removed links.Page
	err := s.write(ctx, func(tx tx) error {
		pages, err := tx.links("WHERE link.id = $1", id)
		if err != nil {
			return err
		}
		if len(pages) == 0 {
			return fault.New(LinkMissing)
		}
		removed = pages[0]
		return tx.exec("DELETE FROM link WHERE id = $1", id)
	})
	return removed, err
}

// ImportLinks adds pages whose addresses the library has not, and fills in what
// is empty of those it has: what the office wrote stays. It is one step: all or
// none. Codes: as SaveLink, for the first page that cannot be kept.
func (s *Store) ImportLinks(ctx context.Context, pages []links.Page) (added, filled int, err error) {
	for i := range pages {
		if pages[i], err = tidied(pages[i]); err != nil {
			return 0, 0, err
		}
	}
	err = s.write(ctx, func(tx tx) error {
		added, filled = 0, 0
		there, err := tx.links("")
		if err != nil {
			return err
		}
		byAddress := make(map[string]links.Page, len(there))
		for _, p := range there {
			byAddress[p.Address] = p
		}
		for _, p := range pages {
			was, known := byAddress[p.Address]
			p = merged(was, p)
			if known && p == was {
				continue
			}
			if p.ID, err = tx.saveLink(p); err != nil {
				return err
			}
			byAddress[p.Address] = p
			if known {
				filled++
			} else {
				added++
			}
		}
		return nil
	})
	if err != nil {
		return 0, 0, err
	}
	return added, filled, nil
}

// merged is was, with what it lacks from came.
func merged(was, came links.Page) links.Page {
	if was.Address == "" {
		came.ID = 0
		return came
	}
	was.Topic, was.Words = cmp.Or(was.Topic, came.Topic), cmp.Or(was.Words, came.Words)
	return was
}

// KeepAnswer keeps what came back for an address, in the place of the answer
// before. The time is that of the store's clock.
func (s *Store) KeepAnswer(ctx context.Context, address string, a links.Answer) error {
	cleaned, err := links.Clean(address)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx tx) error {
		return tx.exec(`INSERT INTO link_answer (address, checked, verdict, reason, detail, status, moved_to, title, fragment_missing, secure)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
			ON CONFLICT (address) DO UPDATE SET checked = excluded.checked, verdict = excluded.verdict, reason = excluded.reason,
				detail = excluded.detail, status = excluded.status, moved_to = excluded.moved_to, title = excluded.title,
				fragment_missing = excluded.fragment_missing, secure = excluded.secure`,
			cleaned.Address, timeText(s.options.Clock()), string(a.Verdict), string(a.Reason), a.Detail, a.Status,
			a.MovedTo, a.Title, asInt(a.FragmentMissing), a.Secure)
	})
}

// KeepCard keeps the card of an address, in the place of the one before.
func (s *Store) KeepCard(ctx context.Context, c links.Card) error {
	cleaned, err := links.Clean(c.Address)
	if err != nil {
		return err
	}
	if c.Fetched.IsZero() {
		c.Fetched = s.options.Clock()
	}
	return s.write(ctx, func(tx tx) error {
		return tx.exec(`INSERT INTO link_card (address, title, description, image, site, canonical, fetched)
			VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (address) DO UPDATE SET title = excluded.title, description = excluded.description,
				image = excluded.image, site = excluded.site, canonical = excluded.canonical, fetched = excluded.fetched`,
			cleaned.Address, c.Title, c.Description, c.Image, c.Site, c.Canonical, timeText(c.Fetched))
	})
}

// Card is the card that was kept for an address; false when there is none.
func (s *Store) Card(ctx context.Context, address string) (card links.Card, found bool, err error) {
	cleaned, err := links.Clean(address)
	if err != nil {
		return card, false, err
	}
	err = s.read(ctx, func(tx tx) error {
		var fetched kept
		found, err = tx.one(`SELECT address, title, description, image, site, canonical, fetched FROM link_card WHERE address = $1`,
			[]any{cleaned.Address}, &card.Address, &card.Title, &card.Description, &card.Image, &card.Site, &card.Canonical, &fetched)
		card.Fetched = fetched.Time
		return err
	})
	return card, found, err
}

// The keys of settings about links.
const (
	sitesKey = "links.sites"      // one a line
	netKey   = "links.no-network" // yes: nothing is ever fetched
)

// Sites are the office's own websites: those it has set, else the two that are
// built in.
func (s *Store) Sites(ctx context.Context) (links.Sites, error) {
	text, set, err := s.Setting(ctx, sitesKey)
	if err != nil || !set {
		return links.BuiltIn, err
	}
	var sites links.Sites
	for line := range strings.Lines(text) {
		if site, err := links.ParseSite(line); err == nil {
			sites = append(sites, site)
		}
	}
	return sites, nil
}

// SetSites sets the office's own websites.
func (s *Store) SetSites(ctx context.Context, sites links.Sites) error {
	var lines []string
	for _, site := range sites {
		lines = append(lines, site.Host+site.Path)
	}
	return s.SetSetting(ctx, sitesKey, strings.Join(lines, "\n"))
}

// NoNetwork tells whether the office has set "Ingen netadgang": then nothing is
// fetched, whoever clicks. A workspace that cannot be asked counts as yes.
func (s *Store) NoNetwork(ctx context.Context) (bool, error) {
	no, err := s.SettingBool(ctx, netKey, false)
	return no || err != nil, err
}

// SetNoNetwork sets whether nothing is ever fetched.
func (s *Store) SetNoNetwork(ctx context.Context, no bool) error {
	return s.SetSettingBool(ctx, netKey, no)
}

// NetAllowed is NoNetwork the other way round, for web.Client.
func (s *Store) NetAllowed() bool {
	no, err := s.NoNetwork(context.Background())
	return err == nil && !no
}
