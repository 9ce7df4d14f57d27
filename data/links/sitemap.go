package links

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"

	"synlig/data/fault"
)

// MaxSitemap is how large a sitemap may be, unpacked: 50 MB
// (https://www.sitemaps.org/protocol.html).
const MaxSitemap = 50 << 20

// The codes of the errors about lists of pages.
const (
	SitemapInvalid  fault.Code = "sitemap-invalid"   // no sitemap
	SitemapEmpty    fault.Code = "sitemap-empty"     // one without pages
	SitemapTooLarge fault.Code = "sitemap-too-large" // "limit" in MB
	NoAddresses     fault.Code = "links-no-address"  // a table without addresses
)

// Sitemap is what a site says it has.
type Sitemap struct {
	Pages []Page   // titled by their addresses, until somebody gives them names
	Maps  []string // other sitemaps, when this one only lists them
	// Refused is how many entries were no addresses of web pages.
	Refused int
}

// ReadSitemap reads a sitemap.xml or an index of them, packed with gzip or not.
// An address that stands there twice is taken once. Codes: SitemapInvalid,
// SitemapEmpty, SitemapTooLarge.
func ReadSitemap(data []byte) (Sitemap, error) {
	data, err := unpacked(data)
	if err != nil {
		return Sitemap{}, err
	}
	r := mapReader{seen: map[string]bool{}}
	if err := r.read(data); err != nil {
		return Sitemap{}, err
	}
	if len(r.Pages)+len(r.Maps) == 0 {
		return Sitemap{}, fault.New(SitemapEmpty)
	}
	return r.Sitemap, nil
}

// unpacked is data, or what gzip packed into it, as far as that is bounded.
func unpacked(data []byte) ([]byte, error) {
	tooLarge := fault.New(SitemapTooLarge, "limit", strconv.Itoa(MaxSitemap>>20))
	if !bytes.HasPrefix(data, []byte{0x1F, 0x8B}) {
		if len(data) > MaxSitemap {
			return nil, tooLarge
		}
		return data, nil
	}
	packed, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fault.Wrap(err, SitemapInvalid)
	}
	plain, err := io.ReadAll(io.LimitReader(packed, MaxSitemap+1))
	switch {
	case err != nil:
		return nil, fault.Wrap(err, SitemapInvalid)
	case len(plain) > MaxSitemap:
		return nil, tooLarge
	}
	return plain, nil
}

// mapReader gathers the <loc> of <url> and of <sitemap>.
type mapReader struct {
	Sitemap
	seen map[string]bool
	root string   // "urlset" or "sitemapindex"
	path []string // of the elements that are open
	text strings.Builder
}

func (r *mapReader) read(data []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = charset.NewReaderLabel
	for {
		token, err := decoder.Token()
		if err == io.EOF && r.root != "" {
			return nil
		}
		if err != nil {
			return fault.Wrap(err, SitemapInvalid)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if r.root == "" {
				r.root = t.Name.Local
			}
			if r.root != "urlset" && r.root != "sitemapindex" {
				return fault.New(SitemapInvalid)
			}
			r.path = append(r.path, t.Name.Local)
			r.text.Reset()
		case xml.CharData:
			if len(r.path) == 3 && r.text.Len() <= MaxLength {
				r.text.Write(t)
			}
		case xml.EndElement:
			if len(r.path) == 3 && r.path[2] == "loc" {
				r.take(r.path[1], r.text.String())
			}
			r.path = r.path[:len(r.path)-1]
		}
	}
}

func (r *mapReader) take(entry, loc string) {
	cleaned, err := Clean(loc)
	if err != nil {
		r.Refused++
		return
	}
	if r.seen[cleaned.Address] {
		return
	}
	r.seen[cleaned.Address] = true
	switch entry {
	case "url":
		r.Pages = append(r.Pages, Page{Title: titleOf(cleaned), Address: cleaned.Address})
	case "sitemap":
		r.Maps = append(r.Maps, cleaned.Address)
	}
}

// titleOf is a name for a page that only its address is known of: the last part
// of its path as words, else its host.
func titleOf(c Cleaned) string {
	a, err := parse(c.Address)
	if err != nil {
		return c.Shown
	}
	last := strings.Trim(a.path, "/")
	last = last[strings.LastIndexByte(last, '/')+1:]
	if dot := strings.LastIndexByte(last, '.'); dot > 0 {
		last = last[:dot]
	}
	title := oneSpaced(strings.NewReplacer("-", " ", "_", " ").Replace(unescaped(strings.ReplaceAll(last, "+", "%2B"))))
	if title == "" {
		return Unicode(a.host)
	}
	return upperFirst(title)
}
