package importer

import (
	"testing"

	"synlig/data/fault"
)

func TestReadRefuses(t *testing.T) {
	huge := FromBytes("stor.csv", nil)
	huge.Size = 2 << 30
	for name, c := range map[string]struct {
		files []File
		code  fault.Code
	}{
		"nothing":       {nil, "import-no-file"},
		"a 2 GB file":   {[]File{huge}, "import-too-large"},
		"empty":         {[]File{FromBytes("a.csv", nil)}, "file-empty"},
		"headings only": {[]File{FromBytes("a.csv", []byte("a;b;c\n"))}, "import-no-rows"},
		"a picture":     {[]File{FromBytes("a.csv", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x01\x02\x03"))}, "file-binary"},
	} {
		if _, err := Read(t.Context(), c.files, Reading{}, nil); !fault.Is(err, c.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
