package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strings"

	"synlig/data/fault"
)

// What an honest file never reaches.
const (
	maxEntries = 10_000
	maxText    = 128 << 20 // bytes of the text's part, unfolded: some 5,000 pages
	maxPart    = 16 << 20  // bytes of any other part, unfolded
	maxRatio   = 200       // unfolded bytes for one packed byte
	freeRatio  = 1 << 20   // bytes below which the ratio is not looked at
)

// archive is an opened Word file.
type archive struct {
	parts map[string]*zip.File // by name in lower case: names differ in case only by mistake
}

// magicOLE begins the files of before 2007, and those behind a password.
const magicOLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// open looks into the zip file. Nothing is unfolded yet.
func open(data []byte) (*archive, error) {
	if bytes.HasPrefix(data, []byte(magicOLE)) {
		if bytes.Contains(data, wide("EncryptedPackage")) || !bytes.Contains(data, wide("WordDocument")) {
			return nil, fault.New("word-protected")
		}
		return nil, fault.New("word-old")
	}
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fault.Wrap(err, "word-broken")
	}
	if len(reader.File) > maxEntries {
		return nil, fault.New("word-too-large")
	}
	a := &archive{parts: make(map[string]*zip.File, len(reader.File))}
	for _, f := range reader.File {
		name := strings.ToLower(f.Name)
		if trick(f.Name) || a.parts[name] != nil {
			return nil, fault.New("word-unsafe")
		}
		if f.Flags&1 != 0 {
			return nil, fault.New("word-protected")
		}
		a.parts[name] = f
	}
	return a, nil
}

// wide is how the old format spells a name: two bytes for each letter.
func wide(name string) []byte {
	out := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return out
}

// trick tells whether a name leads out of the file. No part is ever written to
// disk here, but who writes such a name means harm.
func trick(name string) bool {
	if strings.ContainsAny(name, "\\:\x00") || strings.HasPrefix(name, "/") {
		return true
	}
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// part unfolds a part within the limit; ok is false when there is none.
func (a *archive) part(name string, limit int64) (data []byte, ok bool, err error) {
	f := a.parts[strings.ToLower(strings.TrimPrefix(path.Clean(name), "/"))]
	if f == nil {
		return nil, false, nil
	}
	// What the directory says may be a lie, so it is only believed when it
	// refuses; what counts is what comes out.
	if f.UncompressedSize64 > uint64(limit) {
		return nil, false, fault.New("word-too-large")
	}
	limit = min(limit, max(freeRatio, maxRatio*int64(min(f.CompressedSize64, maxText))))
	reader, err := f.Open()
	if err != nil {
		return nil, false, fault.Wrap(err, "word-broken")
	}
	defer reader.Close()
	var out bytes.Buffer
	out.Grow(int(min(f.UncompressedSize64, uint64(limit))) + bytes.MinRead)
	n, err := out.ReadFrom(io.LimitReader(reader, limit+1))
	if n > limit {
		return nil, false, fault.New("word-too-large")
	}
	if err != nil {
		return nil, false, fault.Wrap(err, "word-broken")
	}
	data, err = asUTF8(out.Bytes())
	if err != nil {
		return nil, false, fault.Wrap(err, "word-broken")
	}
	return data, true, nil
}
