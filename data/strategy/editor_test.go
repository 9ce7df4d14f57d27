package strategy

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"synlig/data/document"
)

// ids counts: n1, n2 …
func ids() func() string {
	n := 0
	return func() string {
		n++
		return "n" + strconv.Itoa(n)
	}
}

// lines makes blocks of lines "id|text"; "# " to "### " are headings, "- " and
// "-- " bullets, "> " a quotation; **bold** is bold and [words](address) a link.
func lines(all ...string) []document.Block {
	var blocks []document.Block
	for _, line := range all {
		id, line, _ := strings.Cut(line, "|")
		b := document.Block{ID: id}
		for _, m := range []struct {
			mark  string
			kind  document.Kind
			level int
		}{{"### ", document.Heading3, 0}, {"## ", document.Heading2, 0}, {"# ", document.Heading1, 0}, {"-- ", document.Bullet, 1}, {"- ", document.Bullet, 0}, {"> ", document.Quote, 0}} {
			if rest, ok := strings.CutPrefix(line, m.mark); ok {
				b.Kind, b.Level, line = m.kind, m.level, rest
				break
			}
		}
		var runs []document.Run
		for k, piece := range strings.Split(line, "**") {
			style := document.Style{Bold: k%2 == 1}
			for {
				head, rest, ok := strings.Cut(piece, "[")
				runs = append(runs, document.Run{Text: head, Style: style})
				if !ok {
					break
				}
				words, rest, _ := strings.Cut(rest, "](")
				linked := style
				linked.Link, piece, _ = strings.Cut(rest, ")")
				runs = append(runs, document.Run{Text: words, Style: linked})
			}
		}
		blocks = append(blocks, withRuns(b, runs...))
	}
	return blocks
}

// show writes blocks as lines reads them, with the caret as | and a selection
// in braces.
func show(blocks []document.Block, c Caret) []string {
	var all []string
	for _, b := range blocks {
		var out strings.Builder
		out.WriteString(b.ID + "|")
		switch {
		case b.Kind.HeadingLevel() > 0:
			out.WriteString(strings.Repeat("#", b.Kind.HeadingLevel()) + " ")
		case b.Kind == document.Bullet:
			out.WriteString(strings.Repeat("-", b.Level+1) + " ")
		case b.Kind == document.Quote:
			out.WriteString("> ")
		}
		bold, link := false, ""
		for at := 0; at <= len(b.Text); at++ {
			s := b.StyleAt(at)
			if s.Link != link && link != "" {
				out.WriteString("](" + link + ")")
			}
			if s.Bold != bold {
				out.WriteString("**")
			}
			if c.Block == b.ID && at == c.To {
				out.WriteString(map[bool]string{true: "|", false: "}"}[c.From == c.To])
			} else if c.Block == b.ID && at == c.From {
				out.WriteString("{")
			}
			if s.Link != link && s.Link != "" {
				out.WriteString("[")
			}
			bold, link = s.Bold, s.Link
			if at < len(b.Text) {
				out.WriteByte(b.Text[at])
			}
		}
		all = append(all, out.String())
	}
	return all
}

