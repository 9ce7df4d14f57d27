package strategy

import (
	"slices"

	"synlig/data/document"
	"synlig/data/redline"
	"synlig/data/strategy"
	"synlig/screens/kit"
)

// patch shows blocks that were touched, marked against the approved blocks that
// they come from alone, until the whole text has been compared.
func (s *paper) patch(effect strategy.Effect) {
	from, to := s.span(effect)
	block, numbers := 0, []int(nil)
	ids := map[string]bool{}
	for _, t := range s.texts[from:to] {
		ids[t.draft] = true
		numbers = append(numbers, t.left.Block.Changes()...)
	}
	if len(s.texts) > 0 {
		block = s.texts[min(from, len(s.texts)-1)].block
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	var texts []paperText
	for _, p := range s.page.editing.local(effect, ids, s.view) {
		renumber(&p.text, numbers)
		texts = append(texts, paperText{block: block, left: s.ruler.Prepare(p.text), draft: p.draft})
	}
	s.texts = slices.Replace(s.texts, from, to, texts...)
	s.rows.Reset()
}

// span are the texts [from, to) that show the blocks which an effect touched, as
// they were before it. What was removed beside them stays.
func (s *paper) span(effect strategy.Effect) (from, to int) {
	e := s.page.editing.editor
	to = len(s.texts)
	if effect.At > 0 {
		before := e.At(effect.At - 1).ID
		from = 1 + slices.IndexFunc(s.texts, func(t paperText) bool { return t.draft == before })
	}
	if end := effect.At + effect.In; end < e.Len() {
		after := e.At(end).ID
		if i := slices.IndexFunc(s.texts[from:], func(t paperText) bool { return t.draft == after }); i >= 0 {
			to = from + i
		}
	}
	first, last := from, to
	for first < last && s.texts[first].draft == "" {
		first++
	}
	if first == last { // nothing was there: what comes stands behind the block before
		return from, from
	}
	for s.texts[last-1].draft == "" {
		last--
	}
	return first, last
}

// local are the paragraphs of the blocks that an effect left, compared with the
// base blocks of the same ids and of those that went.
func (e *editing) local(effect strategy.Effect, went map[string]bool, v view) []paragraph {
	base := e.page.revision.Base.Blocks
	all := e.editor.Blocks()
	labels := document.Labels(all)
	draft := all[effect.At : effect.At+effect.In]
	var from []int
	for _, b := range draft {
		went[b.ID] = true
	}
	for id := range went {
		if i, ok := e.base[id]; ok {
			from = append(from, i)
		}
	}
	slices.Sort(from)
	m := &marker{draftLabels: labels[effect.At : effect.At+effect.In]}
	old := make([]document.Block, len(from))
	for k, i := range from {
		old[k] = base[i]
	}
	m.baseLabels = make([]string, len(from)) // what went is shown by its words
	c := redline.Compare(old, draft, redline.Options{Weighty: e.page.options.Weighty})
	m.c = &c
	var list []paragraph
	if v == asClean {
		for i, b := range draft {
			list = append(list, paragraph{text: m.plain(i), draft: b.ID})
		}
		return list
	}
	for i := range c.Blocks {
		list = append(list, m.block(i, bothTexts)...)
	}
	return list
}

// renumber gives changes the numbers that stood there: the nth of the few that
// were compared is taken for the nth that was there, until all are compared.
func renumber(b *kit.MarkedBlock, numbers []int) {
	known := func(n int) int {
		if n == 0 || len(numbers) == 0 {
			return 0
		}
		return numbers[min(n, len(numbers))-1]
	}
	b.Whole = known(b.Whole)
	for i := range b.Pieces {
		b.Pieces[i].Change = known(b.Pieces[i].Change)
	}
}

// revealBlock scrolls to a block of the draft.
func (s *paper) revealBlock(id string) {
	for i := range s.texts {
		if s.texts[i].draft == id && id != "" && i < len(s.row) {
			s.rows.Reveal(s.row[i])
			return
		}
	}
}

// openText is the text that is open for writing, -1 for none.
func (s *paper) openText() int {
	for i := range s.texts {
		if s.writes(i) && i < len(s.row) {
			return i
		}
	}
	return -1
}
