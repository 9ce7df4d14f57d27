package console

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"synlig/data/danish"
	"synlig/data/links"
	"synlig/screens/words"
)

// checkedText is a text and all that was found in it. What it prints and writes
// holds no personal data: words are taken from the masked text.
type checkedText struct {
	text   string
	report danish.Report
	links  []links.Found
	sites  links.Sites // the office's own
}

// checkReport is the JSON of synlig tjek. Positions are runes of the text as it
// was read.
type checkReport struct {
	Hints     []hintReport     `json:"hints"`
	Personal  []personalReport `json:"personal_data"`
	LIX       *float64         `json:"lix"` // null where the text is too short for one
	Words     int              `json:"words"`
	Sentences int              `json:"sentences"`
	LongWords int              `json:"long_words"`
	Links     []linkReport     `json:"links"`
}

type hintReport struct {
	Code string `json:"code"`
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"` // the sentence that a person reads
	Mend string `json:"mend"` // what to write instead, "" when a person must think
}

type personalReport struct {
	Kind  danish.Kind  `json:"kind"`
	Level danish.Level `json:"level"`
	From  int          `json:"from"`
	To    int          `json:"to"`
	Match string       `json:"match"`
}

type linkReport struct {
	From     int      `json:"from"`
	To       int      `json:"to"`
	Text     string   `json:"text"`     // as it stands there
	Address  string   `json:"address"`  // cleaned; "" when it is none
	Changed  bool     `json:"changed"`  // cleaning took something away
	Warnings []string `json:"warnings"` // codes
}

func (c checkedText) json() checkReport {
	r := c.report.Readability
	report := checkReport{
		Hints: []hintReport{}, Personal: []personalReport{}, Links: []linkReport{},
		Words: r.Words, Sentences: r.Sentences, LongWords: r.LongWords,
	}
	if r.Shown() {
		lix := math.Round(100*r.LIX) / 100
		report.LIX = &lix
	}
	for _, h := range c.hints() {
		report.Hints = append(report.Hints, hintReport{string(h.Code), h.From, h.To, words.Hint(h), h.Mend})
	}
	for _, f := range c.report.Personal {
		report.Personal = append(report.Personal, personalReport{f.Kind, f.Level, f.From, f.To, f.Match})
	}
	for _, l := range c.links {
		report.Links = append(report.Links, linkReportOf(l, c.sites))
	}
	return report
}

func linkReportOf(l links.Found, own links.Sites) linkReport {
	report := linkReport{From: l.From, To: l.To, Text: l.Text, Warnings: []string{}}
	if cleaned, err := links.Clean(l.Address); err == nil {
		report.Address, report.Changed = cleaned.Address, cleaned.Changed()
	}
	for _, w := range links.Warnings(l.Address, own) {
		report.Warnings = append(report.Warnings, w.Code)
	}
	return report
}

// hints are those of the report with the words of the masked text.
func (c checkedText) hints() []danish.Hint {
	masked := []rune(danish.Mask(c.text, c.report.Personal))
	hints := make([]danish.Hint, len(c.report.Hints))
	for i, h := range c.report.Hints {
		args := map[string]string{}
		for name, value := range h.Args {
			args[name] = value
		}
		h.Words = string(masked[h.From:h.To])
		args["words"] = strings.Join(strings.Fields(h.Words), " ")
		h.Args = args
		hints[i] = h
	}
	return hints
}

// tell prints what was found for people, gravest first.
func (c checkedText) tell(out io.Writer) error {
	p := &printer{out: out, lines: newLineFinder(c.text)}
	for _, level := range []danish.Level{danish.Red, danish.Yellow} {
		p.head("check-" + string(level))
		for _, f := range c.report.Personal {
			if f.Level == level {
				p.item(f.From, words.FindName(f.Kind)+" "+f.Match+". "+words.Find(f, f.Match))
			}
		}
	}
	p.head("check-language")
	for _, h := range c.hints() {
		p.item(h.From, words.Hint(h))
	}
	p.head("check-links")
	for _, l := range c.links {
		p.item(l.From, linkLine(l, c.sites))
	}
	p.line("")
	p.line(c.counts())
	p.line(words.Text("danish.names"))
	return p.err
}

// linkLine is an address as it was found, and what is odd about it.
func linkLine(l links.Found, own links.Sites) string {
	parts := []string{l.Text}
	if cleaned, err := links.Clean(l.Address); err == nil && cleaned.Changed() {
		parts = append(parts, words.Text("console.check-cleaned", "address", cleaned.Shown))
	}
	for _, w := range links.Warnings(l.Address, own) {
		args := []string{}
		for name, value := range w.Args {
			args = append(args, name, value)
		}
		parts = append(parts, words.Text("links.warn-"+w.Code, args...))
	}
	return strings.Join(parts, " ")
}

func (c checkedText) counts() string {
	r := c.report.Readability
	return strings.Join([]string{
		words.Count("console.check-words", r.Words),
		words.Count("console.check-sentences", r.Sentences),
		words.Count("console.check-long", r.LongWords),
	}, ", ") + ". " + words.Readability(r) + "."
}

// printer prints headings only where something stands under them.
type printer struct {
	out     io.Writer
	lines   *lineFinder
	heading string
	began   bool
	err     error
}

func (p *printer) head(key string) { p.heading = key }

func (p *printer) item(at int, text string) {
	if p.heading != "" {
		if p.began {
			p.line("")
		}
		p.line(words.Text("console." + p.heading))
		p.heading = ""
	}
	line, column := p.lines.find(at)
	p.line("  " + words.Text("console.check-place", "line", strconv.Itoa(line), "column", strconv.Itoa(column)) + " " + text)
}

func (p *printer) line(text string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.out, text)
		p.began = true
	}
}

// lineFinder finds lines and columns, both from 1, of places in runes.
type lineFinder struct{ starts []int }

func newLineFinder(text string) *lineFinder {
	f := &lineFinder{starts: []int{0}}
	n := 0
	for _, r := range text {
		n++
		if r == '\n' {
			f.starts = append(f.starts, n)
		}
	}
	return f
}

func (f *lineFinder) find(at int) (line, column int) {
	low, high := 0, len(f.starts)
	for high-low > 1 {
		if middle := (low + high) / 2; f.starts[middle] <= at {
			low = middle
		} else {
			high = middle
		}
	}
	return low + 1, at - f.starts[low] + 1
}
