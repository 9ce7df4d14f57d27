package docx

// last sees to the end of the text. The file's last mark of a paragraph can
// neither come nor go. What was added at the end came in behind the mark before
// it, as it does when somebody types there; that mark is marked instead, and for
// what went likewise. Where the two have not the same form, programs would give
// one the form of the other: then an empty paragraph ends the file.
func (c *composer) last() {
	from := len(c.paras)
	for from > 0 && c.paras[from-1].fate != 0 {
		from--
	}
	tail := c.paras[from:]
	if len(tail) == 0 {
		return
	}
	gone, come := lastOf(tail, deleted), lastOf(tail, inserted)
	final := tail[len(tail)-1]
	final.fate = 0
	switch {
	case gone >= 0 && come >= 0:
		if tail[gone].now != tail[come].now {
			c.paras = append(c.paras, para{})
			return
		}
		final.atoms = append(tail[gone].atoms, tail[come].atoms...)
	case from > 0:
		before := &c.paras[from-1]
		if before.now != final.now || before.old != final.now {
			c.paras = append(c.paras, para{})
			return
		}
		before.fate, before.by = tail[0].fate, tail[0].by
	}
	rest := c.paras[:from:from]
	for i, p := range tail {
		if i != gone && i != come {
			rest = append(rest, p)
		}
	}
	c.paras = append(rest, final)
}

func lastOf(paras []para, f fate) int {
	for i := len(paras) - 1; i >= 0; i-- {
		if paras[i].fate == f {
			return i
		}
	}
	return -1
}
