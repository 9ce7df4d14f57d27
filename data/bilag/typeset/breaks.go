package typeset

import "math"

// What a line costs. The sum over a paragraph is made as small as it gets.
const (
	lineCost       = 10 // each line
	slackCost      = 40 // a line short by slackUnit of its width, squared
	slackUnit      = 0.09
	hyphenCost     = 120 // a hyphen at the line's end
	gapCost        = 20  // a break inside an address or after a hyphen of its own
	ladderCost     = 600 // a hyphen right under another
	lastHyphenCost = 180 // a last line that is the rest of a word
	runtCost       = 60  // a last line shorter than runtShare of the width
	runtShare      = 0.12
	overfullCost   = 1e7 // a line that does not fit, where nothing else is possible
	emptyShare     = 0.4 // lines with more room than this are tried only in need
)

// route is the cheapest way to end a line at a break.
type route struct {
	cost     float64
	previous int // index of the break before, into Setter.breaks
}

// breakLines chooses the breaks of the whole paragraph together (after Knuth
// and Plass, Breaking Paragraphs into Lines, 1981), ragged right: no space is
// stretched or shrunk, so a line costs what it falls short. It gives the items
// at which lines end; the last is len(items).
func (s *Setter) breakLines(width int, runs []Run) []int {
	s.findBreaks()
	n := len(s.breaks)
	if cap(s.best) < n {
		s.best = make([]route, n, 2*n)
	}
	s.best = s.best[:n]
	for i := range s.best {
		s.best[i] = route{math.Inf(1), -1}
	}
	s.best[0].cost = 0
	reach := 1
	for from := 0; from < n-1; from++ {
		if math.IsInf(s.best[from].cost, 1) {
			continue
		}
		reach = s.farthest(from, max(reach, from+1), width)
		s.tryBack(from, reach, width, runs)
	}
	var chosen []int
	for i := n - 1; i > 0; i = s.best[i].previous {
		chosen = append(chosen, s.breaks[i])
	}
	for i, j := 0, len(chosen)-1; i < j; i, j = i+1, j-1 {
		chosen[i], chosen[j] = chosen[j], chosen[i]
	}
	return chosen
}

// findBreaks lists the items where a line may end, with -1 before the first
// line and len(items) after the last.
func (s *Setter) findBreaks() {
	s.breaks = append(s.breaks[:0], -1)
	for i, it := range s.items {
		if it.kind != boxItem {
			s.breaks = append(s.breaks, i)
		}
	}
	s.breaks = append(s.breaks, len(s.items))
}

// right is where a line ending at break b ends, without space or hyphen.
func (s *Setter) right(b int) int { return s.items[s.breaks[b]-1].right }

// farthest is the last break whose line from break from fits without a hyphen;
// the next one when none does.
func (s *Setter) farthest(from, reach, width int) int {
	left := s.items[s.breaks[from]+1].left
	for reach+1 < len(s.breaks) && s.right(reach+1)-left <= width {
		reach++
	}
	return reach
}

// tryBack tries the lines from break from to all useful breaks up to reach.
func (s *Setter) tryBack(from, reach, width int, runs []Run) {
	left := s.items[s.breaks[from]+1].left
	found := false
	for to := reach; to > from; to-- {
		slack := width - (s.right(to) - left)
		end := s.breaks[to]
		if end < len(s.items) && s.items[end].kind == hyphenItem {
			slack -= s.hyphenWidth(runs[s.items[end].run].Face)
		}
		if found && float64(slack) > emptyShare*float64(width) {
			return
		}
		cost := s.cost(from, to, slack, width)
		if slack < 0 {
			if to > from+1 {
				continue
			}
			if !found {
				cost = overfullCost
			}
		}
		if slack >= 0 || !found {
			if total := s.best[from].cost + cost; total < s.best[to].cost {
				s.best[to] = route{total, from}
			}
			found = true
		}
	}
}

// cost is what the line between two breaks costs when slack Units stay empty.
func (s *Setter) cost(from, to, slack, width int) float64 {
	short := float64(slack) / (slackUnit * float64(width))
	cost := lineCost + slackCost*short*short
	afterHyphen := from > 0 && s.items[s.breaks[from]].kind == hyphenItem
	if to == len(s.breaks)-1 {
		cost = lineCost
		if float64(width-slack) < runtShare*float64(width) && from > 0 {
			cost += runtCost
		}
		if afterHyphen && s.isOneWord(s.breaks[from]+1) {
			cost += lastHyphenCost
		}
		return cost
	}
	switch s.items[s.breaks[to]].kind {
	case hyphenItem:
		cost += hyphenCost
		if afterHyphen {
			cost += ladderCost
		}
	case gapItem:
		cost += gapCost
	}
	return cost
}

// isOneWord tells whether no space follows the item.
func (s *Setter) isOneWord(from int) bool {
	for _, it := range s.items[from:] {
		if it.kind == spaceItem {
			return false
		}
	}
	return true
}