func TestOperations(t *testing.T) {
	two := lines("a|Et **fedt** ord.", "b|Nummer to")
	list := lines("a|# Mål", "b|- Punkt", "c|-- ", "d|> Citat", "e|")
	linked := lines("a|Se [kommunens side](kk.dk) nu")
	for name, c := range map[string]struct {
		from []document.Block
		do   func(e *Editor) Effect
		want []string
	}{
		"typed behind bold":       {two, func(e *Editor) Effect { return e.Type("a", "Et fedte ord.", 8) }, []string{"a|Et **fedte**| ord.", "b|Nummer to"}},
		"typed before bold":       {two, func(e *Editor) Effect { return e.Type("a", "Et xfedt ord.", 4) }, []string{"a|Et x**|fedt** ord.", "b|Nummer to"}},
		"typed double":            {lines("a|a**l** l"), func(e *Editor) Effect { return e.Type("a", "all l", 2) }, []string{"a|al**|l** l"}},
		"removed in bold":         {two, func(e *Editor) Effect { return e.Type("a", "Et ft ord.", 4) }, []string{"a|Et **f|t** ord.", "b|Nummer to"}},
		"all bold removed":        {two, func(e *Editor) Effect { return e.Type("a", "Et  ord.", 3) }, []string{"a|Et | ord.", "b|Nummer to"}},
		"overtyped keeps style":   {two, func(e *Editor) Effect { return e.Type("a", "Et stort ord.", 8) }, []string{"a|Et **stort**| ord.", "b|Nummer to"}},
		"letters share bytes":     {lines("a|få"), func(e *Editor) Effect { return e.Type("a", "fø", 3) }, []string{"a|fø|"}},
		"a break is a space":      {two, func(e *Editor) Effect { return e.Type("b", "Nummer\nto\t", 10) }, []string{"a|Et **fedt** ord.", "b|Nummer to |"}},
		"an accent joins":         {lines("a|bla"), func(e *Editor) Effect { return e.Type("a", "bla\u030A", 5) }, []string{"a|blå|"}},
		"nothing unseen":          {two, func(e *Editor) Effect { return e.Type("b", "Nummer\x00 \ufeffto", 8) }, []string{"a|Et **fedt** ord.", "b|Nummer |to"}},
		"behind a link":           {linked, func(e *Editor) Effect { return e.Type("a", "Se kommunens side! nu", 18) }, []string{"a|Se [kommunens side](kk.dk)!| nu"}},
		"in a link":               {linked, func(e *Editor) Effect { return e.Type("a", "Se kommunens web side nu", 17) }, []string{"a|Se [kommunens web |side](kk.dk) nu"}},
		"set whole text":          {two, func(e *Editor) Effect { return e.SetText("a", "Et fedt stykke.") }, []string{"a|Et **fedt** stykke|.", "b|Nummer to"}},
		"split":                   {two, func(e *Editor) Effect { return e.Split("a", 5) }, []string{"a|Et **fe**", "n1|**|dt** ord.", "b|Nummer to"}},
		"split before a space":    {two, func(e *Editor) Effect { return e.Split("b", 6) }, []string{"a|Et **fedt** ord.", "b|Nummer ", "n1||to"}},
		"split at the start":      {two, func(e *Editor) Effect { return e.Split("b", 0) }, []string{"a|Et **fedt** ord.", "n1|", "b||Nummer to"}},
		"split behind a heading":  {list, func(e *Editor) Effect { return e.Split("a", 99) }, []string{"a|# Mål", "n1||", "b|- Punkt", "c|-- ", "d|> Citat", "e|"}},
		"split in a letter":       {list, func(e *Editor) Effect { return e.Split("a", 2) }, []string{"a|# M", "n1|# |ål", "b|- Punkt", "c|-- ", "d|> Citat", "e|"}},
		"split an item":           {list, func(e *Editor) Effect { return e.Split("b", 5) }, []string{"a|# Mål", "b|- Punkt", "n1|- |", "c|-- ", "d|> Citat", "e|"}},
		"split an empty item":     {list, func(e *Editor) Effect { return e.Split("c", 0) }, []string{"a|# Mål", "b|- Punkt", "c|- |", "d|> Citat", "e|"}},
		"split nothing":           {list, func(e *Editor) Effect { return e.Split("e", 0) }, []string{"a|# Mål", "b|- Punkt", "c|-- ", "d|> Citat", "e|", "n1||"}},
		"merge":                   {list, func(e *Editor) Effect { return e.MergeWithPrevious("b") }, []string{"a|# Mål|Punkt", "c|-- ", "d|> Citat", "e|"}},
		"merge sentences":         {two, func(e *Editor) Effect { return e.MergeWithPrevious("b") }, []string{"a|Et **fedt** ord. |Nummer to"}},
		"merge into nothing":      {list, func(e *Editor) Effect { return e.MergeWithPrevious("d") }, []string{"a|# Mål", "b|- Punkt", "d|> |Citat", "e|"}},
		"merge the first":         {list, func(e *Editor) Effect { return e.MergeWithPrevious("a") }, nil},
		"merge with next":         {list, func(e *Editor) Effect { return e.MergeWithNext("d") }, []string{"a|# Mål", "b|- Punkt", "c|-- ", "d|> Citat|"}},
		"merge an accent":         {lines("a|bla", "b|\u030A"), func(e *Editor) Effect { return e.MergeWithPrevious("b") }, []string{"a|bl|å"}},
		"up":                      {two, func(e *Editor) Effect { return e.MoveUp("b") }, []string{"b||Nummer to", "a|Et **fedt** ord."}},
		"up at the top":           {two, func(e *Editor) Effect { return e.MoveUp("a") }, nil},
		"down":                    {two, func(e *Editor) Effect { return e.MoveDown("a") }, []string{"b|Nummer to", "a||Et **fedt** ord."}},
		"down at the end":         {two, func(e *Editor) Effect { return e.MoveDown("b") }, nil},
		"heading":                 {list, func(e *Editor) Effect { return e.SetKind("c", document.Heading2) }, []string{"a|# Mål", "b|- Punkt", "c|## |", "d|> Citat", "e|"}},
		"same kind":               {list, func(e *Editor) Effect { return e.SetKind("c", document.Bullet) }, nil},
		"no kind":                 {list, func(e *Editor) Effect { return e.SetKind("c", 99) }, nil},
		"level":                   {list, func(e *Editor) Effect { return e.SetLevel("b", 7) }, []string{"a|# Mål", "b|--- |Punkt", "c|-- ", "d|> Citat", "e|"}},
		"level of a heading":      {list, func(e *Editor) Effect { return e.SetLevel("a", 1) }, nil},
		"indent a heading":        {list, func(e *Editor) Effect { return e.Indent("a", 9) }, []string{"a|### |Mål", "b|- Punkt", "c|-- ", "d|> Citat", "e|"}},
		"outdent":                 {list, func(e *Editor) Effect { return e.Indent("c", -1) }, []string{"a|# Mål", "b|- Punkt", "c|- |", "d|> Citat", "e|"}},
		"bold on":                 {two, func(e *Editor) Effect { return e.Toggle("a", Bold, 12, 5) }, []string{"a|Et **fe{dt ord.**}", "b|Nummer to"}},
		"bold off":                {two, func(e *Editor) Effect { return e.Toggle("a", Bold, 3, 5) }, []string{"a|Et {fe**}dt** ord.", "b|Nummer to"}},
		"link":                    {two, func(e *Editor) Effect { return e.SetLink("a", 3, 7, "kk.dk") }, []string{"a|Et **{[fedt](kk.dk)**} ord.", "b|Nummer to"}},
		"link changed":            {linked, func(e *Editor) Effect { return e.SetLink("a", 5, 5, "x.dk") }, []string{"a|Se [ko|mmunens side](x.dk) nu"}},
		"link off":                {linked, func(e *Editor) Effect { return e.SetLink("a", 17, 17, "") }, []string{"a|Se kommunens side| nu"}},
		"link nowhere":            {linked, func(e *Editor) Effect { return e.SetLink("a", 1, 1, "x.dk") }, nil},
		"insert":                  {two, func(e *Editor) Effect { return e.Insert("a", document.Heading1, 2, "Ny\n") }, []string{"a|Et **fedt** ord.", "n1|# Ny |", "b|Nummer to"}},
		"insert first":            {two, func(e *Editor) Effect { return e.Insert("", document.Bullet, 1, "Ny") }, []string{"n1|-- Ny|", "a|Et **fedt** ord.", "b|Nummer to"}},
		"insert behind nobody":    {two, func(e *Editor) Effect { return e.Insert("x", document.Bullet, 1, "Ny") }, nil},
		"delete":                  {two, func(e *Editor) Effect { return e.Delete("b") }, []string{"a|Et **fedt** ord.|"}},
		"delete the first":        {two, func(e *Editor) Effect { return e.Delete("a") }, []string{"b||Nummer to"}},
		"delete all":              {lines("a|x"), func(e *Editor) Effect { return e.Delete("a") }, []string{}},
		"paste a line":            {two, func(e *Editor) Effect { return e.PasteText("a", 5, 6, "x y\r\n") }, []string{"a|Et **fex y|t** ord.", "b|Nummer to"}},
		"paste lines":             {two, func(e *Editor) Effect { return e.PasteText("b", 6, 7, " x\r\ny\r\n") }, []string{"a|Et **fedt** ord.", "b|Nummerx", "n2|y|to"}},
		"paste marks":             {two, func(e *Editor) Effect { return e.PasteBlocks("b", 6, 6, lines("|**x**")) }, []string{"a|Et **fedt** ord.", "b|Nummer**x**| to"}},
		"paste on nothing":        {list, func(e *Editor) Effect { return e.PasteBlocks("e", 0, 0, lines("z|## x", "a|y", "|  ")) }, []string{"a|# Mål", "b|- Punkt", "c|-- ", "d|> Citat", "e|## x", "n1|y|"}},
		"paste a heading":         {list, func(e *Editor) Effect { return e.PasteBlocks("e", 0, 0, lines("z|## x")) }, []string{"a|# Mål", "b|- Punkt", "c|-- ", "d|> Citat", "e|## x|"}},
		"paste what was cut":      {lines("a|x"), func(e *Editor) Effect { return e.PasteBlocks("a", 1, 1, lines("p|y", "q|- z")) }, []string{"a|xy", "q|- z|"}},
		"paste in an empty text":  {nil, func(e *Editor) Effect { return e.PasteBlocks("", 0, 0, lines("p|y", "q|- z")) }, []string{"p|y", "q|- z|"}},
		"paste nothing":           {two, func(e *Editor) Effect { return e.PasteBlocks("a", 0, 0, lines("|  ")) }, nil},
		"take in":                 {two, func(e *Editor) Effect { return e.TakeIn(lines("a|Et **fedt** ord mere.", "c|ny")) }, []string{"a|Et **fedt** ord mere.", "c|ny"}},
		"typed where nobody is":   {two, func(e *Editor) Effect { return e.Type("x", "a", 1) }, nil},
		"typed in an empty block": {list, func(e *Editor) Effect { return e.Type("e", "a", 1) }, []string{"a|# Mål", "b|- Punkt", "c|-- ", "d|> Citat", "e|a|"}},
	} {
		t.Run(name, func(t *testing.T) {
			e := NewEditor(c.from, Options{NewID: ids()})
			was := e.Blocks()
			effect := c.do(e)
			if c.want == nil {
				if effect.Changed() || e.CanUndo() != Nothing || !reflect.DeepEqual(e.Blocks(), was) {
					t.Fatalf("something happened: %+v %q", effect, show(e.Blocks(), e.Caret()))
				}
				return
			}
			if got := show(e.Blocks(), effect.Caret); !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
			wantEffect(t, was, e.Blocks(), effect)
			wantEffect(t, e.Blocks(), was, e.Undo())
			if !slices.EqualFunc(e.Blocks(), was, same) {
				t.Errorf("undone %q", show(e.Blocks(), Caret{}))
			}
			if again := e.Redo(); again.Caret != effect.Caret || !slices.Equal(show(e.Blocks(), again.Caret), c.want) {
				t.Errorf("redone %q %+v", show(e.Blocks(), again.Caret), again)
			}
		})
	}
}

