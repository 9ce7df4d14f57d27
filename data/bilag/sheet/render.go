package sheet

import (
	"context"
	"sync"

	"synlig/data/bilag/pdf"
	"synlig/data/bilag/typeset"
)

// shareOfLayout is how much of the work is setting lines.
const shareOfLayout = 0.5

// Render sets, paginates and draws the paper. progress may be nil; it is told
// how much is done, from 0 to 1, never by two goroutines at once. When ctx is
// cancelled it stops soon and returns ctx.Err().
func (s *Sheet) Render(ctx context.Context, progress func(share float64)) ([]byte, error) {
	tell := teller(progress)
	total := float64(max(len(s.blocks), 1))
	if err := s.layout(ctx, func(n int) { tell(shareOfLayout * float64(n) / total) }); err != nil {
		return nil, err
	}
	pages := s.paginate()
	setter := typeset.NewSetter(s.faces, s.setup.Language)
	if s.insertContents(pages, setter) {
		pages = s.paginate()
		s.fillContents(s.spots(pages), setter)
	}
	d := drawer{
		Sheet: s, w: pdf.New(s.setup.Fonts, s.faces, s.tree),
		places: s.spots(pages), pages: len(pages),
	}
	for i, page := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.page(i, page)
		tell(shareOfLayout + (0.9-shareOfLayout)*float64(i+1)/float64(len(pages)))
	}
	file, err := d.w.Finish(s.setup.Meta)
	if err != nil {
		return nil, err
	}
	tell(1)
	return file, ctx.Err()
}

// teller passes on shares that grow, one at a time.
func teller(progress func(float64)) func(float64) {
	if progress == nil {
		return func(float64) {}
	}
	var mu sync.Mutex
	last := 0.0
	return func(share float64) {
		mu.Lock()
		defer mu.Unlock()
		if share > last {
			last = share
			progress(share)
		}
	}
}
