package posts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// list is the posts by state, with what is searched for above.
type list struct {
	page    *Page
	rows    *kit.Rows
	filters *filters
	content *fyne.Container
	items   []item
	folded  map[posts.State]bool // whose posts are not shown
	spare   []*listRow
	at      int // the row the keyboard is at
}

// item is a row: the head of a state, a post, or a line of words.
type item struct {
	head  posts.State
	count int
	brief posts.Brief
	line  string
	more  bool // a line that shows more when it is pressed
}

func newList(p *Page) *list {
	l := &list{page: p, folded: map[posts.State]bool{posts.Archived: true}}
	l.rows = kit.NewRows(l)
	l.rows.OnKey = l.key
	l.filters = newFilters(p)
	l.content = container.NewBorder(l.filters.content, nil, nil, nil, l.rows)
	return l
}

// Heights at scale 1.
const (
	headHeight = 38
	rowHeight  = 52
	lineHeight = 44
)

// Heights are those of all rows.
func (l *list) Heights(float32) []float32 {
	heights := make([]float32, len(l.items))
	for i, it := range l.items {
		switch {
		case it.head != "":
			heights[i] = kit.Scaled(headHeight)
		case it.line != "":
			heights[i] = kit.Scaled(lineHeight)
		default:
			heights[i] = kit.Scaled(rowHeight)
		}
	}
	return heights
}

// Take dresses a widget as a row.
func (l *list) Take(row int) fyne.CanvasObject {
	var r *listRow
	if n := len(l.spare); n > 0 {
		r, l.spare = l.spare[n-1], l.spare[:n-1]
	} else {
		r = newListRow(l)
	}
	r.dress(row)
	return r
}

// Give takes a widget back.
func (l *list) Give(o fyne.CanvasObject) { l.spare = append(l.spare, o.(*listRow)) }

// show lists the posts anew.
func (l *list) show() {
	s := &l.page.shelf
	l.items = l.items[:0]
	for _, state := range posts.States() {
		group := s.group(state)
		if len(group) == 0 {
			continue
		}
		count := len(group)
		if !s.finding() {
			count = max(count, s.counts[state])
		}
		l.items = append(l.items, item{head: state, count: count})
		if l.folded[state] && !s.finding() {
			continue
		}
		for _, b := range group {
			l.items = append(l.items, item{brief: b})
		}
		if count > len(group) {
			l.items = append(l.items, item{line: words.Text("posts.show-more"), more: true})
		}
	}
	if len(l.items) == 0 && s.ready {
		key := "posts.none"
		if s.finding() {
			key = "posts.none-found"
		}
		if s.filter.Trash {
			key = "posts.trash-empty"
		}
		l.items = append(l.items, item{line: words.Text(key)})
	}
	l.at = max(l.rowOf(l.page.draft.post.ID), 0)
	l.filters.dress()
	l.rows.Reset()
}

// rowOf is the row of a post, -1 when it is not listed.
func (l *list) rowOf(id int64) int {
	for i, it := range l.items {
		if id != 0 && it.brief.ID == id {
			return i
		}
	}
	return -1
}

// reveal lights the open post and brings it into sight.
func (l *list) reveal() {
	if row := l.rowOf(l.page.draft.post.ID); row >= 0 {
		l.at = row
		l.rows.Reveal(row)
	}
	l.rows.Redress()
}

// key goes from post to post; Enter goes on to the text.
func (l *list) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyUp:
		l.go_(-1)
	case fyne.KeyDown:
		l.go_(1)
	case fyne.KeyHome:
		l.at = -1
		l.go_(1)
	case fyne.KeyEnd:
		l.at = len(l.items)
		l.go_(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.press(l.at)
	case fyne.KeyRight, fyne.KeyLeft:
		if l.at >= 0 && l.at < len(l.items) && l.items[l.at].head != "" {
			l.fold(l.items[l.at].head, key.Name == fyne.KeyLeft)
		}
	case fyne.KeyDelete:
		l.page.trash()
	default:
		return false
	}
	return true
}

// go_ moves the keyboard by a row. A post is opened as one comes to it.
func (l *list) go_(by int) {
	to := l.at + by
	if to < 0 || to >= len(l.items) {
		return
	}
	l.at = to
	l.rows.Reveal(to)
	if id := l.items[to].brief.ID; id != 0 {
		l.page.open(id)
	}
	l.rows.Redress()
}

// press is a click on a row, or Enter.
func (l *list) press(row int) {
	if row < 0 || row >= len(l.items) {
		return
	}
	it := l.items[row]
	l.at = row
	switch {
	case it.head != "":
		l.fold(it.head, !l.folded[it.head])
	case it.more:
		l.page.shelf.limit = max(l.page.shelf.limit, firstShown) * 4
		l.page.shelf.read(nil)
	case it.brief.ID != 0:
		l.page.open(it.brief.ID)
		l.page.show(viewWriting)
		if l.page.draft.post.ID == it.brief.ID {
			l.page.frame.shut()
			l.page.host.Canvas().Focus(l.page.writing.text.Field())
		}
	}
}

func (l *list) fold(state posts.State, folded bool) {
	l.folded[state] = folded
	at := l.at
	l.show()
	l.at = min(at, len(l.items)-1)
	l.rows.Redress()
}

// stateIcon tells a state by its shape.
func stateIcon(state posts.State) fyne.Resource {
	switch state {
	case posts.Idea:
		return kit.Icon("idea")
	case posts.Draft:
		return kit.Icon("posts")
	case posts.Submitted:
		return kit.Icon("review")
	case posts.Approved:
		return kit.Icon("approved")
	case posts.Planned:
		return kit.Icon("calendar")
	case posts.Published:
		return kit.Icon("published")
	}
	return theme.FolderIcon()
}

// stateText is a state's name in the language in use.
func stateText(state posts.State) string {
	for i, s := range posts.States() {
		if s == state {
			return words.Text("posts.state-" + [...]string{"idea", "draft", "submitted", "approved", "planned", "published", "archived"}[i])
		}
	}
	return string(state)
}