// wantEffect tells whether effect says what is different from was to now.
func wantEffect(t interface {
	Helper()
	Errorf(string, ...any)
}, was, now []document.Block, effect Effect) {
	t.Helper()
	tail := len(was) - effect.At - effect.Out
	if !effect.Changed() {
		effect.At, tail = 0, 0
		if !slices.EqualFunc(was, now, same) {
			t.Errorf("an edit that was not told of")
		}
		return
	}
	if tail < 0 || len(now)-effect.At-effect.In != tail ||
		!slices.EqualFunc(was[:effect.At], now[:effect.At], same) ||
		!slices.EqualFunc(was[effect.At+effect.Out:], now[effect.At+effect.In:], same) {
		t.Errorf("%+v does not say what was touched", effect)
	}
}

// typist types as a person does, key by key.
type typist struct {
	e   *Editor
	now time.Time
}

func newTypist(blocks []document.Block) *typist {
	p := &typist{now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	p.e = NewEditor(blocks, Options{NewID: ids(), Clock: func() time.Time { return p.now }})
	return p
}

// keys types letters at a place, the n-th after each tenth of a second; \b takes
// the letter before the caret.
func (p *typist) keys(id string, at int, letters string) int {
	for _, r := range letters {
		b, _ := p.e.Block(id)
		text := b.Text[:at] + string(r) + b.Text[at:]
		now := at + len(string(r))
		if r == '\b' {
			now = onLetter(b.Text, at-1)
			text = b.Text[:now] + b.Text[at:]
		}
		p.now = p.now.Add(100 * time.Millisecond)
		p.e.Type(id, text, now)
		at = now
	}
	return at
}

// undone are the texts of block a as Undo is called again and again.
func (p *typist) undone() []string {
	var all []string
	for p.e.CanUndo() != Nothing {
		p.e.Undo()
		b, _ := p.e.Block("a")
		all = append(all, b.Text)
	}
	return all
}

func TestTypingIsUndoneByWords(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(p *typist)
		want []string
	}{
		"words":          {func(p *typist) { p.keys("a", 1, " en to,  tre") }, []string{". en to,  ", ". en ", ". ", "."}},
		"a pause":        {func(p *typist) { at := p.keys("a", 0, "ab"); p.now = p.now.Add(2 * time.Second); p.keys("a", at, "cd") }, []string{"ab.", "."}},
		"another place":  {func(p *typist) { p.keys("a", 0, "ab"); p.e.Place(Caret{"a", 0, 0}); p.keys("a", 0, "x") }, []string{"ab.", "."}},
		"jumped unsaid":  {func(p *typist) { p.keys("a", 0, "ab"); p.keys("a", 0, "x") }, []string{"ab.", "."}},
		"said the same":  {func(p *typist) { at := p.keys("a", 0, "ab"); p.e.Place(Caret{"a", 2, 2}); p.keys("a", at, "x") }, []string{"."}},
		"a boundary":     {func(p *typist) { at := p.keys("a", 0, "ab"); p.e.Boundary(); p.keys("a", at, "x") }, []string{"ab.", "."}},
		"removing":       {func(p *typist) { p.keys("a", p.keys("a", 0, "ab cd"), "\b\b\b\b") }, []string{"ab .", "ab cd.", "ab .", "."}},
		"a mistake":      {func(p *typist) { p.keys("a", p.keys("a", 0, "ap"), "\bb") }, []string{"a.", "ap.", "."}},
		"a long paste":   {func(p *typist) { p.e.Type("a", "xyz.", 3); p.keys("a", 3, "b") }, []string{"xyz.", "."}},
		"something else": {func(p *typist) { p.keys("a", 0, "ab"); p.e.Toggle("a", Bold, 0, 1); p.keys("a", 2, "c") }, []string{"ab.", "ab.", "."}},
		"forward":        {func(p *typist) { p.e.SetText("a", "abc."); p.e.Type("a", "bc.", 0); p.e.Type("a", "c.", 0) }, []string{"abc.", "."}},
	} {
		p := newTypist(lines("a|."))
		c.do(p)
		if got := p.undone(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestCaretComesBack(t *testing.T) {
	p := newTypist(lines("a|Et ord.", "b|To"))
	p.e.Place(Caret{"a", 3, 6})
	p.e.Type("a", "Et x.", 4)
	if got := p.e.Undo().Caret; got != (Caret{"a", 3, 6}) {
		t.Errorf("the selection came back as %+v", got)
	}
	p.e.Place(Caret{"b", 1, 1})
	p.e.MoveUp("b")
	if got := p.e.Undo().Caret; got != (Caret{"b", 1, 1}) {
		t.Errorf("after a move: %+v", got)
	}
	p.e.Place(Caret{"a", 3, 3})
	if got := p.e.TakeIn(lines("a|Nu er et ord.", "b|To")).Caret; got.Block != "a" {
		t.Errorf("after a colleague: %+v", got)
	}
	p.e.Place(Caret{"b", 2, 2})
	if got := p.e.TakeIn(lines("a|Et.", "b|Nummer To")).Caret; got != (Caret{"b", 9, 9}) {
		t.Errorf("behind a colleague's words: %+v", got)
	}
}

func TestTypingInAChosenStyle(t *testing.T) {
	p := newTypist(lines("a|Et ord"))
	if effect := p.e.Toggle("a", Bold, 3, 3); effect.Changed() || !p.e.Has("a", Bold, 3, 3) {
		t.Errorf("nothing is selected: %+v", effect)
	}
	at := p.keys("a", 3, "fed ")
	p.e.Toggle("a", Bold, at, at)
	at = p.keys("a", at, "let ")
	if got := show(p.e.Blocks(), Caret{}); !slices.Equal(got, []string{"a|Et **fed **let ord"}) || p.e.Has("a", Bold, at, at) || !p.e.Has("a", Bold, 4, 6) || p.e.Has("a", Bold, 0, 6) || p.e.Has("x", Bold, 0, 6) {
		t.Errorf("%q", got)
	}
	p.e.Toggle("a", Italic, 0, 0)
	p.e.Place(Caret{"a", 2, 2})
	if p.keys("a", 0, "x"); p.e.Has("a", Italic, 0, 1) {
		t.Error("a style that was chosen elsewhere")
	}
}

func TestLinkAt(t *testing.T) {
	e := NewEditor(lines("a|[x](p.dk) en **fed** side [z](p.dk)"), Options{})
	e.SetLink("a", 2, 13, "q.dk")
	for at, want := range map[int]string{0: "p.dk", 1: "p.dk", 2: "q.dk", 6: "q.dk", 13: "q.dk", 14: "p.dk", 15: "p.dk"} {
		if got := e.LinkAt("a", at); got != want {
			t.Errorf("at %d: %q, want %q", at, got, want)
		}
	}
	if e.LinkAt("b", 0) != "" {
		t.Error("a link in no block")
	}
	if e.SetLink("a", 5, 5, "ny.dk"); e.LinkAt("a", 2) != "ny.dk" || e.LinkAt("a", 12) != "ny.dk" || e.LinkAt("a", 0) != "p.dk" {
		t.Errorf("%q", show(e.Blocks(), Caret{}))
	}
}

func TestEditorNamesItsBlocks(t *testing.T) {
	given := lines("a|x", "|y", "a|z", "n1|u")
	e := NewEditor(given, Options{NewID: ids()})
	if got := show(e.Blocks(), Caret{}); !slices.Equal(got, []string{"a|x", "n2|y", "n3|z", "n1|u"}) || given[1].ID != "" {
		t.Errorf("%q", got)
	}
	if _, ok := e.Block(""); ok || e.Index("nobody") != -1 || e.Len() != 4 || e.At(1).Text != "y" {
		t.Error("blocks by id")
	}
	chance := NewEditor(lines("|x", "|y"), Options{})
	if a, b := chance.At(0).ID, chance.At(1).ID; len(a) != 10 || a == b {
		t.Errorf("ids %q and %q", a, b)
	}
}
