package posts

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"synlig/data/fault"
)

// english is a page's export as Meta writes it: US dates, quotes with line
// breaks, the caption in Title or in Description.
const english = `Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink,Is crosspost,Post type,Date,Impressions,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks,Link Clicks
122158000000000017,900,Kontoret,"Sådan fik en borger svar.

Læs mere her",,0,03/02/2015 10:00,,https://www.facebook.com/kontor/posts/122158000000000017,0,Links,Lifetime,"1,204",900,33,20,10,3,75,41
122158000000000029,900,Kontoret,,"Han sagde ""tak"", og det var det.",12,11/24/2014 08:30,,https://www.facebook.com/kontor/posts/pfbid02abc,0,Photos,Lifetime,310,,4,4,0,0,9,
`

func utf16le(text string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return out
}

func TestReadInsights(t *testing.T) {
	want := []Told{
		{Row: 2, ID: "122158000000000017", Address: "https://www.facebook.com/kontor/posts/122158000000000017",
			Caption: "Sådan fik en borger svar.\n\nLæs mere her", Published: at("2015-03-02 10:00").UTC(),
			Values: map[Metric]int{LinkClicks: 41, Clicks: 75, Reactions: 20, Comments: 10, Shares: 3, Impressions: 1204}},
		{Row: 3, ID: "122158000000000029", Address: "https://www.facebook.com/kontor/posts/pfbid02abc",
			Caption: `Han sagde "tak", og det var det.`, Published: at("2014-11-24 08:30").UTC(),
			Values: map[Metric]int{Clicks: 9, Reactions: 4, Comments: 0, Shares: 0, Impressions: 310}},
	}
	for name, data := range map[string][]byte{
		"UTF-8":          []byte(english),
		"with BOM":       []byte("\ufeff" + english),
		"UTF-16":         utf16le(english),
		"CRLF":           []byte(strings.ReplaceAll(english, "\n", "\r\n")),
		"read as Latin":  []byte(strings.NewReplacer("å", "Ã¥", "æ", "Ã¦").Replace(english)),
		"with semicolon": []byte(semicolons(english)),
		"Windows-1252":   []byte(strings.NewReplacer("å", "\xe5", "æ", "\xe6").Replace(english)),
	} {
		got, err := ReadInsights(data, nil)
		if err != nil || len(got.Turned) > 0 {
			t.Errorf("%s: %v, %v", name, err, got.Turned)
			continue
		}
		if !reflect.DeepEqual(got.Told, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got.Told, want)
		}
	}
}

// semicolons writes the example as a Danish Excel saves it.
func semicolons(text string) string {
	var out strings.Builder
	quoted := false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == ',' && !quoted {
			r = ';'
		}
		out.WriteRune(r)
	}
	return out.String()
}

func TestDanishHeadings(t *testing.T) {
	const file = "\"Opslags-id\";\"Titel\";\"Udgivelsestidspunkt\";\"Permalink\";\"Dato\";\"Visninger\";\"Klik på link\"\r\n" +
		"17;\"Hej\";\"24-11-2014 08.30\";\"https://www.facebook.com/a/posts/17\";\"Levetid\";\"1.204\";\"7\"\r\n"
	got, err := ReadInsights([]byte(file), nil)
	if err != nil || len(got.Told) != 1 || len(got.Turned) != 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	told := got.Told[0]
	if told.Values[LinkClicks] != 7 || told.Values[Impressions] != 1204 || !told.Published.Equal(at("2014-11-24 08:30")) {
		t.Errorf("%+v", told)
	}
}

func TestTheMappingIsRemembered(t *testing.T) {
	const file = "Nummer,Tryk\n17,5\n"
	if _, err := ReadInsights([]byte(file), nil); !fault.Is(err, FiguresColumns) {
		t.Errorf("unknown headings: %v", err)
	}
	chosen := Mapping{Heading(" NUMMER "): IDColumn, "tryk": Column(LinkClicks), "andet": "ukendt"}
	got, err := ReadInsights([]byte(file), chosen)
	if err != nil || len(got.Told) != 1 || got.Told[0].Values[LinkClicks] != 5 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := ReadInsights([]byte("Post ID,Link clicks,Linkklik\n1,2,3\n"), nil); !fault.Is(err, FiguresTwice) {
		t.Errorf("two columns for one thing: %v", err)
	}
}

func TestRowsThatCannotBeTrusted(t *testing.T) {
	const head = "Post ID,Title,Publish time,Link clicks\n"
	for row, want := range map[string]fault.Code{
		"1.22158E+17,a,,1":                FiguresID,
		"\"1,22158E+17\",a,,1":            FiguresID,
		"1e17,a,,1":                       FiguresID,
		"122158000000000000,a,,1":         FiguresID, // a spreadsheet's fifteen digits
		"12a,a,,1":                        FiguresID,
		"122158000000000017,a,,1":         "",
		"900_122158000000000017,a,,1":     "",
		"\"=\"\"17\"\"\",a,,1":            "",
		"'17,a,,1":                        "",
		"17,a,,-1":                        FiguresNumber,
		"17,a,,mange":                     FiguresNumber,
		"17,a,,1.5":                       FiguresNumber,
		"17,a,,12.0":                      "",
		"17,a,,99999999999":               FiguresNumber,
		"17,a,,":                          "",
		"17,a,i går,1":                    FiguresTime,
		"17,a,02/30/2015,1":               FiguresTime,
		"17,a,2015-03-02T10:00:00+0000,1": "",
		",,,1":                            FiguresNobody,
		"17":                              "",
		"17,a,,1,2,3,4":                   "",
	} {
		got, err := ReadInsights([]byte(head+row+"\n"), nil)
		if err != nil {
			t.Errorf("%q: %v", row, err)
			continue
		}
		var code fault.Code
		if len(got.Turned) == 1 {
			code = fault.CodeOf(got.Turned[0].Err)
			if got.Turned[0].Row != 2 {
				t.Errorf("%q: row %d", row, got.Turned[0].Row)
			}
		}
		if code != want || (want == "") != (len(got.Told) == 1) {
			t.Errorf("%q: %q, %d told; want %q", row, code, len(got.Told), want)
		}
	}
}

