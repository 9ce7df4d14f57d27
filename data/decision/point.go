// Package decision knows the points of a recommendation: what they ask the
// committee to decide and how they hang together. It knows neither texts nor
// changes; those point here by number.
package decision

import "slices"

// Point is one point of a recommendation ("at udvalget …").
type Point struct {
	Number int    // 1, 2, 3 … as printed
	Text   string // what the committee is asked to decide
	// Requires are the points that must be adopted before this one can be.
	Requires []int
	// Choice is what the point is an alternative in: of the points with the
	// same Choice at most one can be adopted. 0 is no alternative.
	Choice int
}

// Adoptable tells whether every point that p requires, directly or through
// others, is adopted. A point in a circle of requirements is adoptable when
// the whole circle is adopted.
func Adoptable(points []Point, number int, adopted func(int) bool) bool {
	for _, n := range Requirements(points, number) {
		if !adopted(n) {
			return false
		}
	}
	return true
}

// Requirements are the numbers of all points that number needs, directly or
// through others, in ascending order and without number itself.
func Requirements(points []Point, number int) []int {
	return closure(number, func(n int) []int {
		for _, p := range points {
			if p.Number == n {
				return p.Requires
			}
		}
		return nil
	})
}

// Dependents are the numbers of all points that fall when number falls, in
// ascending order and without number itself.
func Dependents(points []Point, number int) []int {
	return closure(number, func(n int) []int {
		var needing []int
		for _, p := range points {
			if slices.Contains(p.Requires, n) {
				needing = append(needing, p.Number)
			}
		}
		return needing
	})
}

func closure(start int, next func(int) []int) []int {
	seen := map[int]bool{start: true}
	var found []int
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		for _, n := range next(queue[0]) {
			if !seen[n] {
				seen[n] = true
				found = append(found, n)
				queue = append(queue, n)
			}
		}
	}
	slices.Sort(found)
	return found
}
