package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"synlig/data/fault"
	"synlig/data/links"
)

// short is an answer as one line.
func short(a links.Answer) string {
	parts := []string{string(a.Verdict)}
	for _, part := range []string{string(a.Reason), a.Detail, a.MovedTo} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if a.FragmentMissing {
		parts = append(parts, "no such place")
	}
	if a.Secure != "" {
		parts = append(parts, "secure: "+a.Secure)
	}
	return strings.Join(parts, " ")
}

func TestEveryAnswer(t *testing.T) {
	n := newInternet(t)
	n.answer("/klag", 200, page)
	n.answer("/vaek", 404, page)
	n.answer("/fjernet", 410, "")
	n.answer("/nej", 403, "")
	n.answer("/login", 401, "")
	n.answer("/linkedin", 999, "")
	n.answer("/for-tit", 429, "")
	n.answer("/fejl", 500, "")
	n.answer("/lukket", 502, "")
	n.answer("/maerkeligt", 300, "")
	n.mux.HandleFunc("/pause", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "600")
		w.WriteHeader(503)
	})
	n.mux.HandleFunc("/kun-get", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(405)
			return
		}
		io.WriteString(w, page)
	})
	n.mux.HandleFunc("/laegger-paa", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			panic(http.ErrAbortHandler)
		}
		io.WriteString(w, page)
	})
	n.mux.HandleFunc("/bryder-af", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	n.mux.HandleFunc("/papir.pdf", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	n.redirect("/gammel", 301, "/klag")
	n.redirect("/flyttet", 308, "https://ny.example.com/klag")
	n.redirect("/midlertidig", 302, "/klag")
	n.redirect("/til-forsiden", 301, "https://www.example.com/")
	n.answer("/{$}", 200, page)
	n.redirect("/uden-vej", 302, "")
	n.redirect("/rundt", 302, "/rundt")
	n.redirect("/frem", 302, "/tilbage")
	n.redirect("/tilbage", 302, "/frem")
	for i := range 7 {
		n.redirect(fmt.Sprintf("/trin/%d", i), 302, fmt.Sprintf("/trin/%d", i+1))
	}
	n.answer("/trin/7", 200, page)
	n.answer("/bloed1", 200, "<title>Siden blev ikke fundet - kk.dk</title>"+strings.Repeat("<p>Prøv at søge.</p>", 200))
	n.answer("/bloed2", 200, "<title>kk.dk</title><h1>Vi kunne <em>ikke finde siden</em></h1>"+strings.Repeat("<p>Søg.</p>", 400))
	n.answer("/bloed3", 200, "<title>kk.dk</title><p>Hej</p>")
	n.answer("/bloed4", 200, "<h1>404</h1>"+page)
	n.answer("/peugeot", 200, strings.ReplaceAll(page, "Klag over kommunen", "Bilen Peugeot 404 kan ikke fås"))
	n.answer("/app", 200, "<title>kk.dk</title><div id=app></div><script>"+strings.Repeat("var x = 1;", 400)+"</script>")

	for raw, want := range map[string]string{
		"https://www.example.com/klag":             "ok",
		"www.example.com/klag":                     "ok",
		"https://www.example.com":                  "ok",
		"https://www.example.com/klag#frist":       "ok",
		"https://www.example.com/klag#svar":        "ok",
		"https://www.example.com/klag#top":         "ok",
		"https://www.example.com/klag#/rute":       "ok",
		"https://www.example.com/klag#:~:text=Her": "ok",
		"https://www.example.com/klag#vaek":        "ok no such place",
		"https://www.example.com/kun-get":          "ok",
		"https://www.example.com/laegger-paa":      "ok",
		"https://www.example.com/papir.pdf":        "ok",
		"https://www.example.com/peugeot":          "ok",
		"https://www.example.com/app":              "ok",
		"http://www.example.com/klag":              "ok secure: https://www.example.com/klag",
		"http://usikker.example.com/klag":          "ok",
		"https://www.example.com/gammel":           "moved https://www.example.com/klag",
		"https://www.example.com/gammel#frist":     "moved https://www.example.com/klag#frist",
		"https://www.example.com/gammel#vaek":      "moved https://www.example.com/klag#vaek no such place",
		"https://www.example.com/flyttet":          "moved https://ny.example.com/klag",
		"https://www.example.com/midlertidig":      "moved temporary https://www.example.com/klag",
		"https://www.example.com/trin/2":           "moved temporary https://www.example.com/trin/7",
		"https://www.example.com/trin/1":           "dead too-many",
		"https://www.example.com/rundt":            "dead too-many",
		"https://www.example.com/frem":             "dead too-many",
		"https://www.example.com/til-forsiden":     "soft to-front-page https://www.example.com/",
		"https://www.example.com/bloed1":           "soft says-gone",
		"https://www.example.com/bloed2":           "soft says-gone",
		"https://www.example.com/bloed3":           "soft nearly-empty",
		"https://www.example.com/bloed4":           "soft says-gone",
		"https://www.example.com/vaek":             "dead not-found",
		"https://www.example.com/fjernet":          "dead not-found",
		"https://www.example.com/fejl":             "dead server-error",
		"https://www.example.com/lukket":           "dead server-error",
		"https://www.example.com/nej":              "unknown kept-out",
		"https://www.example.com/login":            "unknown kept-out",
		"https://www.example.com/linkedin":         "unknown kept-out",
		"https://www.example.com/for-tit":          "unknown too-often",
		"https://www.example.com/pause":            "unknown temporarily",
		"https://www.example.com/maerkeligt":       "unknown interrupted",
		"https://www.example.com/uden-vej":         "unknown interrupted",
		"https://www.example.com/bryder-af":        "unknown interrupted",
		"https://udloebet.example.com/klag":        "dead bad-security expired",
		"https://forkert.example.com/klag":         "dead bad-security wrong-host",
		"https://selv.example.com/klag":            "unknown bad-security unknown-authority",
		"https://asta:kode@www.example.com/":       "unknown not-for-us",
		"https://www.example.com:8443/klag":        "unknown not-for-us",
	} {
		n.mu.Lock()
		n.moved["usikker.example.com:443"] = "203.0.113.7:443"
		n.mu.Unlock()
		a, err := n.Check(t.Context(), raw)
		if got := short(a); err != nil || got != want {
			t.Errorf("%s: %s %v, want %s", raw, got, err, want)
		}
	}
	if n.agent != "Synlig/0.1.0 (link check, asked for by a person)" {
		t.Errorf("the program calls itself %q", n.agent)
	}
}

func TestHowAPageIsAskedFor(t *testing.T) {
	n := newInternet(t)
	n.answer("/klag", 200, page)
	n.answer("/vaek", 404, "")
	n.mux.HandleFunc("/papir.pdf", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "application/pdf") })
	n.answer("/for-tit", 429, "")
	for _, path := range []string{"/papir.pdf", "/klag", "/vaek", "/for-tit"} {
		if _, err := n.Check(t.Context(), "https://a.example.com"+path); err != nil {
			t.Fatal(err)
		}
	}
	want := "HEAD a.example.com/papir.pdf, HEAD a.example.com/klag, GET a.example.com/klag, HEAD a.example.com/vaek, GET a.example.com/vaek, HEAD a.example.com/for-tit"
	if got := n.questions(); got != want {
		t.Errorf("asked\n%s\nwant\n%s", got, want)
	}
}

