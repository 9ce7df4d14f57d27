package web

import (
	"io"
	"net"
	"net/http"
	"net/netip"
	"testing"

	"synlig/data/fault"
	"synlig/data/links"
)

func TestPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.215.14": true, "8.8.8.8": true, "100.63.255.255": true, "100.128.0.0": true, "172.15.255.255": true, "172.32.0.1": true,
		"0.0.0.0": false, "10.1.2.3": false, "100.64.0.1": false, "100.127.255.255": false, "127.0.0.1": false, "127.255.255.254": false,
		"169.254.169.254": false, "172.16.0.1": false, "172.31.255.255": false, "192.0.0.1": false, "192.0.2.1": false, "192.88.99.1": false,
		"192.168.1.1": false, "198.18.0.1": false, "198.51.100.1": false, "203.0.113.1": false, "224.0.0.1": false, "239.255.255.255": false,
		"240.0.0.1": false, "255.255.255.255": false,

		"2606:2800:21f:cb07:6820:80da:af6b:8b2c": true, "2a00:1450:400f::200e": true,
		"::": false, "::1": false, "::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "::127.0.0.1": false, "::ffff:8.8.8.8": true,
		"64:ff9b::7f00:1": false, "64:ff9b::a00:1": false, "64:ff9b::808:808": true, "64:ff9b:1::808:808": false,
		"100::1": false, "2001::1": false, "2001:db8::1": false, "2002:7f00:1::": false, "3fff::1": false, "5f00::1": false,
		"fc00::1": false, "fd12:3456::1": false, "fe80::1": false, "fe80::1%eth0": false, "2606:2800::1%eth0": false, "fec0::1": false,
		"ff02::1": false,
	} {
		if got := public(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s is public: %v", address, got)
		}
	}
	if public(netip.Addr{}) {
		t.Error("no address is public")
	}
}

// A server on this machine that must never be asked anything.
func forbidden(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("somebody inside was asked: %s %s", r.Method, r.Host)
	})}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	return listener.Addr().String()
}

func TestTheInsideIsNeverAsked(t *testing.T) {
	n := newInternet(t)
	inside := forbidden(t)
	n.moved["inde.example.com:80"], n.moved["inde.example.com:443"] = inside, inside
	for _, raw := range []string{
		"http://127.0.0.1/", "https://127.0.0.1/", "http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data",
		"http://100.64.0.1/", "http://0.0.0.0/", "http://224.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
		"http://[64:ff9b::7f00:1]/", "http://[64:ff9b::127.0.0.1]/", "http://[fe80::1]/", "http://[fc00::1]/", "http://[ff02::1]/", "http://[::]/",
		"http://[2002:7f00:1::]/", "http://inde.example.com/", "https://inde.example.com/",
	} {
		a, err := n.Check(t.Context(), raw)
		if err != nil || short(a) != "dead leads-inside" {
			t.Errorf("%s: %s %v", raw, short(a), err)
		}
		if _, err := n.Card(t.Context(), raw); !fault.Is(err, PageUnavailable) {
			t.Errorf("the card of %s: %v", raw, err)
		}
	}
}

func TestARedirectInsideIsNotFollowed(t *testing.T) {
	n := newInternet(t)
	inside := forbidden(t)
	n.moved["inde.example.com:80"] = inside
	for path, to := range map[string]string{
		"/a": "http://127.0.0.1/", "/b": "http://inde.example.com/", "/c": "http://[::1]/", "/d": "//192.168.0.1/", "/e": "http://169.254.169.254/",
	} {
		n.redirect(path, 302, to)
		if a, err := n.Check(t.Context(), "https://www.example.com"+path); err != nil || short(a) != "dead leads-inside" {
			t.Errorf("%s: %s %v", to, short(a), err)
		}
	}
	for path, to := range map[string]string{
		"/f": "http://" + inside + "/", "/g": "javascript:alert(1)", "/h": "file:///etc/passwd", "/i": "http://asta:kode@www.example.com/",
		"/j": "http://2130706433/", "/k": "http://0x7f.1/", "/l": "http://0177.0.0.1/", "/m": "gopher://www.example.com/", "/n": "http://exa mple.com/%zz",
	} {
		n.redirect(path, 302, to)
		if a, err := n.Check(t.Context(), "https://www.example.com"+path); err != nil || short(a) != "unknown not-for-us" {
			t.Errorf("%s: %s %v", to, short(a), err)
		}
	}
}

// A name server that says something else the second time: every connection is
// looked at by itself.
func TestRebindingDoesNotHelp(t *testing.T) {
	n := newInternet(t)
	inside := forbidden(t)
	n.mux.HandleFunc("/skifter", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead { // the first question went to the public server; the next would go inside
			n.mu.Lock()
			n.moved["skifter.example.com:80"] = inside
			n.mu.Unlock()
		}
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, page)
	})
	a, err := n.Check(t.Context(), "http://skifter.example.com/skifter")
	if err != nil || short(a) != "dead leads-inside" {
		t.Errorf("%s %v", short(a), err)
	}
}

// The zero Client has no way around the guard: names as the machine knows them.
func TestTheRealClientRefusesThisMachine(t *testing.T) {
	c := &Client{}
	for _, raw := range []string{"http://localhost/", "http://127.0.0.1/", "http://[::1]/"} {
		a, err := c.Check(t.Context(), raw)
		if err != nil || a.Reason != links.LeadsInside {
			t.Errorf("%s: %s %v", raw, short(a), err)
		}
	}
}

func TestAProxyIsNoWayInside(t *testing.T) {
	proxy := forbidden(t)
	t.Setenv("HTTP_PROXY", "http://"+proxy)
	t.Setenv("HTTPS_PROXY", "http://"+proxy)
	t.Setenv("NO_PROXY", "")
	c := &Client{}
	for _, raw := range []string{"http://10.0.0.1/", "http://[fd00::1]/", "http://intranet/", "http://printer.local/", "https://192.168.1.1/"} {
		a, err := c.Check(t.Context(), raw)
		if err != nil || short(a) != "dead leads-inside" {
			t.Errorf("%s: %s %v", raw, short(a), err)
		}
	}
}

func TestAProxyIsAskedForWhatIsOutside(t *testing.T) {
	n := newInternet(t)
	asked := make(chan string, 4)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- r.Method + " " + r.URL.String()
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, page)
	})}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	t.Setenv("HTTP_PROXY", "http://"+listener.Addr().String())
	t.Setenv("HTTPS_PROXY", "http://"+listener.Addr().String())
	t.Setenv("NO_PROXY", "")
	card, err := n.Card(t.Context(), "http://93.184.215.14/klag")
	if err != nil || card.Title != "Klag over kommunen" {
		t.Errorf("%+v %v", card, err)
	}
	if got := <-asked; got != "GET http://93.184.215.14/klag" {
		t.Errorf("the proxy was asked %q", got)
	}
}
