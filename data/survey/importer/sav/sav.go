// Package sav reads the data files of SPSS, .sav and .zsav: the variables with
// their labels, the values' labels and missing values, and the cases. It covers
// what the format's description by the PSPP project lists as in use (record
// types 2, 3, 4, 6, 7 and 999; data uncompressed, as bytecode and as zlib
// blocks; both byte orders), and refuses what it cannot read rather than
// guessing. It writes nothing and knows nothing of surveys.
//
// Source: "System File Format", PSPP Developers Guide,
// https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html
package sav

import (
	"io"
	"math"
	"time"

	"synlig/data/fault"
)

// File is a file's dictionary. The cases are read by Scan.
type File struct {
	Variables []Variable
	Cases     int // as the file says; -1 where it does not
	Encoding  string
	Product   string // the program that wrote it
	Label     string // of the file
	Written   time.Time

	in     io.ReaderAt
	size   int64
	layout layout
}

// Variable is one variable: a long string is one, however many pieces it is
// kept in.
type Variable struct {
	Name    string
	Label   string
	Width   int // bytes of a string's value; 0 for a number
	Format  Format
	Labels  []Label
	Missing Missing
	// Set is the name of the multiple response set the variable belongs to, ""
	// for none.
	Set string

	segments []segment
}

// IsText tells whether the values are strings.
func (v *Variable) IsText() bool { return v.Width > 0 }

// Label is what a value stands for. Number or Text, by the variable's kind.
type Label struct {
	Number float64
	Text   string
	Label  string
}

// Missing are the values that the file says are no answer.
type Missing struct {
	Numbers   []float64
	Texts     []string
	Low, High float64 // a range, where Range is set
	Range     bool
}

// Has tells whether a number is one of them.
func (m *Missing) Has(n float64) bool {
	for _, v := range m.Numbers {
		if v == n {
			return true
		}
	}
	return m.Range && n >= m.Low && n <= m.High
}

// Format is how SPSS shows a value.
type Format struct{ Type, Width, Decimals int }

// IsDate tells whether a number is a day: seconds since 14 October 1582.
func (f Format) IsDate() bool {
	switch f.Type {
	case 20, 22, 23, 24, 28, 29, 30, 38, 39, 41: // DATE DATETIME JDATE ADATE MOYR QYR WKYR EDATE SDATE YMDHMS
		return true
	}
	return false
}

// HasTime tells whether the date has a time of day.
func (f Format) HasTime() bool { return f.Type == 22 || f.Type == 41 }

// epoch is the day SPSS counts seconds from, the first of the Gregorian
// calendar.
var epoch = time.Date(1582, 10, 14, 0, 0, 0, 0, time.UTC)

// Time is the moment that a date's number stands for.
func Time(seconds float64) (time.Time, bool) {
	if math.IsNaN(seconds) || seconds < 0 || seconds > 3e11 {
		return time.Time{}, false
	}
	days := math.Floor(seconds / 86400)
	return epoch.AddDate(0, 0, int(days)).Add(time.Duration(math.Round(seconds-days*86400)) * time.Second), true
}

// Value is a cell of a case.
type Value struct {
	Number float64 // of a number
	Text   []byte  // of a string, in UTF-8 without the spaces at its end; good until the next case
	// None is a number that SPSS calls system-missing: there is no value.
	None bool
}

// The codes of what can be wrong. Broken carries "at", the place in the file.
const (
	Foreign     fault.Code = "sav-foreign"     // no SPSS data file
	Broken      fault.Code = "sav-broken"      // breaks off, or contradicts itself
	Unsupported fault.Code = "sav-unsupported" // encrypted, or of another age
)
