package strategy

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"synlig/data/document"
)

// typing is the step that is still being typed.
type typing struct {
	open     bool
	block    string
	removing bool
	end      int       // where the caret stood after the last key
	at       time.Time // when that was
	last     rune      // the letter that came or went
}

// pending is the style that the next letter gets, chosen with nothing selected.
type pending struct {
	block string
	at    int
	style document.Style
	open  bool
}

// edit is one stretch of text in the place of another.
type edit struct {
	from, to int    // bytes of the old text
	text     string // what stands there now
}

// Type tells what an entry holds after a key: all of the block's text, and the
// caret in it. Marks stay on the words they were on. New letters look like
// those before them, and are part of a link only in the middle of one.
//
// Keys are undone together when they come in one block, side by side, all
// adding or all removing, with no longer a pause than Options.Pause between
// them, and up to the end of a word with the spaces behind it.
func (e *Editor) Type(id, text string, caret int) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	old := e.blocks[i]
	text, caret = oneLine(text, caret)
	change := difference(old.Text, text, caret)
	now := Caret{id, caret, caret}
	if change.from == change.to && change.text == "" {
		e.Place(now)
		return e.nothing()
	}
	b := around(old, change.from, change.to, document.Run{Text: change.text, Style: e.typedStyle(old, change)})
	key := e.key(id, old.Text, change, caret)
	joined := e.typing.joins(key, old.Text, change, e.options.Pause)
	if !joined {
		e.caret = e.caretBefore(id, change)
		effect := e.do(Typed, now, e.put(i, b))
		e.typing = key
		return effect
	}
	last := &e.done[len(e.done)-1]
	last.splices[0].in = []document.Block{b}
	last.after = now
	e.typing, e.pending = key, pending{}
	return e.apply([]splice{e.put(i, b)}, now)
}

// SetText makes text the whole text of a block, as one step.
func (e *Editor) SetText(id, text string) Effect {
	i := e.Index(id)
	if i < 0 {
		return e.nothing()
	}
	old := e.blocks[i]
	text, _ = oneLine(text, 0)
	change := difference(old.Text, text, -1)
	at := change.from + len(change.text)
	b := around(old, change.from, change.to, document.Run{Text: change.text, Style: e.typedStyle(old, change)})
	return e.do(Typed, Caret{id, at, at}, e.put(i, b))
}

// key is what is known about a key that was just pressed.
func (e *Editor) key(id, old string, change edit, caret int) typing {
	t := typing{block: id, end: caret, at: e.options.Clock()}
	went := old[change.from:change.to]
	switch {
	case went == "":
		t.last, _ = utf8.DecodeLastRuneInString(change.text)
		t.open = utf8.RuneCountInString(change.text) == 1
	case change.text == "":
		t.removing = true
		t.last, _ = utf8.DecodeRuneInString(went)
		t.open = utf8.RuneCountInString(went) == 1
	default: // typed over a selection: more may be typed behind it
		t.last, _ = utf8.DecodeLastRuneInString(change.text)
		t.open = true
	}
	return t
}

// joins tells whether a key is undone together with those before it.
func (t typing) joins(key typing, old string, change edit, pause time.Duration) bool {
	if !t.open || !key.open || t.block != key.block || t.removing != key.removing || key.at.Sub(t.at) > pause {
		return false
	}
	space, spaceBefore := unicode.IsSpace(key.last), unicode.IsSpace(t.last)
	if key.removing {
		return (change.from == t.end || change.to == t.end) && (!space || spaceBefore)
	}
	return change.from == t.end && change.from == change.to && (space || !spaceBefore)
}

// caretBefore is where the caret must have stood before a change.
func (e *Editor) caretBefore(id string, change edit) Caret {
	if c := e.caret; c.Block == id && min(c.From, c.To) >= change.from && max(c.From, c.To) <= change.to {
		return c
	}
	return Caret{id, change.to, change.to}
}

// typedStyle is the style of what is put in the place of [from, to).
func (e *Editor) typedStyle(b document.Block, change edit) document.Style {
	if p := e.pending; p.open && p.block == b.ID && p.at == change.from {
		return p.style
	}
	return inherited(b, change.from, change.to)
}

// inherited is the style of new text in the place of [from, to): that of what
// it replaces, else of the letter before it, else of the text's first.
func inherited(b document.Block, from, to int) document.Style {
	if from < to {
		return b.StyleAt(from)
	}
	style := b.StyleAt(max(from-1, 0))
	if from == 0 || from == len(b.Text) || b.StyleAt(from).Link != style.Link {
		style.Link = ""
	}
	return style
}

// difference is the one stretch in which now differs from old. Where it could
// stand in several places (a second l beside an l) the caret tells: typed text
// ends there. caret is -1 when nobody knows it.
func difference(old, now string, caret int) edit {
	head, tail := ends(old, now, len(now))
	if caret >= 0 {
		if h, t := ends(old, now, len(now)-caret); h+t >= head+tail {
			head, tail = h, t
		}
	}
	return edit{head, len(old) - tail, now[head : len(now)-tail]}
}

// ends are the sizes of the common beginning and of the common end, which is
// found first and is at most most bytes long.
func ends(old, now string, most int) (head, tail int) {
	for tail < min(len(old), len(now), most) && old[len(old)-1-tail] == now[len(now)-1-tail] {
		tail++
	}
	for tail > 0 && !utf8.RuneStart(now[len(now)-tail]) {
		tail--
	}
	for head < min(len(old), len(now))-tail && old[head] == now[head] {
		head++
	}
	for head > 0 && (head < len(old) && !utf8.RuneStart(old[head]) || head < len(now) && !utf8.RuneStart(now[head])) {
		head--
	}
	return head, tail
}

// sentenceEnd tells whether a text ends where a sentence may.
func sentenceEnd(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".:;!?…", last) || slices.Contains([]rune{'”', '“', '»', '"', ')'}, last)
}