// What never becomes a question.
func TestWhatIsNotAsked(t *testing.T) {
	n := newInternet(t)
	for raw, code := range map[string]fault.Code{
		"": links.AddressEmpty, "javascript:alert(1)": links.AddressScheme, "file:///etc/passwd": links.AddressScheme,
		"https://0x7f000001/": links.AddressHost, "https://2130706433/": links.AddressHost, "https://0177.0.0.1/": links.AddressHost,
		"https://127.1/": links.AddressHost, "https://[::1%25lo]/": links.AddressHost,
		"https://example.com/" + strings.Repeat("a", 1<<20): links.AddressTooLong,
	} {
		if a, err := n.Check(t.Context(), raw); !fault.Is(err, code) {
			t.Errorf("%.60q: %v %v, want %s", raw, short(a), err, code)
		}
		if _, err := n.Card(t.Context(), raw); !fault.Is(err, code) {
			t.Errorf("the card of %.60q: %v, want %s", raw, err, code)
		}
	}
	n.Allowed = func() bool { return false }
	if _, err := n.Check(t.Context(), "https://www.example.com/"); !fault.Is(err, NetOff) {
		t.Errorf("the door is closed: %v", err)
	}
	if _, err := n.Card(t.Context(), "https://www.example.com/"); !fault.Is(err, NetOff) {
		t.Errorf("the door is closed: %v", err)
	}
	if _, err := n.Sitemap(t.Context(), "https://www.example.com/"); !fault.Is(err, NetOff) {
		t.Errorf("the door is closed: %v", err)
	}
	if err := n.CheckAll(t.Context(), []string{"https://www.example.com/"}, nil); !fault.Is(err, NetOff) {
		t.Errorf("the door is closed: %v", err)
	}
	if got := n.questions(); got != "" {
		t.Errorf("asked all the same: %s", got)
	}
}

