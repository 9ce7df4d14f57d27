package danish

// findAddresses finds streets with a number, and the floor, postcode and town
// behind: "Nørregade 12, 3. tv., 1165 København K".
func (r *Rules) findAddresses(p *page) []Find {
	var found []Find
	for i := 0; i+1 < len(p.tokens); i++ {
		if p.tokens[i].kind != word || !r.isStreet(p, i) {
			continue
		}
		end := p.houseNumber(i + 1)
		if end == 0 {
			continue
		}
		end = p.town(p.floor(end))
		from, to := int(p.tokens[p.streetStart(i)].from), int(p.tokens[end-1].to)
		if r.own[contactKey(p.text(from, to))] || r.own[contactKey(p.text(from, int(p.tokens[i+1].to)))] {
			continue
		}
		f := Find{Kind: Address, Level: Yellow, Match: p.masked(from, to, 3)}
		f.From, f.To = p.span(from, to)
		found = append(found, f)
		i = end - 1
	}
	return found
}

const (
	longestEnding = 10 // letters: "boulevarden"
	longestStreet = 40
)

// isStreet tells whether token i ends like a street and is no other word.
func (r *Rules) isStreet(p *page, i int) bool {
	t := p.tokens[i]
	length := int(t.to - t.from)
	if length > longestStreet {
		return false
	}
	if street, known := r.street[t.text]; known && !street {
		return false
	}
	for n := min(length, longestEnding+1); n >= 3; n-- {
		if street := r.street[p.text(int(t.to)-n, int(t.to))]; street {
			if n == length { // "Torv" alone needs a name before it
				return i > 0 && p.tokens[i-1].kind <= short && isUpper(p.runes[t.from]) && p.capital(i-1)
			}
			return n+2 <= length
		}
	}
	return false
}

func (p *page) capital(i int) bool { return isUpper(p.runes[p.tokens[i].from]) }

// streetStart is the first token of the street's name: "Vester Voldgade".
func (p *page) streetStart(i int) int {
	if !p.capital(i) {
		return i
	}
	for n := 0; n < 3 && i > 0; n++ {
		t := p.tokens[i-1]
		if t.kind != word && t.kind != short || !p.capital(i-1) {
			break
		}
		i--
	}
	return i
}

// houseNumber is the token behind a house number at i, 0 when there is none:
// 12, 12B, 12 B, 12-14.
func (p *page) houseNumber(i int) int {
	t := p.tokens[i]
	if t.kind == word && t.text == "nr" || t.kind == short && t.text == "nr." {
		if i++; i >= len(p.tokens) {
			return 0
		}
		t = p.tokens[i]
	}
	digits := 0
	for int(t.from)+digits < int(t.to) && isDigit(p.runes[int(t.from)+digits]) {
		digits++
	}
	rest := int(t.to-t.from) - digits
	if digits == 0 || digits > 3 || t.kind == word && rest > 1 || t.kind == number && rest > 4 || t.kind > ordinal {
		return 0
	}
	i++
	if i < len(p.tokens) && units[p.tokens[i].text] {
		return 0
	}
	if i < len(p.tokens) && p.tokens[i].kind == word && p.tokens[i].to-p.tokens[i].from == 1 && isUpper(p.runes[p.tokens[i].from]) {
		i++
	}
	return i
}

// units behind a number make it a count of something.
var units = setOf("gange gang dage dag år timer time personer borgere biler sager uger uge måneder procent pct kroner kr kr. minutter mennesker boliger lejligheder meter km børn medarbejdere")

// floor is the token behind the floor and the side at i: ", 3. tv.", ", st. th.".
func (p *page) floor(i int) int {
	end := i
	for n := 0; n < 6 && i < len(p.tokens); n++ {
		t := p.tokens[i]
		i++
		switch {
		case t.text == ",":
			continue
		case t.kind == ordinal && t.to-t.from <= 3, floors[bare(t.text)]:
			end = i
		case (t.kind == ender && t.text == ".") && floors[bare(p.tokens[i-2].text)]:
			// "tv." where it is no abbreviation of the list
		default:
			return end
		}
	}
	return end
}

var floors = setOf("st sal tv th mf kl kld dør etage stuen kælderen")

// town is the token behind a postcode and a town at i.
func (p *page) town(i int) int {
	j := i
	for n := 0; n < 2 && j < len(p.tokens) && (p.tokens[j].text == "," || p.tokens[j].kind == breaker || p.tokens[j].text == "."); n++ {
		j++
	}
	if j+1 >= len(p.tokens) || p.tokens[j].kind != number || p.tokens[j].to-p.tokens[j].from != 4 ||
		p.tokens[j+1].kind != word || !p.capital(j+1) {
		return i
	}
	j += 2
	for n := 0; n < 2 && j < len(p.tokens) && p.tokens[j].kind <= short && p.capital(j) && p.tokens[j].to-p.tokens[j].from <= 2; n++ {
		j++
	}
	return j
}
