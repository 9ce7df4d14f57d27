package redline

// Limits, as counts, of the exhaustive pairing of similar blocks. Beyond them
// shared phrases cut the stretch into smaller ones first.
const (
	fewPairs  = 256    // always weighed all against all
	manyPairs = 40_000 // weighed all against all when no phrase helps
	bandWidth = 24     // beyond that only near the diagonal
)

// cell is the best that can be reached from one place of the table: words in
// common, and by which step.
type cell struct {
	score int32
	step  step
}

// step joins a blocks of the base with b of the draft; 0 skips one.
type step struct{ a, b uint8 }

// opposite joins, where as many blocks stand on either side, those that plainly
// face their like. Nothing need be cut into words for that.
func (al *aligner) opposite(a, b []int32) {
	if len(a) != len(b) {
		return
	}
	for k := range a {
		i, j := int(a[k]), int(b[k])
		if plainlyAlike(al.base.blocks[i].Text, al.draft.blocks[j].Text) {
			al.join(i, i+1, j, j+1, false)
		}
	}
}

// similar joins similar blocks of a stretch without crossing: those that have
// most words in common on the whole.
func (al *aligner) similar(a, b []int32) {
	if len(a)*len(b) <= fewPairs {
		al.table(a, b, len(a)+len(b))
		return
	}
	anchors := al.byPhrases(a, b)
	if len(anchors) == 0 {
		band := len(a) + len(b)
		if len(a)*len(b) > manyPairs {
			band = bandWidth
		}
		al.table(a, b, band)
		return
	}
	atA, atB := 0, 0
	for _, p := range anchors {
		al.rest(a[atA:p.a], b[atB:p.b])
		i, j := int(a[p.a]), int(b[p.b])
		al.join(i, i+1, j, j+1, false)
		atA, atB = p.a+1, p.b+1
	}
	al.rest(a[atA:], b[atB:])
}

func (al *aligner) rest(a, b []int32) {
	if len(a) > 0 && len(b) > 0 {
		al.similar(a, b)
	}
}

// table joins the blocks of a and b by dynamic programming. Only cells within
// band of the diagonal are weighed.
func (al *aligner) table(a, b []int32, band int) {
	n, m := len(a), len(b)
	flipped := al.flipped(a, b)
	width := min(m, 2*band) + 1
	if need := (n + 1) * (width + 1); cap(al.cells) < need {
		al.cells = make([]cell, need)
	}
	cells := al.cells[:(n+1)*(width+1)]
	clear(cells)
	left := func(i int) int { // the first column of row i
		return max(0, min(i*m/max(n, 1)-band, m+1-width))
	}
	at := func(i, j int) *cell {
		if k := j - left(i); k >= 0 && k < width {
			return &cells[i*(width+1)+k]
		}
		return nil
	}
	for i := n; i >= 0; i-- {
		for j := min(m, left(i)+width-1); j >= left(i); j-- {
			c := at(i, j)
			try := func(s step, gain int) {
				next := at(i+int(s.a), j+int(s.b))
				if next == nil {
					return
				}
				if total := next.score + int32(gain); total > c.score || c.step == (step{}) {
					*c = cell{total, s}
				}
			}
			if i < n && j < m {
				al.tryJoins(a[i:], b[j:], try)
			}
			skips := [2]step{{1, 0}, {0, 1}}
			if flipped {
				skips = [2]step{{0, 1}, {1, 0}}
			}
			for _, s := range skips {
				if i+int(s.a) <= n && j+int(s.b) <= m {
					try(s, 0)
				}
			}
		}
	}
	for i, j := 0, 0; i < n || j < m; {
		c := at(i, j)
		if c == nil || c.step == (step{}) {
			break
		}
		if c.step.a > 0 && c.step.b > 0 {
			al.join(int(a[i]), int(a[i])+int(c.step.a), int(b[j]), int(b[j])+int(c.step.b), false)
		}
		i, j = i+int(c.step.a), j+int(c.step.b)
	}
}

// flipped tells whether the draft's stretch comes before the base's in the
// order of texts. Whatever a table leaves open is decided by that, so that
// comparing the other way round decides the same.
func (al *aligner) flipped(a, b []int32) bool {
	for k := range min(len(a), len(b)) {
		if s, t := al.base.blocks[a[k]].Text, al.draft.blocks[b[k]].Text; s != t {
			return s > t
		}
	}
	return len(a) > len(b)
}

// tryJoins proposes every way to join the first blocks of a and b.
func (al *aligner) tryJoins(a, b []int32, try func(step, int)) {
	i, j := int(a[0]), int(b[0])
	if likeness, common := al.dice(i, i+1, j, j+1); likeness >= likePair {
		gain := 2 * common
		if al.base.blocks[i].Kind == al.draft.blocks[j].Kind {
			gain++
		}
		try(step{1, 1}, gain)
	}
	for n, words := 2, al.draft.words(j); n <= mostParts && n <= len(b) && int(b[n-1]) == j+n-1; n++ {
		if words += al.draft.words(j + n - 1); !al.roomy(al.base.words(i), words) {
			break
		}
		if common, ok := al.split(i, i+1, j, j+n, al.enough); ok {
			try(step{1, uint8(n)}, 2*common)
		}
	}
	for n, words := 2, al.base.words(i); n <= mostParts && n <= len(a) && int(a[n-1]) == i+n-1; n++ {
		if words += al.base.words(i + n - 1); !al.roomy(al.draft.words(j), words) {
			break
		}
		if common, ok := al.split(i, i+n, j, j+1, al.enough); ok {
			try(step{uint8(n), 1}, 2*common)
		}
	}
}

// roomy tells whether parts with that many words could still be parts of a
// whole with that many.
func (al *aligner) roomy(whole, parts int) bool {
	return 2*float64(whole) >= al.enough*float64(whole+parts)
}
