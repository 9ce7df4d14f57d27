package web

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"
)

// internet is a web of its own on this machine: every name leads to a server of
// the test, by http and by https. Loopback is let through the guard here alone.
type internet struct {
	*Client
	mux   *http.ServeMux
	plain netip.AddrPort
	safe  netip.AddrPort

	mu    sync.Mutex
	moved map[string]string // other places for "host:port"
	asked []string          // "HEAD host/path", in order
	agent string            // of the last question
}

const page = `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Klag over kommunen</title></head>
<body><h1>Klag over kommunen</h1><p id="frist">Her kan du læse, hvordan du klager over en afgørelse fra kommunen, og hvor lang tid der går.</p><a name="svar"></a></body></html>`

func newInternet(t *testing.T) *internet {
	t.Helper()
	n := &internet{mux: http.NewServeMux(), moved: map[string]string{}}
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n.mu.Lock()
		n.asked = append(n.asked, r.Method+" "+r.Host+r.URL.RequestURI())
		n.agent = r.UserAgent()
		n.mu.Unlock()
		n.mux.ServeHTTP(w, r)
	})
	authority := newAuthority(t)
	plain, safe := httptest.NewServer(handler), httptest.NewUnstartedServer(handler)
	safe.Config.ErrorLog = log.New(io.Discard, "", 0)
	safe.TLS = &tls.Config{GetCertificate: func(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
		return authority.issue(hello.ServerName), nil
	}}
	safe.StartTLS()
	t.Cleanup(plain.Close)
	t.Cleanup(safe.Close)
	n.plain, n.safe = addressOf(plain), addressOf(safe)
	n.Client = &Client{
		Version: "0.1.0", roots: authority.pool,
		allow: func(a netip.AddrPort) bool { return a == n.plain || a == n.safe },
		reach: n.reach,
	}
	return n
}

func addressOf(s *httptest.Server) netip.AddrPort {
	return netip.MustParseAddrPort(s.Listener.Addr().String())
}

func (n *internet) reach(address string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	if other, ok := n.moved[address]; ok {
		return other
	}
	host, port, _ := net.SplitHostPort(address)
	if net.ParseIP(host) != nil {
		return address // a number is where it says
	}
	if port == "443" {
		return n.safe.String()
	}
	return n.plain.String()
}

// answer lets path answer with status and body.
func (n *internet) answer(path string, status int, body string) {
	n.mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(status)
		io.WriteString(w, body)
	})
}

// redirect lets path lead to another address.
func (n *internet) redirect(path string, status int, to string) {
	n.mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(status)
	})
}

func (n *internet) questions() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return strings.Join(n.asked, ", ")
}

// authority signs certificates for the test's names. Names tell what is wrong
// with them.
type authority struct {
	pool *x509.CertPool
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	a := &authority{pool: x509.NewCertPool(), key: key}
	a.cert = &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Prøve"}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), KeyUsage: x509.KeyUsageCertSign,
	}
	a.cert, err = x509.ParseCertificate(a.sign(a.cert, a.cert, key))
	if err != nil {
		t.Fatal(err)
	}
	a.pool.AddCert(a.cert)
	return a
}

func (a *authority) sign(cert, by *x509.Certificate, with *ecdsa.PrivateKey) []byte {
	der, err := x509.CreateCertificate(rand.Reader, cert, by, &a.key.PublicKey, with)
	if err != nil {
		panic(err)
	}
	return der
}

func (a *authority) issue(name string) *tls.Certificate {
	cert := &x509.Certificate{
		SerialNumber: big.NewInt(2), DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	by, with := a.cert, a.key
	switch {
	case strings.HasPrefix(name, "udloebet."):
		cert.NotAfter = time.Now().Add(-time.Minute)
	case strings.HasPrefix(name, "forkert."):
		cert.DNSNames = []string{"www.example.org"}
	case strings.HasPrefix(name, "selv."):
		by = cert
	}
	return &tls.Certificate{Certificate: [][]byte{a.sign(cert, by, with)}, PrivateKey: a.key}
}
