package pdfua

import "synlig/data/bilag/pdfua/rawpdf"

// operandCounts are the operators of ISO 32000-1, annex A, with their number of
// operands; −1 where it varies.
var operandCounts = map[rawpdf.Keyword]int{
	"b": 0, "B": 0, "b*": 0, "B*": 0, "f": 0, "F": 0, "f*": 0, "s": 0, "S": 0, "n": 0, "W": 0, "W*": 0, "h": 0,
	"re": 4, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "q": 0, "Q": 0, "cm": 6,
	"w": 1, "J": 1, "j": 1, "M": 1, "d": 2, "ri": 1, "i": 1, "gs": 1,
	"BT": 0, "ET": 0, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Tf": 2, "Tr": 1, "Ts": 1,
	"Td": 2, "TD": 2, "Tm": 6, "T*": 0, "Tj": 1, "TJ": 1, "'": 1, "\"": 3, "d0": 2, "d1": 6,
	"CS": 1, "cs": 1, "SC": -1, "sc": -1, "SCN": -1, "scn": -1, "G": 1, "g": 1, "RG": 3, "rg": 3, "K": 4, "k": 4,
	"sh": 1, "Do": 1, "MP": 1, "DP": 2, "BMC": 1, "BDC": 2, "EMC": 0, "BX": 0, "EX": 0,
}

// operate carries out one operator.
func (r *runner) operate(op rawpdf.Keyword, args []rawpdf.Object) {
	count, known := operandCounts[op]
	if !known {
		r.c.flag("A 6.2.2", "operator-unknown", r.where, "%.20q", string(op))
		return
	}
	if count >= 0 && count != len(args) {
		r.c.flag("A 6.2.2", "operands", r.where, "%s with %d operands", op, len(args))
		return
	}
	switch op {
	case "f", "F", "f*", "B", "B*", "b", "b*", "s", "S":
		r.paint(string(op))
	case "sh":
		r.paint(string(op))
		r.c.flag("own 6", "shading", r.where, "a shading, which the papers do not use")
	case "Do":
		r.do(args[0])
	case "BMC", "BDC":
		tag, _ := args[0].(rawpdf.Name)
		var d rawpdf.Dict
		if op == "BDC" {
			d = r.properties(args[1])
		}
		r.open(tag, d)
	case "EMC":
		r.close()
	case "q", "Q", "cm", "gs", "ri":
		r.graphics(op, args)
	case "K", "k", "CS", "cs":
		r.colour(op, args)
	default:
		r.textOperator(op, args)
	}
}

// colour allows the device spaces of the output intent and grey.
func (r *runner) colour(op rawpdf.Keyword, args []rawpdf.Object) {
	if op == "K" || op == "k" {
		r.c.flag("A 6.2.4.3", "device-cmyk", r.where, "operator %s, but the output intent is RGB", op)
		return
	}
	n, _ := args[0].(rawpdf.Name)
	if o := r.c.dict(r.resources["ColorSpace"])[n]; o != nil {
		r.colourSpace(o)
	} else {
		r.colourSpace(n)
	}
}

func (r *runner) colourSpace(o rawpdf.Object) {
	if !r.c.deviceSpace(o, 0) {
		r.c.flag("A 6.2.4", "colour-space", r.where, "colour space %.60s", describe(r.c.get(o)))
	}
}

// deviceSpace tells whether colours are device RGB or grey, directly or through
// an index.
func (c *checker) deviceSpace(o rawpdf.Object, depth int) bool {
	switch v := c.get(o).(type) {
	case rawpdf.Name:
		return v == "DeviceRGB" || v == "DeviceGray" || v == "RGB" || v == "G"
	case rawpdf.Array:
		if len(v) == 4 && depth < 2 && (c.name(v[0]) == "Indexed" || c.name(v[0]) == "I") {
			return c.deviceSpace(v[1], depth+1)
		}
		return len(v) == 1 && depth < 2 && c.deviceSpace(v[0], depth+1)
	}
	return false
}
