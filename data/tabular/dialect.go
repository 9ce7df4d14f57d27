package tabular

import (
	"bytes"
	"strings"
)

// delimiters are the candidates, in the order that decides between equals.
var delimiters = []byte{';', '\t', ',', '|'}

// sampled is how many records of a file decide its delimiter.
const sampled = 50

// Dialect is how a text file sets its cells apart.
type Dialect struct {
	Delimiter byte `json:"delimiter"`
	// Named tells that the file's first line says so ("sep=;"); that line is
	// not data.
	Named bool `json:"named,omitempty"`
	// Sure is false when no delimiter gave the same number of cells, at least
	// two, in all of the records looked at.
	Sure bool `json:"sure"`
}

// DetectDialect finds the delimiter of a table in UTF-8: the one that the
// first line names ("sep=;"), else the one of ; tab , | with the most constant
// number of cells over the first 50 records, and more cells where two are as
// constant. A mark that the first record lacks is no delimiter where another is
// in it: it may be the decimals' comma. A table with one column has ';' and is
// sure.
func DetectDialect(text []byte) Dialect {
	if d, ok := named(text); ok {
		return d
	}
	best, bestShare, bestCells := Dialect{Delimiter: ';'}, 0.0, 1
	several := false
	for _, d := range delimiters {
		share, cells, records, first := constancy(text, d)
		if cells < 2 || records == 0 {
			continue
		}
		if first < 2 {
			share /= 4
		}
		several = true
		if share > bestShare+1e-9 || share > bestShare-1e-9 && cells > bestCells {
			best, bestShare, bestCells = Dialect{Delimiter: d, Sure: share == 1}, share, cells
		}
	}
	if !several {
		best.Sure = true
	}
	return best
}

// constancy is the share of the first records that have the most common number
// of cells, that number, how many records were seen, and how many cells the first of them has.
func constancy(text []byte, delimiter byte) (share float64, cells, records, first int) {
	counts := map[int]int{}
	s := newScanner(bytes.NewReader(text[:min(len(text), 1<<20)]), delimiter)
	s.lenient = true
	for records < sampled && s.next() {
		if len(s.cells) == 1 && len(s.cells[0]) == 0 {
			continue // an empty line says nothing
		}
		counts[len(s.cells)]++
		if records++; records == 1 {
			first = len(s.cells)
		}
	}
	for n, times := range counts {
		if times > counts[cells] || times == counts[cells] && n > cells {
			cells = n
		}
	}
	if records == 0 {
		return 0, 0, 0, 0
	}
	return float64(counts[cells]) / float64(records), cells, records, first
}

// named reads the line "sep=;" that Excel writes and reads.
func named(text []byte) (Dialect, bool) {
	line, _, _ := bytes.Cut(text[:min(len(text), 64)], []byte("\n"))
	word := strings.Trim(strings.TrimRight(string(line), "\r"), `"`)
	if len(word) == len("sep=;") && strings.EqualFold(word[:4], "sep=") {
		return Dialect{Delimiter: word[4], Named: true, Sure: true}, true
	}
	return Dialect{}, false
}
