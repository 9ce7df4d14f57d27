package web

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/data/links"
)

func TestCard(t *testing.T) {
	at := time.Date(2026, time.November, 22, 10, 42, 0, 0, time.UTC)
	n := newInternet(t)
	n.Clock = clock.Fixed(at)
	const own = "https://www.example.com/side"
	for i, c := range []struct {
		html string
		want links.Card
	}{
		{`<head><title>Titel</title><meta property="og:title" content="OG &amp; titel"><meta name="twitter:title" content="T"><meta property="og:description" content=" Om  os
 alle "><meta property="og:image" content="/i.png"><meta property="og:site_name" content="kk.dk"><link rel="canonical" href="/kort">`,
			links.Card{Title: "OG & titel", Description: "Om os alle", Image: "https://www.example.com/i.png", Site: "kk.dk", Canonical: "https://www.example.com/kort"}},
		{`<title>Titel</title><meta name="twitter:title" content="Twitter"><meta name="twitter:description" content="D"><meta name="twitter:image" content="//cdn.example.com/i.png">`,
			links.Card{Title: "Twitter", Description: "D", Image: "https://cdn.example.com/i.png"}},
		{`<HTML><HEAD><TITLE>
   Klag &laquo;nu&raquo; </TITLE><META NAME="Description" CONTENT="Sådan">`,
			links.Card{Title: "Klag «nu»", Description: "Sådan"}},
		{`<title>A</title><meta property="og:title" content=""><meta property="og:image" content="javascript:alert(1)"><link rel=canonical href="https://www.example.org/andet">`,
			links.Card{Title: "A"}},
		{`<title>A</title><base href="https://www.example.com/mappe/"><meta property=og:image content="i.png"><link rel="shortlink canonical" href="https://example.com/side">`,
			links.Card{Title: "A", Image: "https://www.example.com/mappe/i.png", Canonical: "https://example.com/side"}},
		{`<title>A</title><link rel=canonical href="` + own + `/">`, links.Card{Title: "A", Canonical: own + "/"}},
		{`<title>A</title></head><body><meta property="og:title" content="I kroppen"><title>B</title>`, links.Card{Title: "A"}},
		{`<body><title>B</title>`, links.Card{}},
		{``, links.Card{}},
		{"<title>A\u202Eb\u0000c\u200B</title>", links.Card{Title: "Ab\uFFFDc"}},
		{"<title>" + strings.Repeat("å", 5000), links.Card{Title: strings.Repeat("å", 300) + "…"}},
	} {
		path := fmt.Sprintf("/side/%d", i)
		n.answer(path, 200, c.html)
		got, err := n.Card(t.Context(), "https://www.example.com"+path)
		c.want.Address, c.want.Fetched = "https://www.example.com"+path, at
		if err != nil || got != c.want {
			t.Errorf("%.100s\n gave %+v %v\n want %+v", c.html, got, err, c.want)
		}
	}
}

