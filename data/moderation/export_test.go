package moderation

import (
	"strings"
	"testing"

	"synlig/data/fault"
)

func TestReadExport(t *testing.T) {
	for name, data := range map[string]string{
		"CSV":           "Opslag;Kommentar;Tid;Navn\nSvartider;\"LÃ¸ye, \"\"hej\"\"\nto linjer\";2026-11-02 10:15;Et Navn\n;;;\n",
		"English CSV":   "\ufeffPost Title,Comment Text,Created Time\r\nSvartider,\"Løye, \"\"hej\"\"\nto linjer\",2026-11-02T10:15:00Z\r\n",
		"Facebook JSON": `{"comments_v2":[{"timestamp":1793614500,"title":"Svartider","data":[{"comment":{"comment":"L\u00c3\u00b8ye, \"hej\"\nto linjer","author":"Et Navn"}}]}]}`,
		"flat JSON":     `[{"post":"Svartider","created_time":"2026-11-02T10:15:00+0000","message":"Løye, \"hej\"\nto linjer"}]`,
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := ReadExport([]byte(data), nil)
			if err != nil || len(rows) != 1 {
				t.Fatalf("%v %v", rows, err)
			}
			r := rows[0]
			if r.Text != "Løye, \"hej\"\nto linjer" || r.Post != "Svartider" || r.Seen.Format("2006-01-02 15:04") != "2026-11-02 10:15" {
				t.Errorf("%+v", r)
			}
		})
	}
}

func TestReadExportWithoutColumns(t *testing.T) {
	for data, code := range map[string]fault.Code{
		"Navn;By\nA;B\n":            ExportColumns,
		"{\"a\":1}":                 ExportColumns,
		"{\"a\":":                   ExportUnreadable,
		strings.Repeat("[", 100000): ExportUnreadable,
	} {
		if rows, err := ReadExport([]byte(data), nil); !fault.Is(err, code) {
			t.Errorf("%.20q: %v, %v", data, rows, err)
		}
	}
	rows, err := ReadExport([]byte("A;B\nx;kun ord\n"), &Columns{Text: 1, Post: -1, Address: 9, Seen: -1})
	if err != nil || len(rows) != 1 || rows[0].Text != "kun ord" || rows[0].Address != "" || !rows[0].Seen.IsZero() {
		t.Errorf("%+v %v", rows, err)
	}
	if _, err := ReadExport([]byte("A;B\nx;y\n"), &Columns{Text: 7}); !fault.Is(err, ExportColumns) {
		t.Error(err)
	}
}

func FuzzReadExport(f *testing.F) {
	for _, seed := range []string{"Kommentar\nhej\n", `{"comments_v2":[{"comment":"x"}]}`, "[[[[", "\xff\xfeK\x00", "Kommentar;Tid\n\"hej;1793614500"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := ReadExport(data, nil)
		if err != nil && len(rows) != 0 {
			t.Fatal("rows and an error")
		}
		for _, r := range rows {
			if strings.TrimSpace(r.Text) == "" {
				t.Fatalf("a row without a comment: %+v", r)
			}
		}
	})
}
