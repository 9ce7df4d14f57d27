package links

import (
	"bytes"
	"compress/gzip"
	"reflect"
	"strings"
	"testing"

	"synlig/data/fault"
)

const urlset = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
 <url><loc> https://www.kk.dk/diskrimination/hvad-er-diskrimination </loc><lastmod>2014-05-14</lastmod></url>
 <url><loc>https://www.kk.dk/saadan_goer_du.html?a=1&amp;fbclid=2</loc><image:image><image:loc>https://www.kk.dk/i.png</image:loc></image:image></url>
 <url><loc>https://www.kk.dk/</loc></url>
 <url><loc>https://www.kk.dk/</loc></url>
 <url><loc>https://www.kk.dk/%C3%A5bent-hus</loc></url>
 <url><loc>javascript:alert(1)</loc></url>
</urlset>`

func TestReadSitemap(t *testing.T) {
	want := []Page{
		{Title: "Hvad er diskrimination", Address: "https://www.kk.dk/diskrimination/hvad-er-diskrimination"},
		{Title: "Saadan goer du", Address: "https://www.kk.dk/saadan_goer_du.html?a=1"},
		{Title: "www.kk.dk", Address: "https://www.kk.dk/"},
		{Title: "Åbent hus", Address: "https://www.kk.dk/%C3%A5bent-hus"},
	}
	for name, data := range map[string][]byte{"plain": []byte(urlset), "packed": packed([]byte(urlset)), "with a mark": []byte("\uFEFF" + urlset)} {
		got, err := ReadSitemap(data)
		if err != nil || !reflect.DeepEqual(got.Pages, want) || got.Refused != 1 || len(got.Maps) > 0 {
			t.Errorf("%s: %+v %v", name, got, err)
		}
	}
}

func TestReadSitemapIndex(t *testing.T) {
	got, err := ReadSitemap([]byte(`<sitemapindex><sitemap><loc>https://www.kk.dk/sitemap-1.xml.gz</loc></sitemap><sitemap><loc>https://www.kk.dk/sitemap-2.xml</loc></sitemap></sitemapindex>`))
	if err != nil || !reflect.DeepEqual(got.Maps, []string{"https://www.kk.dk/sitemap-1.xml.gz", "https://www.kk.dk/sitemap-2.xml"}) {
		t.Errorf("%+v %v", got, err)
	}
}

func TestReadSitemapRefuses(t *testing.T) {
	latin := []byte("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><urlset><url><loc>https://www.kk.dk/s\xF8g</loc></url></urlset>")
	if got, err := ReadSitemap(latin); err != nil || got.Pages[0].Address != "https://www.kk.dk/s%C3%B8g" {
		t.Errorf("Latin-1: %+v %v", got, err)
	}
	for name, c := range map[string]struct {
		data []byte
		code fault.Code
	}{
		"nothing":      {nil, SitemapInvalid},
		"HTML":         {[]byte("<!DOCTYPE html><html><body>hej</body></html>"), SitemapInvalid},
		"no XML":       {[]byte("https://www.kk.dk/"), SitemapInvalid},
		"cut off":      {[]byte(urlset[:200]), SitemapInvalid},
		"empty":        {[]byte("<urlset></urlset>"), SitemapEmpty},
		"entities":     {[]byte(`<!DOCTYPE u [<!ENTITY a "b">]><urlset><url><loc>https://kk.dk/&a;</loc></url></urlset>`), SitemapInvalid},
		"broken gzip":  {packed([]byte(urlset))[:40], SitemapInvalid},
		"a large one":  {make([]byte, MaxSitemap+1), SitemapTooLarge},
		"a gzip bomb":  {packed(make([]byte, MaxSitemap+1)), SitemapTooLarge},
		"unknown name": {[]byte(`<rss><channel><link>https://kk.dk</link></channel></rss>`), SitemapInvalid},
	} {
		if got, err := ReadSitemap(c.data); !fault.Is(err, c.code) {
			t.Errorf("%s: %+v %v, want %s", name, got, err, c.code)
		}
	}
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func FuzzReadSitemap(f *testing.F) {
	f.Add([]byte(urlset))
	f.Add([]byte("<sitemapindex><sitemap><loc>https://kk.dk/a.xml</loc></sitemap></sitemapindex>"))
	f.Add(packed([]byte("<urlset><url><loc>https://kk.dk/</loc></url></urlset>")))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := ReadSitemap(data)
		if err != nil {
			return
		}
		for _, p := range got.Pages {
			if c, err := Clean(p.Address); err != nil || c.Address != p.Address || p.Title == "" {
				t.Fatalf("%q: %+v %v", data, p, err)
			}
		}
	})
}

func TestFromTable(t *testing.T) {
	for name, c := range map[string]struct {
		rows [][]string
		want []Page
		skip []int
	}{
		"with headings": {
			[][]string{{"Emne", "Titel", "Webadresse", "Søgeord"}, {"klage", " Klag  nu ", "www.kk.dk/klag?fbclid=1", "svar"}, {"", "", "", ""}, {"", "", "javascript:1"}, {"", "", "www.kk.dk/ny-side"}},
			[]Page{{Title: "Klag nu", Address: "https://www.kk.dk/klag", Topic: "klage", Words: "svar"}, {Title: "Ny side", Address: "https://www.kk.dk/ny-side"}},
			[]int{4},
		},
		"without headings": {
			[][]string{{"Klag", "https://www.kk.dk/klag"}, {"Diskrimination", "https://www.kk.dk/diskrimination"}},
			[]Page{{Title: "Klag", Address: "https://www.kk.dk/klag"}, {Title: "Diskrimination", Address: "https://www.kk.dk/diskrimination"}},
			nil,
		},
		"addresses alone": {
			[][]string{{"https://www.kk.dk/klag"}, {"https://www.kk.dk/klag"}},
			[]Page{{Title: "Klag", Address: "https://www.kk.dk/klag"}},
			nil,
		},
	} {
		pages, skipped, err := FromTable(c.rows)
		var rows []int
		for _, s := range skipped {
			rows = append(rows, s.Row)
		}
		if err != nil || !reflect.DeepEqual(pages, c.want) || !reflect.DeepEqual(rows, c.skip) {
			t.Errorf("%s: %+v, skipped %v, %v", name, pages, rows, err)
		}
	}
	for _, rows := range [][][]string{nil, {{}}, {{"Navn", "Alder"}, {"Asta", "40"}}} {
		if _, _, err := FromTable(rows); !fault.Is(err, NoAddresses) {
			t.Errorf("%v: %v", rows, err)
		}
	}
}

func TestFromText(t *testing.T) {
	got := FromText("Vores sider:\n- Klag over kommunen: https://www.kk.dk/klag?fbclid=1\nwww.kk.dk/diskrimination\nTo: www.kk.dk/a og www.kk.dk/b\n\nIgen www.kk.dk/klag\n" + strings.Repeat("ingen ", 5))
	want := []Page{
		{Title: "Klag over kommunen", Address: "https://www.kk.dk/klag"},
		{Title: "Diskrimination", Address: "https://www.kk.dk/diskrimination"},
		{Title: "A", Address: "https://www.kk.dk/a"},
		{Title: "B", Address: "https://www.kk.dk/b"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
