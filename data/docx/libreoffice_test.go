package docx_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"synlig/data/document"
	"synlig/data/docx"
	"synlig/data/redline"
)

// libre is LibreOffice with a profile of its own, so that it neither disturbs
// nor is disturbed by one that somebody works in.
type libre struct{ program, profile string }

func libreOffice(t *testing.T) libre {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice (soffice) is not installed, so nothing is taken through it")
	}
	return libre{program, t.TempDir()}
}

func (o libre) run(t *testing.T, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(o.profile)
	command := exec.CommandContext(ctx, o.program, append([]string{profile, "--headless", "--norestore"}, args...)...)
	command.WaitDelay = 10 * time.Second
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("soffice %v: %v\n%s", args, err, out)
	}
}

// convert saves all Word files of a folder in another format, or anew.
func (o libre) convert(t *testing.T, from, into, format string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(from, "*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	for batch := range slices.Chunk(files, 100) { // it takes only so many at once
		o.run(t, append([]string{"--convert-to", format, "--outdir", into}, batch...)...)
	}
}

// decide lets LibreOffice accept, and reject, all changes of the Word files of a
// folder, and save what comes of it.
func (o libre) decide(t *testing.T, from, accepted, rejected string) {
	t.Helper()
	o.run(t, "--terminate_after_init") // makes the profile; a macro put there before is lost
	for name, content := range basic {
		path := filepath.Join(o.profile, "user", "basic", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(xmlHead+content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o.run(t, fmt.Sprintf("macro:///Standard.Decide.All(%q,%q,%q)", from, accepted, rejected))
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// basic is a library of one macro, as a profile holds it.
var basic = map[string]string{
	"script.xlc": `<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`,
	"Standard/script.xlb": `<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Decide"/>
</library:library>`,
	"Standard/Decide.xba": `<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Decide" script:language="StarBasic">
Sub All(source As String, accepted As String, rejected As String)
 Dim names(10000) As String
 name = Dir(source &amp; "/*.docx")
 n = 0
 Do While name &lt;&gt; ""
  names(n) = name
  n = n + 1
  name = Dir
 Loop
 For i = 0 To n - 1
  One(source &amp; "/" &amp; names(i), accepted &amp; "/" &amp; names(i), ".uno:AcceptAllTrackedChanges")
  One(source &amp; "/" &amp; names(i), rejected &amp; "/" &amp; names(i), ".uno:RejectAllTrackedChanges")
 Next
 StarDesktop.terminate()
End Sub

Sub One(from As String, into As String, what As String)
 Dim opening(0) As New com.sun.star.beans.PropertyValue
 opening(0).Name = "Hidden"
 opening(0).Value = True
 text = StarDesktop.loadComponentFromURL(ConvertToURL(from), "_blank", 0, opening())
 dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
 dispatcher.executeDispatch(text.CurrentController.Frame, what, "", 0, Array())
 Dim saving(0) As New com.sun.star.beans.PropertyValue
 saving(0).Name = "FilterName"
 saving(0).Value = "Office Open XML Text"
 text.storeToURL(ConvertToURL(into), saving())
 text.close(True)
End Sub
</script:module>`,
}

// plain is a text as its paragraphs, with bold and italic words.
func plain(blocks []document.Block) []document.Block {
	all := make([]document.Block, len(blocks))
	for i, b := range blocks {
		var runs []document.Run
		for _, r := range b.Runs(0, len(b.Text)) {
			r.Link = ""
			for _, w := range strings.SplitAfter(r.Text, " ") {
				rest, space := strings.CutSuffix(w, " ")
				runs = append(runs, document.Run{Text: rest, Style: r.Style})
				if space {
					runs = append(runs, document.Run{Text: " "})
				}
			}
		}
		all[i] = document.NewBlock(document.Paragraph, 0, runs...)
	}
	return all
}

// keepsForms tells whether LibreOffice keeps the form of every paragraph. Up to
// now it saves a paragraph behind one that goes, or that runs on into it, with
// the form of that one.
func keepsForms(c redline.Comparison) bool {
	for _, row := range c.Blocks {
		switch row.Status {
		case redline.Deleted, redline.MovedFrom:
			return false
		case redline.Changed:
			if len(row.Base) > 1 {
				return false
			}
			if len(row.Formats) > 0 && row.Formats[0].Aspect <= redline.AspectLevel {
				return false
			}
		}
	}
	return true
}

func TestLibreOfficeKeepsAcceptsAndRejectsTheChanges(t *testing.T) {
	o := libreOffice(t)
	const documents = 60
	folder := t.TempDir()
	path := func(parts ...string) string { return filepath.Join(append([]string{folder}, parts...)...) }
	for _, sub := range []string{"ours", "saved", "accepted", "rejected"} {
		if err := os.Mkdir(path(sub), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	type pair struct {
		base, draft []document.Block
		forms       bool
	}
	pairs := map[string]pair{}
	for seed := range uint64(documents) {
		g := newGenerator(seed)
		base := g.document(1 + g.IntN(12))
		draft := g.revise(base, g.IntN(8))
		if len(draft) == 0 {
			continue
		}
		r := revision(base, draft)
		comparison := r.Compare(nil)
		data, err := docx.Marked(r, comparison)
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%03d.docx", seed)
		pairs[name] = pair{normal(base), normal(draft), keepsForms(comparison)}
		if err := os.WriteFile(path("ours", name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o.convert(t, path("ours"), path("saved"), "docx")
	o.decide(t, path("ours"), path("accepted"), path("rejected"))

	forms := 0
	for name, want := range pairs {
		check := func(what, folder string, choice docx.Revisions, want []document.Block, forms bool) {
			data, err := os.ReadFile(path(folder, name))
			if err != nil {
				t.Errorf("%s, %s: %v", name, what, err)
				return
			}
			result := read(t, data, choice)
			got := result.Blocks
			if folder != "saved" && result.HasRevisions {
				t.Errorf("%s, %s: some change is undecided", name, what)
			}
			if forms {
				if d := same(got, want); d != "" {
					t.Errorf("%s, %s: %s", name, what, d)
				}
			} else if d := same(plain(got), plain(want)); d != "" {
				t.Errorf("%s, %s: %s", name, what, d)
			}
		}
		if want.forms {
			forms++
		}
		check("saved, new text", "saved", docx.New, want.draft, want.forms)
		check("saved, old text", "saved", docx.Old, want.base, want.forms)
		check("accepted by LibreOffice", "accepted", docx.New, want.draft, false)
		check("rejected by LibreOffice", "rejected", docx.New, want.base, false)
	}
	if forms < 5 {
		t.Errorf("only %d of %d documents show that forms are kept", forms, len(pairs))
	}
}

// bullets are the signs that LibreOffice and we put before items.
var bullets = strings.NewReplacer("–", "•", "·", "•", "◦", "•", "▪", "•")

// numbered is a text as it is read, with the numbers of its headings and items.
func numbered(blocks []document.Block) string {
	var b strings.Builder
	for i, label := range document.Labels(blocks) {
		if label != "" {
			label += " "
		}
		b.WriteString(bullets.Replace(label) + blocks[i].Text + "\n")
	}
	return b.String()
}

func TestLibreOfficeNumbersAsWeDo(t *testing.T) {
	o := libreOffice(t)
	from, into := t.TempDir(), t.TempDir()
	want := map[string]string{}
	for seed := range uint64(60) {
		g := newGenerator(seed)
		blocks := g.document(1 + g.IntN(25))
		for i := range blocks {
			kind, level := document.Kind(g.IntN(7)), 0
			if kind >= document.Bullet && g.IntN(2) == 0 {
				kind = document.Numbered
			}
			if kind.IsList() {
				level = g.IntN(document.MaxLevel + 1)
			}
			blocks[i] = document.NewBlock(kind, level, document.Run{Text: fmt.Sprint("tekst", i)})
		}
		data, err := docx.Clean(revision(nil, blocks))
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("%03d", seed)
		want[name] = numbered(blocks)
		if err := os.WriteFile(filepath.Join(from, name+".docx"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o.convert(t, from, into, "txt:Text (encoded):UTF8")
	for name, want := range want {
		data, err := os.ReadFile(filepath.Join(into, name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
			got.WriteString(strings.Join(strings.Fields(bullets.Replace(line)), " ") + "\n")
		}
		if got.String() != want {
			t.Errorf("%s: LibreOffice reads\n%s, not\n%s", name, got.String(), want)
		}
	}
}