func TestASlowDripEnds(t *testing.T) {
	n := newInternet(t)
	n.within = 300 * time.Millisecond
	done := make(chan struct{})
	t.Cleanup(func() { close(done) })
	drip := func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(405)
			return
		}
		for {
			io.WriteString(w, " ")
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
				return
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}
	n.mux.HandleFunc("/dryp", drip)
	n.mux.HandleFunc("/tavs", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-done:
		}
	})
	for raw, want := range map[string]string{
		"https://www.example.com/tavs": "dead no-answer",
		"https://www.example.com/dryp": "unknown interrupted",
	} {
		if a, err := n.Check(t.Context(), raw); err != nil || short(a) != want {
			t.Errorf("%s: %s %v, want %s", raw, short(a), err, want)
		}
	}
}

func TestAnEndlessPageIsReadInPart(t *testing.T) {
	n := newInternet(t)
	written := make(chan int, 1)
	n.mux.HandleFunc("/stor", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if r.Method == http.MethodHead {
			return
		}
		io.WriteString(w, page)
		total := 0
		for total < 200<<20 {
			n, err := io.WriteString(w, strings.Repeat("<p>mere</p>", 1000))
			total += n
			if err != nil {
				break
			}
		}
		written <- total
	})
	a, err := n.Check(t.Context(), "http://www.example.com/stor#findes-ikke-endnu")
	if err != nil || a.Verdict != links.OK || a.FragmentMissing || a.Title != "Klag over kommunen" {
		t.Errorf("%+v %v", a, err)
	}
	if total := <-written; total > 20<<20 {
		t.Errorf("%d bytes were taken", total)
	}
}

func TestAStopIsAStop(t *testing.T) {
	n := newInternet(t)
	ctx, stop := context.WithCancel(t.Context())
	n.mux.HandleFunc("/tavs", func(_ http.ResponseWriter, r *http.Request) {
		stop()
		<-r.Context().Done()
	})
	if _, err := n.Check(ctx, "https://www.example.com/tavs"); !fault.Is(err, "cancelled") || !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
	calls := 0
	err := n.CheckAll(ctx, []string{"https://www.example.com/a", "https://www.example.com/b"}, func(int, links.Answer, error) { calls++ })
	if !fault.Is(err, "cancelled") || calls > 0 {
		t.Errorf("stopped with %v after %d answers", err, calls)
	}
}
