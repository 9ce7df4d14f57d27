package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"synlig/assets"
	"synlig/data/docx"
	"synlig/data/fault"
)

// wide is a name as the format of before 2007 spells it.
func wide(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(string(r) + "\x00")
	}
	return b.String()
}

const oldMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// hostile are files that are not what they seem, and the code each is refused
// with.
func hostile(t testing.TB) map[string]struct {
	data []byte
	code fault.Code
} {
	whole := fixture{body: p("", r("a"))}.file(t)
	document := func(content string) []byte {
		return fixture{parts: map[string]string{"word/document.xml": content}}.file(t)
	}
	deep := strings.Repeat("<w:sdt>", 10_000_000)
	type entry = struct {
		data []byte
		code fault.Code
	}
	return map[string]entry{
		"nothing":                  {nil, "word-broken"},
		"text":                     {[]byte("Kære udvalg"), "word-broken"},
		"cut off":                  {whole[:len(whole)/2], "word-broken"},
		"locked":                   {[]byte(oldMagic + strings.Repeat("\x00", 600) + wide("EncryptedPackage")), "word-protected"},
		"locked zip":               {locked(whole), "word-protected"},
		"before 2007":              {[]byte(oldMagic + strings.Repeat("\x00", 600) + wide("WordDocument")), "word-old"},
		"a spreadsheet":            {zipped(t, map[string]string{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}), "word-foreign"},
		"some zip":                 {zipped(t, map[string]string{"a.txt": "a"}), "word-foreign"},
		"no text":                  {fixture{without: "word/document.xml"}.file(t), "word-broken"},
		"text that is empty":       {document(""), "word-broken"},
		"broken XML":               {document(`<w:document xmlns:w="` + transitional + `"><w:body><w:p></w:body>`), "word-broken"},
		"unclosed XML":             {document(`<w:document xmlns:w="` + transitional + `"><w:body><w:p>`), "word-broken"},
		"more than one root":       {document(`<document/><document/>`), "word-broken"},
		"another root":             {document(`<html/>`), "word-broken"},
		"broken styles":            {fixture{parts: map[string]string{"word/styles.xml": "<styles><"}}.file(t), "word-broken"},
		"broken relations":         {fixture{parts: map[string]string{"_rels/.rels": "<x"}}.file(t), "word-broken"},
		"a path out of it":         {fixture{parts: map[string]string{"../../evil.xml": "x"}}.file(t), "word-unsafe"},
		"a path from the root":     {fixture{parts: map[string]string{"/etc/passwd": "x"}}.file(t), "word-unsafe"},
		"a path of Windows":        {fixture{parts: map[string]string{`C:\evil.xml`: "x"}}.file(t), "word-unsafe"},
		"a part that stands twice": {twice(t), "word-unsafe"},
		"text elsewhere":           {fixture{parts: map[string]string{"_rels/.rels": `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>`}}.file(t), "word-broken"},
		"an outer entity":          {document(`<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="` + transitional + `"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`), "word-unsafe"},
		"a billion laughs":         {document(`<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document/>`), "word-unsafe"},
		"an entity of its own":     {fixture{body: p("", r("&x;"))}.file(t), "word-broken"},
		"ten million deep":         {document(`<w:document xmlns:w="` + transitional + `"><w:body>` + deep), "word-too-large"},
		"deep":                     {fixture{body: noise(1000, "<w:sdt w:a=\"", "\">")}.file(t), "word-unsafe"},
		"a bomb":                   {document(`<w:document xmlns:w="` + transitional + `"><w:body>` + strings.Repeat("<w:p/>", 20_000_000)), "word-too-large"},
		"a bomb of styles":         {fixture{parts: map[string]string{"word/styles.xml": "<styles>" + strings.Repeat(" ", 20<<20)}}.file(t), "word-too-large"},
		"a lie of its size":        {lying(t), "word-broken"},
		"too many parts":           {crowded(t), "word-too-large"},
	}
}

// noise repeats something with numbers in it, so that it does not pack well.
func noise(n int, before, after string) string {
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range n {
		b.WriteString(before)
		for range 12 {
			b.WriteByte(byte('a' + random.IntN(26)))
		}
		b.WriteString(after)
	}
	return b.String()
}

// locked sets the mark of a password on every part.
func locked(file []byte) []byte {
	file = bytes.Clone(file)
	for i := range len(file) - 10 {
		switch {
		case bytes.HasPrefix(file[i:], []byte("PK\x01\x02")):
			file[i+8] |= 1
		case bytes.HasPrefix(file[i:], []byte("PK\x03\x04")):
			file[i+6] |= 1
		}
	}
	return file
}

