package redline

import (
	"slices"
	"strings"
)

// Collision is what different decision points want with the same words. It is
// shown and never decided by guessing.
type Collision struct {
	Numbers []int // the changes, ascending; one, when they grew together
	Points  []int // the decision points, ascending
}

// Collisions are the places where changes of different decision points overlap:
// one change that carries notes of several points, or two changes of the same
// row with nothing between them that stays.
func Collisions(c Comparison) []Collision {
	var found []Collision
	for n := range c.Changes {
		ch := &c.Changes[n]
		points := points(*ch)
		if len(points) > 1 {
			found = append(found, Collision{[]int{ch.Number}, points})
		}
	}
	for r := range c.Blocks {
		found = touching(c, &c.Blocks[r], found)
	}
	slices.SortStableFunc(found, func(x, y Collision) int { return x.Numbers[0] - y.Numbers[0] })
	return found
}

// touching adds the neighbouring changes of a row whose points differ.
func touching(c Comparison, row *Block, found []Collision) []Collision {
	last := 0
	for _, s := range row.Segments {
		if s.Op == Equal {
			if strings.TrimSpace(s.Text) != "" {
				last = 0
			}
			continue
		}
		if last != 0 && last != s.Change {
			p, q := c.Changes[last-1].Note.Point, c.Changes[s.Change-1].Note.Point
			if p != 0 && q != 0 && p != q {
				found = append(found, Collision{[]int{last, s.Change}, []int{min(p, q), max(p, q)}})
			}
		}
		last = s.Change
	}
	return found
}

// points are the decision points of a change and of its further notes,
// ascending.
func points(ch Change) []int {
	all := []int{ch.Note.Point}
	for _, n := range ch.Others {
		all = append(all, n.Point)
	}
	all = slices.DeleteFunc(all, func(p int) bool { return p == 0 })
	slices.Sort(all)
	return slices.Compact(all)
}
