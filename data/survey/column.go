package survey

import "math"

// State is what a respondent did with a question.
type State uint8

// The states. They are also the lowest cell values of every column.
const (
	NotAsked State = iota // led past the question
	NoAnswer              // asked, left empty
	Missing               // a code of the file that stands for no answer (-77, 99)
	Answered
)

// Column holds everybody's answer to one question. Every kind has a cell for
// each respondent: the State, and for Single and Scale beyond it the answer:
// cell Answered+i is answer i. The rest stands beside the cells.
type Column struct {
	Cells []uint8  // one byte, or
	Wide  []uint16 // two, where there are more than 253 answers

	// Ticks are the bit sets of Multi: bit r of Ticks[i] is set where respondent
	// r ticked answer i. Somebody Answered without a bit saw the boxes and
	// ticked none.
	Ticks []Bits
	// Numbers, Texts and Dates are filled by kind; a value counts only where the
	// cell says Answered. Dates are days since 1 January 1970.
	Numbers []float64
	Texts   []string
	Dates   []int32
}

// maxNarrow is how many answers fit into one byte beside the states.
const maxNarrow = math.MaxUint8 - int(Answered) + 1

// NewColumn is a column for the question with n cells, all NotAsked.
func NewColumn(q Question, n int) Column {
	var c Column
	if len(q.Answers) > maxNarrow && q.Kind != Multi {
		c.Wide = make([]uint16, n)
	} else {
		c.Cells = make([]uint8, n)
	}
	switch q.Kind {
	case Multi:
		c.Ticks = make([]Bits, len(q.Answers))
		for i := range c.Ticks {
			c.Ticks[i] = NewBits(n)
		}
	case Number:
		c.Numbers = make([]float64, n)
	case Text:
		c.Texts = make([]string, n)
	case Date:
		c.Dates = make([]int32, n)
	}
	return c
}

// Len is how many respondents the column holds.
func (c *Column) Len() int { return max(len(c.Cells), len(c.Wide)) }

func (c *Column) cell(r int) int {
	if c.Wide != nil {
		return int(c.Wide[r])
	}
	return int(c.Cells[r])
}

func (c *Column) set(r, cell int) {
	if c.Wide != nil {
		c.Wide[r] = uint16(cell)
	} else {
		c.Cells[r] = uint8(cell)
	}
}

// State is what respondent r did with the question.
func (c *Column) State(r int) State { return State(min(c.cell(r), int(Answered))) }

// SetState says what r did. To answer, use Choose, Tick, or set the value in
// Numbers, Texts or Dates and the state to Answered.
func (c *Column) SetState(r int, s State) { c.set(r, int(s)) }

// Answer is the index of the answer r chose at a Single or Scale, -1 for none.
func (c *Column) Answer(r int) int { return max(c.cell(r)-int(Answered), -1) }

// Choose lets r choose an answer of a Single or Scale by its index.
func (c *Column) Choose(r, answer int) { c.set(r, int(Answered)+answer) }

// Tick lets r tick an answer of a Multi, which makes r Answered.
func (c *Column) Tick(r, answer int) {
	c.set(r, int(Answered))
	c.Ticks[answer].Set(r)
}
