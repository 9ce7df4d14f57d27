package posts

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// How tells by what a row of figures was found to belong to a post.
type How string

// The ways, surest first.
const (
	ByAddress How = "address"
	ByID      How = "id"
	ByCaption How = "caption" // the same words, published at about the same time
)

// Pair is a row of figures and the post it belongs to.
type Pair struct {
	Told Told
	Post int64
	How  How
}

// slack is how far apart the time in Meta's file and ours may lie: the file
// does not name its zone, and somebody may have registered the post a day late.
const slack = 36 * time.Hour

// shortestCaption is how many letters a caption must have to stand for a post
// of which it is only the beginning.
const shortestCaption = 40

// Match finds the posts that rows of figures belong to: by address, by the
// number in the address, or by words and time. Rows that fit no post or more
// than one are left over. No post is given two rows; the surer one is.
func Match(told []Told, all []Post) (pairs []Pair, left []Told) {
	known := shelve(all)
	taken := map[int64]bool{}
	open := told
	for _, way := range []struct {
		how  How
		find func(Told) []int64
	}{{ByAddress, known.byAddress}, {ByID, known.byID}, {ByCaption, known.byCaption}} {
		var rest []Told
		for _, t := range open {
			found := slices.DeleteFunc(way.find(t), func(id int64) bool { return taken[id] })
			if len(found) != 1 {
				rest = append(rest, t)
				continue
			}
			taken[found[0]] = true
			pairs = append(pairs, Pair{t, found[0], way.how})
		}
		open = rest
	}
	slices.SortStableFunc(pairs, func(a, b Pair) int { return a.Told.Row - b.Told.Row })
	return pairs, open
}

// FiguresOf are what the pairs tell, taken on a day.
func FiguresOf(pairs []Pair, taken time.Time) []Figures {
	var all []Figures
	for _, p := range pairs {
		all = append(all, Figures{Post: p.Post, Taken: taken, Values: p.Told.Values})
	}
	return all
}

// shelf is the published posts, ready to be looked up.
type shelf struct {
	addresses, numbers map[string][]int64
	captions           []caption // by their words
}

type caption struct {
	words string
	at    time.Time
	post  int64
}

func shelve(all []Post) shelf {
	s := shelf{addresses: map[string][]int64{}, numbers: map[string][]int64{}}
	for _, p := range all {
		if p.Published.IsZero() {
			continue
		}
		if p.Address != "" {
			s.addresses[p.Address] = append(s.addresses[p.Address], p.ID)
			if n := numberIn(p.Address); n != "" {
				s.numbers[n] = append(s.numbers[n], p.ID)
			}
		}
		s.captions = append(s.captions, caption{folded(p.Text), p.Published, p.ID})
	}
	slices.SortStableFunc(s.captions, func(a, b caption) int { return strings.Compare(a.words, b.words) })
	return s
}

func (s shelf) byAddress(t Told) []int64 { return slices.Clone(s.addresses[t.Address]) }

func (s shelf) byID(t Told) []int64 {
	if t.ID != "" {
		if found := s.numbers[t.ID]; len(found) > 0 {
			return slices.Clone(found)
		}
	}
	if n := numberIn(t.Address); n != "" {
		return slices.Clone(s.numbers[n])
	}
	return nil
}

func (s shelf) byCaption(t Told) (found []int64) {
	words := folded(strings.TrimSuffix(strings.TrimSuffix(t.Caption, "…"), "..."))
	if words == "" {
		return nil
	}
	first, _ := slices.BinarySearchFunc(s.captions, words, func(c caption, words string) int { return strings.Compare(c.words, words) })
	long := len([]rune(words)) >= shortestCaption
	for _, c := range s.captions[first:] {
		if !strings.HasPrefix(c.words, words) {
			break
		}
		near := t.Published.IsZero() || t.Published.Sub(c.at).Abs() <= slack
		if near && (long || c.words == words) {
			found = append(found, c.post)
		}
	}
	return found
}

// numberIn is the number of the post that an address names; "" for none.
func numberIn(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	for _, name := range []string{"story_fbid", "fbid", "v"} {
		if value := u.Query().Get(name); value != "" {
			return value
		}
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	last := parts[len(parts)-1]
	if cut := strings.LastIndexByte(last, ':'); cut >= 0 {
		last = last[cut+1:]
	}
	if plainID.MatchString(last) || strings.HasPrefix(last, "pfbid") {
		return last
	}
	return ""
}

// folded is a text for comparing: letters and digits in small letters, all else
// as single spaces.
func folded(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool { return !wordly(r) }), " ")
}
