// Package chart draws the office's charts as one small scene of rectangles,
// lines, texts and hatches, which several back ends show: SVG and PNG here, the
// paper through data/bilag, the window through screens/kit. Screen and print
// cannot differ, and tests compare scenes, not pixels. It knows no survey and no
// Danish: words, shares and the width of text come as arguments.
//
// Lengths are in points on paper and in units of scale 1 on the screen; y grows
// downwards.
package chart

// Color is an opaque colour.
type Color struct{ R, G, B uint8 }

// Kind is what a shape is.
type Kind uint8

// The kinds of shapes.
const (
	Rectangle Kind = iota
	Line           // from (X, Y) to (X+Width, Y+Height)
	Text           // its baseline at Y; X is where Align says
	Hatch          // diagonal lines within the box: what is hidden
)

// Align is which point of a text stands at X.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Middle
	Right
)

// Role says what a colour is for, so that a dark screen may put its own in
// place of all but Data.
type Role uint8

// The roles.
const (
	Data   Role = iota // the shape's own colour means something: keep it
	Ink                // text
	Quiet              // text of less weight
	Rule               // axes and grid
	Strong             // heavier rules and whiskers
	Paper              // the ground
)

// Box is a place in the scene.
type Box struct{ X, Y, Width, Height float64 }

// Shape is one thing to draw, in the order of the scene.
type Shape struct {
	Kind Kind
	Box
	// Fill is the colour of a Rectangle's inside and of a Text; NoFill leaves
	// the inside of a Rectangle open.
	Fill   Color
	NoFill bool
	// Stroke is the colour of a Line, a Hatch and a Rectangle's outline, Weight
	// its width; 0 is no outline.
	Stroke Color
	Weight float64
	Role   Role

	Text  string
	Size  float64 // of type
	Bold  bool
	Align Align
}

// Area is a part of the scene that has something to say when it is hovered over,
// focused or read aloud.
type Area struct {
	Box
	Says string // a full sentence
}

// Table is what the chart shows, as text. It stands under the chart and is what
// a screen reader reads instead of it.
type Table struct {
	Caption string
	Columns []string
	Rows    [][]string // each as long as Columns; the first cell names the row
}

// Scene is a chart ready to be shown.
type Scene struct {
	Width, Height float64
	Shapes        []Shape
	Areas         []Area // in reading order, a bar or segment each
	// Alt is the chart in one or two sentences.
	Alt   string
	Table Table
}

// Measure is the width of a text in a type of that size.
type Measure func(text string, size float64, bold bool) float64
