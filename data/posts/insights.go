package posts

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"synlig/data/fault"
	"synlig/data/tabular"
)

// Column is what a column of Meta Business Suite's CSV means to us; a Metric's
// own name where it holds figures.
type Column string

// The columns that are not figures.
const (
	IDColumn        Column = "id"
	AddressColumn   Column = "address"
	CaptionColumn   Column = "caption" // may be given twice: Title and Description
	PublishedColumn Column = "published"
	PeriodColumn    Column = "period" // the day that a row counts, or that it counts all
	NoColumn        Column = "none"   // not used
)

// Columns are all that a heading can be mapped to.
func Columns() []Column {
	columns := []Column{IDColumn, AddressColumn, CaptionColumn, PublishedColumn, PeriodColumn}
	for _, m := range Metrics() {
		columns = append(columns, Column(m))
	}
	return append(columns, NoColumn)
}

// Mapping says what the columns with certain headings mean. Its keys are
// headings as Heading writes them.
type Mapping map[string]Column

// Heading is a heading as mappings know it: small letters, single spaces.
func Heading(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(strings.Trim(text, "\ufeff\u200b"))), " "))
}

// known are Meta's headings, in English and in Danish, over the years.
var known = Mapping{
	"post id": IDColumn, "opslags-id": IDColumn, "opslags id": IDColumn, "opslag-id": IDColumn, "id for opslag": IDColumn,
	"permalink": AddressColumn, "post permalink": AddressColumn, "link til opslag": AddressColumn, "permanent link": AddressColumn,
	"title": CaptionColumn, "description": CaptionColumn, "post message": CaptionColumn, "caption": CaptionColumn,
	"titel": CaptionColumn, "beskrivelse": CaptionColumn, "billedtekst": CaptionColumn, "opslagstekst": CaptionColumn,
	"publish time": PublishedColumn, "published": PublishedColumn, "posted": PublishedColumn, "post created": PublishedColumn,
	"udgivelsestidspunkt": PublishedColumn, "udgivet": PublishedColumn, "offentliggørelsestidspunkt": PublishedColumn,
	"date": PeriodColumn, "dato": PeriodColumn,
	"link clicks": Column(LinkClicks), "klik på link": Column(LinkClicks), "klik på links": Column(LinkClicks),
	"linkklik": Column(LinkClicks), "link-klik": Column(LinkClicks),
	"total clicks": Column(Clicks), "clicks": Column(Clicks), "post clicks": Column(Clicks), "klik i alt": Column(Clicks),
	"samlet antal klik": Column(Clicks), "klik": Column(Clicks),
	"reactions": Column(Reactions), "reaktioner": Column(Reactions),
	"comments": Column(Comments), "kommentarer": Column(Comments),
	"shares": Column(Shares), "delinger": Column(Shares),
	"impressions": Column(Impressions), "views": Column(Impressions), "visninger": Column(Impressions), "eksponeringer": Column(Impressions),
}

// GuessMapping maps the headings that Meta is known to use; remembered, what
// somebody chose before, goes first. Every heading gets a column.
func GuessMapping(headings []string, remembered Mapping) Mapping {
	mapping := Mapping{}
	for _, heading := range headings {
		key := Heading(heading)
		switch column, chosen := remembered[key]; {
		case key == "":
		case chosen && slices.Contains(Columns(), column):
			mapping[key] = column
		case known[key] != "":
			mapping[key] = known[key]
		default:
			mapping[key] = NoColumn
		}
	}
	return mapping
}

// What a file or a row of it is refused for.
const (
	FiguresColumns fault.Code = "figures-columns"    // no column tells which post, or none has figures
	FiguresTwice   fault.Code = "figures-twice"      // two columns mean the same; "column"
	FiguresID      fault.Code = "figures-id-damaged" // 1.22158E+17, or its last digits are gone
	FiguresNumber  fault.Code = "figures-number"     // "heading", "value"
	FiguresTime    fault.Code = "figures-time"       // "value"
	FiguresNobody  fault.Code = "figures-unnamed"    // neither id, address nor caption
)

// Told is what a file tells of one post.
type Told struct {
	Row       int // in the file, the headings being 1; the first, where there are several
	ID        string
	Address   string // as FacebookAddress writes it; "" where it is none
	Caption   string
	Published time.Time
	Values    map[Metric]int
}

// Turned is a row that was not taken in, and why.
type Turned struct {
	Row int
	Err error
}

// Insights are what a file says.
type Insights struct {
	Headings []string
	Mapping  Mapping // that was used; to be remembered when somebody agrees
	Told     []Told
	Turned   []Turned
}

// mostTurned is how many refused rows are told one by one.
const mostTurned = 1000

