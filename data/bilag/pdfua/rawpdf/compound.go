package rawpdf

import "strconv"

func (l *Lexer) array() (Object, error) {
	if l.depth++; l.depth > maxDepth {
		return nil, errDeep
	}
	defer func() { l.depth-- }()
	out := Array{}
	for {
		o, err := l.Next()
		if err != nil {
			l.note(ProblemSyntax, "array without end")
			return out, err
		}
		if k, ok := o.(Keyword); ok {
			if k == "]" {
				return out, nil
			}
			l.note(ProblemSyntax, "word "+strconv.Quote(clip(string(k)))+" in an array")
			if k == "endobj" || k == ">>" {
				return out, nil
			}
			continue
		}
		out = append(out, o)
	}
}

func (l *Lexer) dict() (Object, error) {
	if l.depth++; l.depth > maxDepth {
		return nil, errDeep
	}
	defer func() { l.depth-- }()
	out := Dict{}
	for {
		o, err := l.Next()
		if err != nil {
			l.note(ProblemSyntax, "dictionary without end")
			return out, err
		}
		key, ok := o.(Name)
		if !ok {
			if o != Object(Keyword(">>")) {
				l.note(ProblemSyntax, "a dictionary's key is no name")
			}
			if k, bare := o.(Keyword); bare && (k == ">>" || k == "endobj" || k == "]") {
				return out, nil
			}
			continue
		}
		v, err := l.Next()
		if err != nil {
			return out, err
		}
		if k, bare := v.(Keyword); bare {
			l.note(ProblemSyntax, "no value for /"+clip(string(key)))
			if k == ">>" {
				return out, nil
			}
			continue
		}
		if _, twice := out[key]; twice {
			l.note(ProblemDuplicate, "/"+clip(string(key)))
		}
		if v != nil {
			out[key] = v
		}
	}
}