func twice(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for range 2 {
		w, err := z.Create("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("<w:document/>")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// lying tells in its directory that the text is one byte long.
func lying(t testing.TB) []byte {
	file := fixture{body: p("", r(strings.Repeat("a", 1000)))}.file(t)
	for i := range len(file) - 46 {
		if bytes.HasPrefix(file[i:], []byte("PK\x01\x02")) && bytes.HasPrefix(file[i+46:], []byte("word/document.xml")) {
			binary.LittleEndian.PutUint32(file[i+24:], 1)
		}
	}
	return file
}

func crowded(t testing.TB) []byte {
	parts := map[string]string{}
	for i := range 10_001 {
		parts["x/"+strings.Repeat("a", i%50)+string(rune('a'+i%26))+strings.Repeat("b", i/1300)+strings.Repeat("c", i%97)+string(rune(0x100+i))] = ""
	}
	return zipped(t, parts)
}

func TestHostileFilesAreRefused(t *testing.T) {
	danish, english := assets.Translations("da"), assets.Translations("en")
	for name, file := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := docx.Read(file.data, docx.AsChanges)
			runtime.ReadMemStats(&after)
			if !fault.Is(err, file.code) {
				t.Fatalf("refused with %v, not %s", err, file.code)
			}
			// Two hundred megabytes hold the largest text twice while it grows.
			if used := after.TotalAlloc - before.TotalAlloc; used > 300<<20 {
				t.Errorf("took %d MB", used>>20)
			}
			for _, words := range []assets.Translation{danish, english} {
				sentence := words.Text("fault."+string(file.code), "path", "a.docx")
				if strings.Contains(sentence, "{") || strings.HasPrefix(sentence, "fault.") || strings.Count(sentence, ". ") > 0 || !strings.HasSuffix(sentence, ".") {
					t.Errorf("%q is not one sentence", sentence)
				}
			}
			if _, err := docx.HasRevisions(file.data); err == nil && strings.HasPrefix(string(file.code), "word-prot") {
				t.Error("revisions are looked for in a locked file")
			}
		})
	}
}

// A text that is only large is read, in memory that grows with it.
func TestMuchTextIsRead(t *testing.T) {
	body := noise(200_000, `<w:p><w:r><w:t>`, `</w:t></w:r></w:p>`)
	if got := len(read(t, fixture{body: body}.file(t), docx.New).Blocks); got != 200_000 {
		t.Errorf("read %d paragraphs", got)
	}
	file := fixture{body: noise(600_000, `<w:p><w:r><w:t>`, `</w:t></w:r></w:p>`)}.file(t)
	if _, err := docx.Read(file, docx.New); !fault.Is(err, "word-too-large") {
		t.Errorf("600,000 paragraphs: %v", err)
	}
}

// What grows in a file must not make the time grow with its square. Nothing is
// timed here: such a file would keep the tests from ending.
func TestWhatIsRepeatedIsReadOnce(t *testing.T) {
	run := `<w:r><w:t>a</w:t></w:r>`
	id := func(i int) string { return fmt.Sprintf(` w:id="%d%x"`, i, i*7919) }
	repeat := func(n int, part func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(part(i))
		}
		return b.String()
	}
	for name, body := range map[string]string{
		"fields without end": p("", repeat(100_000, func(i int) string { return mark("begin") + mark("separate") + run + "<!--" + id(i) + "-->" })),
		"comments without end": p("", repeat(100_000, func(i int) string {
			return "<w:commentRangeStart" + id(i) + "/>" + "<w:ins" + id(i) + ">" + run + "</w:ins>"
		})),
		"revisions of a row": table(2, tr(repeat(100_000, func(i int) string { return "<w:ins" + id(i) + "/>" }), tc(p("", repeat(50_000, func(i int) string { return run + "<!--" + id(i) + "-->" }))))),
		"titles":             repeat(200_000, func(i int) string { return p(style("Titel"), r(id(i))) }),
		"merges":             repeat(200_000, func(i int) string { return p(markIs("del"), r(id(i))) }),
		"empty paragraphs":   repeat(1_000_000, func(i int) string { return "<w:p" + id(i) + "/>" }),
		"numbers":            repeat(200_000, func(i int) string { return p(list(i%2, 5), r(id(i))) }),
	} {
		t.Run(name, func(t *testing.T) {
			result, err := docx.Read(fixture{styles: danish, numbering: lists, body: body}.file(t), docx.AsChanges)
			if err != nil {
				t.Fatal(err)
			}
			if name != "merges" && name != "empty paragraphs" && len(result.Blocks) == 0 {
				t.Error("no text was read")
			}
		})
	}
}

// reference is the folder of shared Word files, "" when it is not here.
func reference(t *testing.T) []string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		if folder == filepath.Dir(folder) {
			t.Fatal("there is no go.mod above this folder")
		}
		folder = filepath.Dir(folder)
	}
	files, err := filepath.Glob(filepath.Join(folder, "..", "shared", "reference", "docx", "*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("../shared/reference/docx is not here, so its Word files are not read")
	}
	return files
}