// ReadInsights reads Meta Business Suite's CSV export of a page's posts, in any
// encoding, with Danish or English headings. Rows of one post on several days
// are added up. A row that cannot be trusted is turned away and named, and the
// others are taken in. Codes: FiguresColumns, FiguresTwice and those of
// tabular.Decode and tabular.Scan.
func ReadInsights(data []byte, remembered Mapping) (Insights, error) {
	text, _, err := tabular.Decode(data)
	if err != nil {
		return Insights{}, err
	}
	r := reader{at: map[string]int{}, american: true}
	err = r.scan(text, func(number int, cells [][]byte) error {
		if r.columns == nil {
			return r.head(cells, remembered)
		}
		r.seeDate(cells)
		return nil
	})
	if err == nil && r.columns == nil {
		err = fault.New(FiguresColumns)
	}
	if err != nil {
		return r.Insights, err
	}
	err = r.scan(text, func(number int, cells [][]byte) error {
		if number > r.first {
			r.row(number, cells)
		}
		return nil
	})
	return r.Insights, err
}

// reader reads the rows once for the way dates are written, and once for what
// they say.
type reader struct {
	Insights
	columns  []Column // by place
	first    int      // the row of the headings
	american bool     // 03/02/2015 is 2 March
	at       map[string]int
}

func (r *reader) scan(text string, row func(number int, cells [][]byte) error) error {
	data := []byte(text)
	return tabular.Scan(bytes.NewReader(data), tabular.DetectDialect(data), func(number int, cells [][]byte) error {
		if r.columns == nil {
			r.first = number
		}
		return row(number, cells)
	})
}

// head reads the headings.
func (r *reader) head(cells [][]byte, remembered Mapping) error {
	for _, cell := range cells {
		r.Headings = append(r.Headings, tabular.Repair(string(cell)))
	}
	r.Mapping = GuessMapping(r.Headings, remembered)
	seen := map[Column]bool{}
	r.columns = make([]Column, len(cells))
	for i, heading := range r.Headings {
		column := r.Mapping[Heading(heading)]
		if column == "" || column == NoColumn {
			continue
		}
		if seen[column] && column != CaptionColumn {
			return fault.New(FiguresTwice, "column", string(column))
		}
		seen[column], r.columns[i] = true, column
	}
	named := seen[IDColumn] || seen[AddressColumn] || seen[CaptionColumn]
	figures := slices.ContainsFunc(Metrics(), func(m Metric) bool { return seen[Column(m)] })
	if !named || !figures {
		return fault.New(FiguresColumns)
	}
	return nil
}

// seeDate looks for a date that can only be written the European way.
func (r *reader) seeDate(cells [][]byte) {
	for i, cell := range cells {
		if i < len(r.columns) && r.columns[i] == PublishedColumn {
			if day, _, found := strings.Cut(strings.TrimSpace(string(cell)), "/"); found {
				if n, err := strconv.Atoi(day); err == nil && n > 12 {
					r.american = false
				}
			}
		}
	}
}

// row takes a row in or turns it away.
func (r *reader) row(number int, cells [][]byte) {
	told, dated, err := r.read(number, cells)
	if err != nil {
		if len(r.Turned) < mostTurned {
			r.Turned = append(r.Turned, Turned{number, err})
		}
		return
	}
	key := told.ID
	if key == "" {
		key = told.Address + "\x00" + told.Caption + "\x00" + told.Published.String()
	}
	i, again := r.at[key]
	if !again {
		r.at[key] = len(r.Told)
		r.Told = append(r.Told, told)
		return
	}
	if dated { // one row for each day
		for metric, value := range told.Values {
			r.Told[i].Values[metric] += value
		}
		return
	}
	maps.Copy(r.Told[i].Values, told.Values) // the same total told again
}

// read reads one row. dated tells that it counts one day only.
func (r *reader) read(number int, cells [][]byte) (t Told, dated bool, err error) {
	t = Told{Row: number, Values: map[Metric]int{}}
	for i, raw := range cells {
		if i >= len(r.columns) || r.columns[i] == "" {
			continue
		}
		cell := strings.TrimSpace(string(raw))
		switch column := r.columns[i]; column {
		case IDColumn:
			if t.ID, err = readID(cell); err != nil {
				return t, false, err
			}
		case AddressColumn:
			t.Address, _ = FacebookAddress(cell)
		case CaptionColumn:
			if t.Caption == "" {
				t.Caption = tabular.Repair(cell)
			}
		case PublishedColumn:
			if t.Published, err = readTime(cell, r.american); err != nil {
				return t, false, err
			}
		case PeriodColumn:
			dated = strings.ContainsAny(cell, "0123456789")
		default:
			value, told, ok := readCount(cell)
			if !ok {
				return t, false, fault.New(FiguresNumber, "heading", r.Headings[i], "value", clip(cell))
			}
			if told {
				t.Values[Metric(column)] = value
			}
		}
	}
	if t.ID == "" && t.Address == "" && t.Caption == "" {
		return t, false, fault.New(FiguresNobody)
	}
	return t, dated, nil
}

// clip keeps a value short enough for a sentence.
func clip(value string) string {
	if runes := []rune(value); len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return value
}
