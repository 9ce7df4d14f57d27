package posts

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/links"
	"synlig/data/links/web"
	"synlig/data/tabular"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// paste takes in the addresses that were copied, with what stands beside them.
func (l *library) paste() {
	pages := links.FromText(l.options.Paste())
	if len(pages) == 0 {
		l.tell(words.Text("links.nothing-copied"), nil)
		return
	}
	l.takeIn(func(context.Context) ([]links.Page, int, error) { return pages, 0, nil })
}

// pickFile takes in a sitemap.xml or a CSV file.
func (l *library) pickFile() {
	l.host.PickFile(words.Text("links.file-title"), []string{".xml", ".gz", ".csv", ".txt"}, func(path string) {
		l.takeIn(func(context.Context) ([]links.Page, int, error) { return pagesIn(path) })
	})
}

// pagesIn reads the pages that a file lists, and how many rows were none.
func pagesIn(path string) (pages []links.Page, skipped int, err error) {
	data, err := files.Read(path, links.MaxSitemap)
	if err != nil {
		return nil, 0, err
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xml", ".gz":
		m, err := links.ReadSitemap(data)
		if err == nil && len(m.Pages) == 0 {
			err = fault.New(links.SitemapEmpty) // a list of lists: those are on the net
		}
		return m.Pages, m.Refused, err
	}
	table, _, _, err := tabular.ReadCSV(data)
	if err != nil {
		return nil, 0, err
	}
	pages, left, err := links.FromTable(table.Rows)
	return pages, len(left), err
}

// askSitemap asks which site's list of pages to fetch.
func (l *library) askSitemap() {
	if !l.mayAsk() {
		return
	}
	field := kit.NewEntry("www.kk.dk")
	for _, site := range l.sites {
		field.SetText(links.Unicode(site.Host))
		break
	}
	var close func()
	fetch := func() {
		close()
		l.fetchSitemap(field.Text)
	}
	field.OnSubmitted = func(string) { fetch() }
	close = l.host.Sheet(words.Text("links.sitemap-title"), 460,
		kit.Column(kit.Within, kit.NewText(words.Text("links.sitemap-text")), field),
		kit.NewButton(words.Text("shell.cancel"), nil, nil),
		kit.NewMainButton(words.Text("links.sitemap-verb"), nil, fetch))
	l.host.Canvas().Focus(field)
}

func (l *library) fetchSitemap(address string) {
	l.tell(words.Text("links.fetching"), nil)
	l.takeIn(func(ctx context.Context) ([]links.Page, int, error) {
		m, err := l.options.Web.Sitemap(ctx, address)
		return m.Pages, m.Refused, err
	})
}

// mayAsk tells whether the network may be used, and says so where it may not.
func (l *library) mayAsk() bool {
	if l.options.Web == nil || !l.store.NetAllowed() {
		l.tell(words.Fault(fault.New(web.NetOff)), nil)
		return false
	}
	return true
}

// takeIn reads pages and adds those the library has not. Undoing it takes them
// out again.
func (l *library) takeIn(read func(context.Context) (pages []links.Page, skipped int, err error)) {
	var added []int64
	var filled, skipped int
	var err error
	l.options.Start(func() {
		ctx := context.Background()
		var pages, before, after []links.Page
		if pages, skipped, err = read(ctx); err != nil {
			return
		}
		if before, err = l.store.Links(ctx); err != nil {
			return
		}
		if _, filled, err = l.store.ImportLinks(ctx, pages); err != nil {
			return
		}
		if after, err = l.store.Links(ctx); err == nil {
			added = newIDs(before, after)
		}
	}, func() {
		if err != nil {
			l.tell(words.Fault(err), nil)
			return
		}
		var back func()
		if len(added) > 0 {
			back = func() { l.drop(added, 0) }
		}
		text := words.Count("links.added", len(added))
		if filled > 0 {
			text += " " + words.Text("links.filled", "n", strconv.Itoa(filled))
		}
		if skipped > 0 {
			text += " " + words.Text("links.skipped", "n", strconv.Itoa(skipped))
		}
		l.tell(text, back)
		l.read(0)
	})
}

// newIDs are those of after that are not in before.
func newIDs(before, after []links.Page) (ids []int64) {
	there := map[int64]bool{}
	for _, p := range before {
		there[p.ID] = true
	}
	for _, p := range after {
		if !there[p.ID] {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
