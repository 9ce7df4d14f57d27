package docx

// words reads the text of the element just opened.
func (b *body) words() error {
	b.buffer = b.buffer[:0]
	for {
		t, err := b.next()
		switch {
		case err != nil:
			return err
		case t.kind == chars:
			b.buffer = append(b.buffer, t.text...)
		case t.kind == opens:
			if err := b.skip(); err != nil {
				return err
			}
		default:
			if len(b.buffer) > 0 {
				b.add(string(b.buffer))
			}
			return nil
		}
	}
}

// add adds text to the open paragraph as things stand here.
func (b *body) add(text string) {
	if b.open == nil {
		return
	}
	if b.hidden() {
		b.left.add(Hidden, 1)
		return
	}
	p := piece{text: text, looks: b.looks, fate: b.fate()}
	if len(b.links) > 0 {
		p.now.Link = b.links[len(b.links)-1]
	}
	if len(b.fields) > 0 && !b.fieldText(&p) {
		return
	}
	b.track(&p)
	b.open.pieces = append(b.open.pieces, p)
}

// track notes the piece's revision.
func (b *body) track(p *piece) {
	switch {
	case p.hiding != nil:
	case p.fate == inserted || p.fate == deleted:
		op, origin := b.innermost()
		p.tracked = b.tracked.add(op, origin, p.text)
	case p.fate == 0 && p.looks.reformed && b.restyled(p):
		p.tracked = b.tracked.add(Reformed, p.looks.author, p.text)
	case p.fate == 0:
		b.tracked.apart()
	}
}

// restyled tells whether a change of form is one that a text of blocks shows.
func (b *body) restyled(p *piece) bool {
	now, old := p.looks.now.in(b.role, b.styles, ""), p.looks.old.in(b.role, b.styles, "")
	return now != old
}

// hidden tells whether text is set not to be seen.
func (b *body) hidden() bool {
	_, _, vanish := b.styles.run(b.looks.now.style)
	return b.looks.now.vanish.or(vanish) == on
}

// settle gives the pieces from a place on the styles they have in a paragraph
// of that role.
func (b *body) settle(from int, now, old role) {
	pieces := b.open.pieces
	for i := from; i < len(pieces); i++ {
		p := &pieces[i]
		link := p.now.Link
		p.now, p.old = p.looks.now.in(now, b.styles, link), p.looks.old.in(old, b.styles, link)
	}
}
