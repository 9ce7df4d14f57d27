package docx

import "bytes"

// revising are the elements that only a tracked change has.
var revising = map[string]bool{
	"ins": true, "del": true, "moveFrom": true, "moveTo": true,
	"rPrChange": true, "pPrChange": true, "cellIns": true, "cellDel": true,
}

// HasRevisions tells, without reading the whole of it, whether a Word file
// carries tracked changes of text, of a paragraph's or a run's form. The errors
// are those of Read.
func HasRevisions(data []byte) (bool, error) {
	file, err := open(data)
	if err != nil {
		return false, err
	}
	top, err := file.relations("")
	if err != nil {
		return false, err
	}
	main, ok, err := file.part(find(top, "officeDocument", usualMain), maxText)
	if err != nil {
		return false, err
	}
	if !ok {
		return false, file.mainless()
	}
	// In XML a "<" always begins an element, a comment or the like.
	for {
		i := bytes.IndexByte(main, '<')
		if i < 0 {
			return false, nil
		}
		main = main[i+1:]
		name := main[:min(len(main), 64)]
		if end := bytes.IndexAny(name, " \t\r\n/>"); end >= 0 {
			name = name[:end]
		}
		if revising[string(name[bytes.IndexByte(name, ':')+1:])] {
			return true, nil
		}
	}
}
