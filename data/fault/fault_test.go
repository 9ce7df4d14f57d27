package fault

import (
	"errors"
	"fmt"
	"io"
	"testing"
)

func TestCodes(t *testing.T) {
	inner := Wrap(io.EOF, "file-broken", "path", "a.txt")
	outer := fmt.Errorf("while reading: %w", Wrap(inner, "import-failed"))
	for name, c := range map[string]struct {
		err  error
		want Code
	}{
		"no error":              {nil, ""},
		"an error without code": {io.EOF, Internal},
		"a coded error":         {inner, "file-broken"},
		"the outermost code":    {outer, "import-failed"},
	} {
		if got := CodeOf(c.err); got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if !errors.Is(outer, io.EOF) {
		t.Error("the cause is lost")
	}
	if Is(nil, "") || !Is(inner, "file-broken") || Is(inner, "import-failed") {
		t.Error("Is is wrong")
	}
	if got := inner.Error(); got != "file-broken map[path:a.txt]: EOF" {
		t.Errorf("for the log: %q", got)
	}
}

func TestArgumentsComeInPairs(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a name without a value was taken")
		}
	}()
	odd := make([]string, 0, 1)
	New("code", append(odd, "name")...)
}
