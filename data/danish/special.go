package danish

// findSpecials finds words about health, ethnicity, religion, union, crime,
// sexuality and social matters where a person stands in the same sentence. It
// is whole words only: "snart" and "spise" are none.
func (p *page) findSpecials(matches []match) []Find {
	rules := map[List]string{}
	for _, s := range specials {
		rules[s.list] = s.rule
	}
	persons := map[int]match{} // the first of each sentence
	for _, m := range matches {
		if m.phrase.list == Persons {
			if _, there := persons[m.sentence]; !there {
				persons[m.sentence] = m
			}
		}
	}
	var found []Find
	for _, m := range matches {
		rule, special := rules[m.phrase.list]
		person, about := persons[m.sentence]
		if !special || !about {
			continue
		}
		from, to := int(p.tokens[m.from].from), int(p.tokens[m.to-1].to)
		f := Find{Kind: Special, Level: Yellow, Rule: rule, Match: p.masked(from, to, 1)}
		f.Words = []string{p.text(from, to), p.text(int(p.tokens[person.from].from), int(p.tokens[person.to-1].to))}
		f.From, f.To = p.span(from, to)
		found = append(found, f)
	}
	return found
}
