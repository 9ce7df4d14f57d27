package docx

import (
	"path"
	"strings"

	"synlig/data/fault"
)

// relation is where a part leads to.
type relation struct {
	kind     string // the last word of its type: "styles", "hyperlink"
	target   string // a part's name, or an address
	external bool
}

// relations reads the relations of a part, "" for the file as a whole. A part
// without any has none.
func (a *archive) relations(of string) (map[string]relation, error) {
	folder, name := path.Split(of)
	data, ok, err := a.part(folder+"_rels/"+name+".rels", maxPart)
	if !ok {
		return nil, err
	}
	m := newMarkup(data)
	if err := m.root("Relationships"); err != nil {
		return nil, err
	}
	all := map[string]relation{}
	err = m.each(func(t token) error {
		var r relation
		var id string
		for _, attr := range t.attrs {
			switch attr.name {
			case "Id":
				id = attr.text()
			case "Type":
				r.kind = path.Base(attr.text())
			case "Target":
				r.target = attr.text()
			case "TargetMode":
				r.external = attr.text() == "External"
			}
		}
		if !r.external {
			r.target = inside(folder, r.target)
		}
		all[id] = r
		return m.skip()
	})
	return all, err
}

// inside is the name of the part that target leads to from a folder. It never
// leads out of the file: "/.." is "/".
func inside(folder, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = "/" + folder + target
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// find is the part of that kind among relations, or usual.
func find(relations map[string]relation, kind, usual string) string {
	found := ""
	for _, r := range relations {
		// Two of a kind are a mistake; which one is taken must not hang on luck.
		if r.kind == kind && !r.external && (found == "" || r.target < found) {
			found = r.target
		}
	}
	if found == "" {
		return usual
	}
	return found
}

// usualMain is where every word processor puts the text.
const usualMain = "word/document.xml"

// references is all that the text's part refers to.
type references struct {
	main      string // the text's part
	relations map[string]relation
	styles    *styles
	numbering *numbering
	comments  map[string]Comment
}

func (a *archive) references() (*references, error) {
	top, err := a.relations("")
	if err != nil {
		return nil, err
	}
	r := &references{main: find(top, "officeDocument", usualMain)}
	if a.parts[strings.ToLower(r.main)] == nil {
		return nil, a.mainless()
	}
	if r.relations, err = a.relations(r.main); err != nil {
		return nil, err
	}
	folder, _ := path.Split(r.main)
	if r.styles, err = a.styles(find(r.relations, "styles", folder+"styles.xml")); err != nil {
		return nil, err
	}
	if r.numbering, err = a.numbering(find(r.relations, "numbering", folder+"numbering.xml"), r.styles); err != nil {
		return nil, err
	}
	r.comments, err = a.comments(find(r.relations, "comments", folder+"comments.xml"))
	return r, err
}

// mainless says why there is no text: another kind of file, or a damaged one.
func (a *archive) mainless() error {
	if a.parts["[content_types].xml"] != nil && a.parts["xl/workbook.xml"] == nil && a.parts["ppt/presentation.xml"] == nil {
		return fault.New("word-broken")
	}
	return fault.New("word-foreign")
}
