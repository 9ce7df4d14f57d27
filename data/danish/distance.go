package danish

// Distance is how many letters must be put in, taken out, changed or swapped
// with their neighbour to make a into b: how many slips of a finger apart two
// words are. Its time grows with the product of their lengths.
//
// Source: optimal string alignment; Damerau (1964), Comm. ACM 7:171.
func Distance(a, b string) int {
	one, other := []rune(a), []rune(b)
	before, above, row := make([]int, len(other)+1), make([]int, len(other)+1), make([]int, len(other)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(one); i++ {
		row[0] = i
		for j := 1; j <= len(other); j++ {
			cost := 1
			if one[i-1] == other[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && one[i-1] == other[j-2] && one[i-2] == other[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(other)]
}
