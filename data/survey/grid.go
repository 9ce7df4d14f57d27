package survey

// grid is the counts of one question by stratum: what all figures of it are
// made from.
type grid struct {
	states [][4]int // of each stratum, how many are in each State
	counts [][]int  // of each stratum, how many gave each answer
	chosen bool     // a cell beyond the states is an answer: not of Multi
}

// grid counts a question once for each view.
func (v *View) grid(question int) *grid {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.grids[question] == nil {
		v.grids[question] = v.count(question)
	}
	return v.grids[question]
}

func (v *View) count(question int) *grid {
	q, c := &v.Wave.Questions[question], &v.Wave.Columns[question]
	g := &grid{states: make([][4]int, v.strata), counts: make([][]int, v.strata), chosen: q.Kind != Multi}
	for s := range g.counts {
		g.counts[s] = make([]int, len(q.Answers))
	}
	if c.Wide != nil {
		v.countWide(c, g)
	} else {
		v.countNarrow(c, g)
	}
	if q.Kind == Multi {
		for s, people := range v.sets()[1:] {
			for i, ticks := range c.Ticks {
				g.counts[s+1][i] = ticks.CountIn(people)
			}
		}
	}
	return g
}

// countNarrow counts every cell by stratum without asking what it means: a
// table of 256 for each stratum, and no branch for the filter.
func (v *View) countNarrow(c *Column, g *grid) {
	tally := make([]uint32, v.strata*256)
	stratum := v.stratum[:len(c.Cells)]
	for r, cell := range c.Cells {
		tally[int(stratum[r])<<8|int(cell)]++
	}
	for s := range v.strata {
		for cell, n := range tally[s<<8 : s<<8+256] {
			if n > 0 {
				g.add(s, cell, int(n))
			}
		}
	}
}

func (v *View) countWide(c *Column, g *grid) {
	for r, cell := range c.Wide {
		g.add(int(v.stratum[r]), int(cell), 1)
	}
}

// add counts n respondents of a stratum with that cell.
func (g *grid) add(stratum, cell, n int) {
	g.states[stratum][min(cell, int(Answered))] += n
	if i := cell - int(Answered); g.chosen && i >= 0 && i < len(g.counts[stratum]) {
		g.counts[stratum][i] += n
	}
}

// base is the number of a stratum's people who belong to a base.
func (g *grid) base(q *Question, stratum int, b Base) int {
	s := g.states[stratum]
	switch b {
	case Asked:
		return s[NoAnswer] + s[Missing] + s[Answered]
	case TookPart:
		return s[NotAsked] + s[NoAnswer] + s[Missing] + s[Answered]
	case Substantive:
		n := s[Answered]
		if q.Kind != Multi { // who ticks "Ved ikke" beside another answer still answered
			for i, a := range q.Answers {
				if a.DontKnow {
					n -= g.counts[stratum][i]
				}
			}
		}
		return n
	}
	return s[Answered]
}
