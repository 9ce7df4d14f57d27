package rawpdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

var errBudget = errors.New("streams grow beyond what this reader unpacks")

// Filters are the names of a stream's filters, in the order they are undone.
func (f *File) Filters(s *Stream) []Name {
	var out []Name
	switch v := f.Resolve(s.Dict["Filter"]).(type) {
	case Name:
		out = append(out, v)
	case Array:
		for _, o := range v {
			n, _ := f.Resolve(o).(Name)
			out = append(out, n)
		}
	}
	return out
}

// Decode undoes Flate and ASCIIHex with their predictors. It fails for other
// filters, for damaged data, and when a file's streams grow beyond the bounds
// above, which a bomb does.
func (f *File) Decode(s *Stream) ([]byte, error) {
	data := s.Raw
	filters := f.Filters(s)
	if len(filters) > 4 {
		return nil, errors.New("more than four filters")
	}
	for i, name := range filters {
		var err error
		switch name {
		case "FlateDecode", "Fl":
			if data, err = f.inflate(data); err == nil {
				data, err = unpredict(data, f.parameters(s, i))
			}
		case "ASCIIHexDecode", "AHx":
			l := &Lexer{data: append([]byte("<"), data...), note: func(string, string) {}}
			data = []byte(l.hex().(String))
		default:
			err = fmt.Errorf("filter %s is not known here", name)
		}
		if err != nil {
			return nil, err
		}
	}
	if f.budget -= len(data); f.budget < 0 {
		f.budget = 0
		return nil, errBudget
	}
	return data, nil
}

func (f *File) parameters(s *Stream, i int) Dict {
	switch v := f.Resolve(s.Dict["DecodeParms"]).(type) {
	case Dict:
		return v
	case Array:
		if i < len(v) {
			d, _ := f.Resolve(v[i]).(Dict)
			return d
		}
	}
	return nil
}

func (f *File) inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	limit := min(f.budget, maxStream)
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, err
	}
	if n > int64(limit) {
		return nil, errBudget
	}
	return out.Bytes(), nil
}

// unpredict undoes the PNG predictors and TIFF's for whole bytes
// (ISO 32000-1, 7.4.4.4).
func unpredict(data []byte, d Dict) ([]byte, error) {
	number := func(key Name, or int) int {
		if v, ok := d[key].(int); ok {
			return v
		}
		return or
	}
	predictor := number("Predictor", 1)
	if predictor == 1 {
		return data, nil
	}
	colors, bits, columns := number("Colors", 1), number("BitsPerComponent", 8), number("Columns", 1)
	if colors < 1 || colors > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<20 {
		return nil, errors.New("bad predictor parameters")
	}
	pixel, row := max(1, colors*bits/8), (colors*bits*columns+7)/8
	switch {
	case predictor == 2 && bits == 8:
		for start := 0; start+row <= len(data); start += row {
			for i := start + pixel; i < start+row; i++ {
				data[i] += data[i-pixel]
			}
		}
		return data, nil
	case predictor >= 10 && predictor <= 15:
		return unPNG(data, pixel, row)
	}
	return nil, fmt.Errorf("predictor %d is not known here", predictor)
}

func unPNG(data []byte, pixel, row int) ([]byte, error) {
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 0 {
		kind := data[0]
		line := data[1:min(len(data), 1+row)]
		data = data[1+len(line):]
		for i := range line {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], above[i-pixel]
			}
			switch kind {
			case 0:
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			default:
				return nil, errors.New("bad PNG predictor row")
			}
		}
		out = append(out, line...)
		copy(above, line)
	}
	return out, nil
}

// paeth predicts from three neighbours (PNG specification, 9.4).
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	dl, du, dc := abs(p-int(left)), abs(p-int(up)), abs(p-int(corner))
	switch {
	case dl <= du && dl <= dc:
		return left
	case du <= dc:
		return up
	}
	return corner
}

func abs(n int) int { return max(n, -n) }
