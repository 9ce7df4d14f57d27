package rawpdf

import (
	"io"
	"reflect"
	"slices"
	"testing"
)

func readAll(text string, refs bool) (objects []Object, codes []string) {
	l := &Lexer{data: []byte(text), refs: refs, note: func(code, _ string) { codes = append(codes, code) }}
	for {
		o, err := l.Next()
		if err != nil {
			return objects, codes
		}
		objects = append(objects, o)
	}
}

// TestObjects holds the reading of every kind of object (ISO 32000-1, 7.3).
func TestObjects(t *testing.T) {
	for text, want := range map[string]Object{
		"12":                         12,
		"-7":                         -7,
		"+3":                         3,
		"1.50":                       1.5,
		"-.5":                        -0.5,
		"4.":                         4.0,
		"true":                       true,
		"null":                       nil,
		"/A#20B":                     Name("A B"),
		"/":                          Name(""),
		"(a(b)c)":                    String("a(b)c"),
		`(\(\)\\\n\101\53\7)`:        String("()\\\nA+\a"),
		"(a\\\nb\r\nc)":              String("ab\nc"),
		"<48 65 6A>":                 String("Hej"),
		"[1 (a) /b]":                 Array{1, String("a"), Name("b")},
		"<</A 1/B[2]/C<</D null>>>>": Dict{"A": 1, "B": Array{2}, "C": Dict{}},
		"% note\n5":                  5,
		"12 0 R":                     Ref{12, 0},
		"[1 2 3 0 R 4]":              Array{1, 2, Ref{3, 0}, 4},
		"BT":                         Keyword("BT"),
		"T*":                         Keyword("T*"),
	} {
		objects, codes := readAll(text, true)
		if len(objects) != 1 || !reflect.DeepEqual(objects[0], want) || len(codes) > 0 {
			t.Errorf("%q is %#v, expected %#v; noted %v", text, objects, want, codes)
		}
	}
}

// TestNotes holds what the lexer finds wrong and goes on from.
func TestNotes(t *testing.T) {
	for text, code := range map[string]string{
		"<ABC>":         ProblemHex,
		"<AG>":          ProblemHex,
		"(open":         ProblemSyntax,
		"[1 2":          ProblemSyntax,
		"<</A 1":        ProblemSyntax,
		"<</A>>":        ProblemSyntax,
		"<<1 2>>":       ProblemSyntax,
		"<</A 1/A 2>>":  ProblemDuplicate,
		"1-2":           ProblemSyntax,
		"--2":           ProblemSyntax,
		"1.2.3":         ProblemSyntax,
		"9999999999":    ProblemLimit,
		"[1 endobj":     ProblemSyntax,
		"[[[ >> ] ] ]":  ProblemSyntax,
		"+":             ProblemSyntax,
		"<</A endobj>>": ProblemSyntax,
	} {
		if _, codes := readAll(text, true); !slices.Contains(codes, code) {
			t.Errorf("%q is noted as %v, expected %s", text, codes, code)
		}
	}
}

// TestContentHasNoReferences: in a content stream "1 0 R" is three words.
func TestContentHasNoReferences(t *testing.T) {
	objects, _ := readAll("1 0 R", false)
	if want := []Object{1, 0, Keyword("R")}; !slices.Equal(objects, want) {
		t.Errorf("%v", objects)
	}
}

func TestDecodeText(t *testing.T) {
	for in, want := range map[String]string{
		"Hej":                      "Hej",
		"bl\xe5 \x84 \xa0":         "blå — €",
		"\xfe\xff\x00\xe6":         "æ",
		"\xff\xfe\xe6\x00":         "æ",
		"\xfe\xff\xd8\x3d\xde\x00": "😀",
		"\xfe\xff":                 "",
	} {
		if got := DecodeText(in); got != want {
			t.Errorf("%q is %q, expected %q", string(in), got, want)
		}
	}
}

// FuzzLexer: every text comes to an end, and never goes backwards.
func FuzzLexer(f *testing.F) {
	for _, seed := range []string{"<</A[1 0 R(x)]>>", "<48>", "((", "BT /F1 1 Tf [<00>-1] TJ ET", "[[[[<<<<", "1 0 obj", "/#", "%"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := &Lexer{data: []byte(text), refs: true, note: func(string, string) {}}
		for at := -1; ; at = l.Pos() {
			if _, err := l.Next(); err == io.EOF {
				return
			}
			if l.Pos() <= at {
				t.Fatalf("stuck at %d", at)
			}
		}
	})
}