func TestCharsets(t *testing.T) {
	n := newInternet(t)
	for i, c := range []struct{ kind, body string }{
		{"text/html; charset=utf-8", "<title>Årsberetning på dansk</title>"},
		{"text/html", "<meta charset=utf-8><title>Årsberetning på dansk</title>"},
		{"text/html", "\xEF\xBB\xBF<title>Årsberetning på dansk</title>"},
		{"text/html", "<title>Årsberetning på dansk</title>"},
		{"text/html; charset=iso-8859-1", "<title>\xC5rsberetning p\xE5 dansk</title>"},
		{"text/html", "<meta charset=iso-8859-1><title>\xC5rsberetning p\xE5 dansk</title>"},
		{"text/html", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>` + "\xC5rsberetning p\xE5 dansk</title>"},
		{"text/html; charset=utf-8", "<title>\xC5rsberetning p\xE5 dansk</title>"},        // says UTF-8, is not
		{"text/html; charset=iso-8859-1", "<title>Årsberetning på dansk</title>"},         // is UTF-8, says not
		{"text/html; charset=findes-ikke", "<title>Årsberetning på dansk</title>"},        // says nothing
		{"text/html; charset=utf-16le", utf16("<title>Årsberetning på dansk</title>", 1)}, // little end first
		{"text/html", "\xFE\xFF" + utf16("<title>Årsberetning på dansk</title>", 0)},      // big end first, marked
	} {
		path := fmt.Sprintf("/tegn/%d", i)
		n.mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", c.kind)
			io.WriteString(w, c.body)
		})
		card, err := n.Card(t.Context(), "https://www.example.com"+path)
		if err != nil || card.Title != "Årsberetning på dansk" {
			t.Errorf("%s %q: %q %v", c.kind, c.body, card.Title, err)
		}
	}
}

func utf16(text string, low int) string {
	var b strings.Builder
	for _, r := range text {
		pair := [2]byte{byte(r >> 8), byte(r)}
		b.WriteByte(pair[low])
		b.WriteByte(pair[1-low])
	}
	return b.String()
}

func TestAGzipBombIsUnpackedInPart(t *testing.T) {
	n := newInternet(t)
	var bomb bytes.Buffer
	w := gzip.NewWriter(&bomb)
	io.WriteString(w, "<title>Bombe</title>")
	nothing := make([]byte, 1<<20)
	for range 256 {
		w.Write(nothing)
	}
	w.Close()
	n.mux.HandleFunc("/bombe", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb.Bytes())
	})
	n.start()
	address, err := url.Parse("https://www.example.com/bombe")
	if err != nil {
		t.Fatal(err)
	}
	r, err := n.get(t.Context(), http.MethodGet, address, mostBytes)
	if err != nil || len(r.body) != mostBytes || !r.cut {
		t.Errorf("%d bytes, cut %v, %v", len(r.body), r.cut, err)
	}
	if card, err := n.Card(t.Context(), "https://www.example.com/bombe"); err != nil || card.Title != "Bombe" {
		t.Errorf("%+v %v", card, err)
	}
}

func TestNoCard(t *testing.T) {
	n := newInternet(t)
	n.answer("/vaek", 404, page)
	n.mux.HandleFunc("/papir", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/pdf; x=y")
		io.WriteString(w, "%PDF-1.7")
	})
	n.mux.HandleFunc("/hoveder", func(w http.ResponseWriter, _ *http.Request) {
		for i := range 2000 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("x", 100))
		}
	})
	for path, want := range map[string]string{
		"/vaek":    "page-unavailable map[detail: reason:not-found status:404]",
		"/papir":   "page-not-html map[type:application/pdf]",
		"/hoveder": "page-unavailable",
	} {
		_, err := n.Card(t.Context(), "https://www.example.com"+path)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	_, err := n.Card(t.Context(), "https://forkert.example.com/?navn=hemmelig")
	if !fault.Is(err, PageUnavailable) || strings.Contains(err.Error(), "hemmelig") {
		t.Errorf("%v", err)
	}
}

func TestSitemap(t *testing.T) {
	n := newInternet(t)
	n.answer("/sitemap.xml", 200, `<sitemapindex><sitemap><loc>https://www.example.com/a.xml</loc></sitemap><sitemap><loc>https://www.example.com/b.xml.gz</loc></sitemap><sitemap><loc>https://www.example.org/c.xml</loc></sitemap><sitemap><loc>https://www.example.com/vaek.xml</loc></sitemap></sitemapindex>`)
	n.answer("/a.xml", 200, `<urlset><url><loc>https://www.example.com/klag</loc></url><url><loc>https://www.example.com/to</loc></url></urlset>`)
	n.mux.HandleFunc("/b.xml.gz", func(w http.ResponseWriter, _ *http.Request) {
		var b bytes.Buffer
		packed := gzip.NewWriter(&b)
		io.WriteString(packed, `<urlset><url><loc>https://www.example.com/to</loc></url><url><loc>https://www.example.com/tre</loc></url></urlset>`)
		packed.Close()
		w.Header().Set("Content-Type", "application/gzip")
		w.Write(b.Bytes())
	})
	m, err := n.Sitemap(t.Context(), "www.example.com")
	var titles []string
	for _, p := range m.Pages {
		titles = append(titles, p.Title)
	}
	if err != nil || strings.Join(titles, " ") != "Klag To Tre" || len(m.Maps) != 2 {
		t.Errorf("%v, not read %v, %v", titles, m.Maps, err)
	}
	if _, err := n.Sitemap(t.Context(), "www.example.com/vaek.xml"); !fault.Is(err, PageUnavailable) {
		t.Errorf("%v", err)
	}
	n.answer("/html", 200, page)
	if _, err := n.Sitemap(t.Context(), "www.example.com/html"); !fault.Is(err, links.SitemapInvalid) {
		t.Errorf("%v", err)
	}
}

func FuzzCard(f *testing.F) {
	f.Add([]byte(page), "text/html; charset=utf-8")
	f.Add([]byte(`<meta property="og:image" content="http://[::1]/%"><link rel=canonical href="//x\y"><base href="data:,x">`), "text/html")
	f.Add([]byte("\xFE\xFF\x00<\xD8\x00"), "text/html; charset=utf-16")
	f.Add([]byte("<script><h1></script><h1><h1></h1><a name=x id=y>"), "text/html; charset=shift_jis")
	at, err := url.Parse("https://www.example.com/side")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body []byte, kind string) {
		text := decode(body, kind)
		card := cardOf(readHead(text), at)
		for _, s := range []string{card.Title, card.Description, card.Site} {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\n\r\x00") {
				t.Fatalf("%q", s)
			}
		}
		for _, s := range []string{card.Image, card.Canonical} {
			if normal, err := links.Normal(s); s != "" && (err != nil || normal != s) {
				t.Fatalf("%q %v", s, err)
			}
		}
		readContent(text)
	})
}
