package importer

import (
	"context"
	"math"
	"strconv"
	"time"

	"synlig/data/fault"
	"synlig/data/survey/importer/sav"
)

// readSAV reads an SPSS file. Names, labels and missing values come with it.
func readSAV(ctx context.Context, file File, progress Progress) (*Raw, error) {
	f, err := sav.Open(file.Content, file.Size)
	if err != nil {
		return nil, err
	}
	raw := &Raw{Format: FormatSAV}
	if cells := f.Cases * len(f.Variables); cells > maxCells {
		return nil, fault.New("import-too-wide", "columns", itoa(len(f.Variables)), "rows", itoa(f.Cases))
	}
	for i := range f.Variables {
		raw.Columns = append(raw.Columns, described(&f.Variables[i]))
	}
	raw.note(f.Encoding != "", "encoding", "encoding", encodingName(f.Encoding))
	raw.room(f.Cases)
	fills := make([]filler, len(f.Variables))
	for i := range fills {
		fills[i] = filler{column: &raw.Columns[i], variable: &f.Variables[i], known: map[uint64]uint32{}}
	}
	err = f.Scan(func(values []sav.Value) error {
		for i := range values {
			fills[i].add(&values[i])
		}
		if raw.Rows++; raw.Rows%cancelEvery == 0 {
			progress.tell(int64(raw.Rows), int64(f.Cases))
			if raw.Rows*len(fills) > maxCells {
				return fault.New("import-too-wide", "columns", itoa(len(fills)), "rows", itoa(raw.Rows))
			}
			return cancelled(ctx)
		}
		return nil
	})
	return raw, err
}

func encodingName(name string) string {
	if name == "" {
		return "Windows-1252"
	}
	return name
}

// described is the column for a variable, with what the file says of it.
func described(v *sav.Variable) Column {
	c := newColumn(v.Name)
	c.Set = v.Set
	c.Label, c.Dated = v.Label, !v.IsText() && v.Format.IsDate()
	for _, l := range v.Labels {
		code := l.Text
		if !v.IsText() {
			code = numberText(l.Number)
		}
		if code == "" {
			continue
		}
		c.Labels = append(c.Labels, Label{code, l.Label})
		if !v.IsText() && v.Missing.Has(l.Number) {
			c.Missing = append(c.Missing, code)
		}
	}
	for _, n := range v.Missing.Numbers {
		c.addMissing(numberText(n))
	}
	for _, text := range v.Missing.Texts {
		c.addMissing(text)
	}
	return c
}

func (c *Column) addMissing(code string) {
	for _, known := range c.Missing {
		if known == code {
			return
		}
	}
	if code != "" {
		c.Missing = append(c.Missing, code)
	}
}

// filler adds the values of one variable to its column; a number is written
// out the first time it is met.
type filler struct {
	column   *Column
	variable *sav.Variable
	known    map[uint64]uint32
	small    [256]uint32 // of the whole numbers from 0, their value + 1
}

func (f *filler) add(v *sav.Value) {
	c := f.column
	if f.variable.IsText() {
		c.add(v.Text)
		return
	}
	if v.None {
		c.put(0)
		return
	}
	if n := int(v.Number); n >= 0 && n < len(f.small) && float64(n) == v.Number {
		if f.small[n] == 0 {
			f.small[n] = f.number(v.Number) + 1
		}
		c.put(f.small[n] - 1)
		return
	}
	bits := math.Float64bits(v.Number)
	at, ok := f.known[bits]
	if !ok {
		at = f.number(v.Number)
		f.known[bits] = at
	}
	c.put(at)
}

// number is the value for a number not met before.
func (f *filler) number(n float64) uint32 {
	text := numberText(n)
	if f.variable.Format.IsDate() {
		if at, ok := sav.Time(n); ok {
			text = at.Format(time.DateOnly)
			if f.variable.Format.HasTime() {
				text = at.Format(time.DateTime)
			}
		}
	}
	if f.variable.Missing.Range && f.variable.Missing.Has(n) {
		f.column.addMissing(text)
	}
	c := f.column
	if known, ok := c.index[text]; ok {
		return known
	}
	return c.value(text)
}

// numberText writes a number as short as it reads back.
func numberText(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