func TestRowsOfOneDayEachAreAddedUp(t *testing.T) {
	const file = "Post ID,Date,Link clicks,Shares\n17,11/24/2014,3,1\n17,11/25/2014,4,\n18,Lifetime,9,\n18,Lifetime,9,\n"
	got, err := ReadInsights([]byte(file), nil)
	if err != nil || len(got.Told) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	if a, b := got.Told[0].Values, got.Told[1].Values; a[LinkClicks] != 7 || a[Shares] != 1 || b[LinkClicks] != 9 {
		t.Errorf("%v, %v", a, b)
	}
}

func TestDatesAreReadTheWayTheFileWritesThem(t *testing.T) {
	const head = "Post ID,Publish time,Link clicks\n"
	for rows, want := range map[string]string{
		"1,03/02/2015 10:00,1":                       "2015-03-02 10:00",
		"1,3/2/2015 3:04 PM,1":                       "2015-03-02 15:04",
		"1,03/02/2015 10:00,1\n2,24/02/2015 10:00,1": "2015-02-03 10:00", // the second row tells
		"1,2.3.2015 10.00,1":                         "2015-03-02 10:00",
		"1,2015-03-02 10:00:00,1":                    "2015-03-02 10:00",
	} {
		got, err := ReadInsights([]byte(head+rows), nil)
		if err != nil || len(got.Turned) > 0 || !got.Told[0].Published.Equal(at(want)) {
			t.Errorf("%q: %+v, %v, %v", rows, got.Told, got.Turned, err)
		}
	}
}

func TestMatch(t *testing.T) {
	post := func(id int64, address, text string) Post {
		return Post{ID: id, Address: address, Content: Content{Text: text}, Published: noon}
	}
	all := []Post{
		post(1, "https://www.facebook.com/kontor/posts/101", "Et"),
		post(2, "https://www.facebook.com/permalink.php?id=9&story_fbid=102", "To"),
		post(3, "", "Et råd, der er langt nok til, at begyndelsen står for det hele: ring til os."),
		post(4, "", "Samme ord"),
		post(5, "", "Samme ord"),
		{ID: 6, Content: Content{Text: "Udkast"}},
	}
	told := []Told{
		{Row: 2, Address: "https://www.facebook.com/kontor/posts/101", ID: "999"},
		{Row: 3, ID: "102", Address: "https://www.facebook.com/kontor/posts/pfbid7"},
		{Row: 4, Caption: "ET RÅD, der er langt nok til – at begyndelsen …", Published: noon.Add(9 * time.Hour)},
		{Row: 5, Caption: "Samme ord", Published: noon},
		{Row: 6, Caption: "Udkast"},
		{Row: 7, ID: "101"},
		{Row: 8, Caption: "Et", Published: noon.AddDate(0, 0, 9)},
	}
	pairs, left := Match(told, all)
	got := ""
	for _, p := range pairs {
		got += fmt.Sprintf("%d→%d %s; ", p.Told.Row, p.Post, p.How)
	}
	if got != "2→1 address; 3→2 id; 4→3 caption; " || len(left) != 4 {
		t.Errorf("pairs %s, left %v", got, left)
	}
}

func TestMonths(t *testing.T) {
	told := map[int64]Figures{1: {Post: 1, Values: map[Metric]int{LinkClicks: 3}}, 2: {Post: 2, Values: map[Metric]int{LinkClicks: 4, Shares: 1}}}
	months := Months([]Brief{
		{ID: 1, Published: at("2014-11-30 23:30")}, {ID: 2, Published: at("2014-11-01 00:10")},
		{ID: 3, Published: at("2015-02-01 00:10")}, {ID: 4, Planned: at("2016-01-01 00:00")},
	}, told, at("2015-01-01 00:00").Location())
	if len(months) != 4 || months[0].Posts != 2 || months[0].Values[LinkClicks] != 7 || months[1].Posts != 0 || months[3].Told != 0 {
		t.Errorf("%+v", months)
	}
	if Months(nil, nil, time.UTC) != nil {
		t.Error("months of nothing")
	}
}

func FuzzReadInsights(f *testing.F) {
	f.Add([]byte(english))
	f.Add(utf16le(english))
	f.Add([]byte("Post ID,Date,Link clicks\n1.2E+17,x,1\n\"a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ReadInsights(data, nil)
		if err != nil {
			if fault.CodeOf(err) == fault.Internal {
				t.Fatalf("an error without a code: %v", err)
			}
			return
		}
		for _, told := range got.Told {
			if told.Row < 2 || told.ID == "" && told.Address == "" && told.Caption == "" {
				t.Fatalf("%+v", told)
			}
			for metric, value := range told.Values {
				if value < 0 {
					t.Fatalf("%s is %d", metric, value)
				}
			}
		}
	})
}

func BenchmarkReadInsights(b *testing.B) {
	var file strings.Builder
	head, rest, _ := strings.Cut(english, "\n")
	file.WriteString(head + "\n")
	for range 50_000 {
		file.WriteString(rest)
	}
	data := []byte(file.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := ReadInsights(data, nil); err != nil {
			b.Fatal(err)
		}
	}
}
