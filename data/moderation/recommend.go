package moderation

import "slices"

// Hit is a question whose answer leads to something.
type Hit struct {
	Question int
	Answer   Answer
	// Advice is what the answer leads to. Its outcome is empty where another
	// hit or a hard rule goes before it; the hit is then for the record.
	Advice
}

// Recommendation is what the checklist makes of the answers so far. A person
// decides.
type Recommendation struct {
	Main Hit // the first hit; the zero Hit when nothing was hit
	Also []Hit
	// Outcome is recommended, with the rule it cites. Empty while nothing is.
	Outcome Outcome
	Rules   []Rule
	// Offered are the outcomes that can be chosen without a line of why,
	// Outcome first.
	Offered   []Outcome
	Templates []string // keys of the replies that fit, best first
	Do        []string // codes of what happens now, in order
	Second    bool     // a second person has to agree to Outcome
	Next      int      // the question to be answered next; 0 when done
	Stopped   bool     // a question stopped the rest
	// Equality is what question 17 makes of a removal.
	Equality Equality
}

// Equality is how a removal stands to the equality test.
type Equality string

// The states of the equality test.
const (
	EqualityNone    Equality = ""        // no removal is at hand
	EqualityExempt  Equality = "beskyt"  // protection goes first, it is not asked
	EqualityPending Equality = "mangler" // it has to be asked before the removal
	EqualityPassed  Equality = "bestaaet"
	EqualityFailed  Equality = "ikke_bestaaet" // No or in doubt: let stand
)

// Complete tells whether every question that has to be asked is answered.
func (r Recommendation) Complete() bool { return r.Next == 0 }

// Recommend is what the checklist recommends for these answers. chosen is what
// the person means to do instead, empty for nothing. Rules that the set lacks
// are left out.
func (c Checklist) Recommend(rules RuleSet, a Answers, chosen Outcome) Recommendation {
	var r Recommendation
	r.Next = c.Next(a, chosen)
	asked := c.Asked(a, chosen)
	if n := len(asked); n > 0 {
		r.Stopped = c.Question(asked[n-1]).Stop && a.Of(asked[n-1]) == Yes
	}
	hits := c.hits(a)
	if len(hits) > 0 {
		r.Main, r.Also = hits[0], c.compatible(a, hits[0], hits[1:])
	}
	c.conclude(&r, a, chosen)
	r.cite(rules)
	return r
}

// hits are the questions 1–16 with an answer that leads to something, in order.
func (c Checklist) hits(a Answers) []Hit {
	var hits []Hit
	for n := 1; n < QEquality && n <= len(c.Questions); n++ {
		if n == QAbuse && a.Of(QCriticism) == Yes {
			continue // the jump
		}
		if advice := c.Question(n).advice(a); !advice.Zero() {
			hits = append(hits, Hit{n, a.Of(n), advice})
		}
	}
	return hits
}

// compatible takes the outcome from those later hits that cannot be done
// together with the first one, and from those a hard rule forbids.
func (c Checklist) compatible(a Answers, main Hit, rest []Hit) []Hit {
	also := slices.Clone(rest)
	for i, h := range also {
		clash := main.Outcome.Removes() && (h.Outcome.Stays() || h.Outcome.Open()) ||
			main.Outcome.Stays() && h.Outcome.Removes() ||
			a.Of(QCPR) == Yes && (h.Outcome.Stays() || h.Outcome == Hide)
		if clash {
			also[i].Outcome, also[i].Templates, also[i].Do = "", nil, nil
		}
	}
	return also
}

// conclude fills what follows from the hits.
func (c Checklist) conclude(r *Recommendation, a Answers, chosen Outcome) {
	switch {
	case r.Main.Question != 0:
		r.Outcome, r.Second = r.Main.Outcome, r.Main.Second
		r.Do = append(r.Do, r.Main.Do...)
		r.Templates = append(r.Templates, r.Main.Templates...)
	case r.Complete():
		r.Outcome, r.Do, r.Templates = LetStand, []string{"let-stand"}, []string{"T7"}
	}
	c.equality(r, a, chosen)
	for _, h := range r.Also {
		r.Do = append(r.Do, h.Do...)
		if r.Outcome.Stays() && h.Outcome.Stays() && h.Outcome != LetStand && r.Outcome == LetStand {
			// To let stand leaves room for a reply: that of the later question fits better.
			r.Templates = slices.Concat(h.Templates, r.Templates)
			continue
		}
		r.Templates = append(r.Templates, h.Templates...)
	}
	if h := c.Question(QRecord).advice(a); len(h.Do) > 0 {
		r.Do = append(r.Do, h.Do...)
	}
	r.Do, r.Templates = unique(r.Do), unique(r.Templates)
	r.offer()
}

// equality puts a removal to the test, and takes the recommendation back when
// it fails.
func (c Checklist) equality(r *Recommendation, a Answers, chosen Outcome) {
	removes := func(h Hit) bool { return h.Outcome.Removes() || h.Outcome == WeighBlock }
	if !chosen.Removes() && !removes(r.Main) && !slices.ContainsFunc(r.Also, removes) {
		return
	}
	switch {
	case c.Protects(a):
		r.Equality = EqualityExempt
		return
	case a.Of(QEquality) == Unanswered:
		r.Equality = EqualityPending
		return
	case a.Of(QEquality) == Yes:
		r.Equality = EqualityPassed
		return
	}
	r.Equality = EqualityFailed
	r.Outcome, r.Second, r.Templates = LetStand, false, nil
	r.Do = append([]string{"let-stand"}, c.Question(QEquality).advice(a).Do...)
	for i, h := range r.Also {
		if removes(h) {
			r.Also[i].Outcome, r.Also[i].Templates, r.Also[i].Do = "", nil, nil
		}
	}
}

// offer lists what can be chosen without saying why.
func (r *Recommendation) offer() {
	if r.Outcome == "" {
		return
	}
	r.Offered = []Outcome{r.Outcome}
	for _, h := range r.Also {
		if h.Outcome != "" {
			r.Offered = append(r.Offered, h.Outcome)
		}
	}
	if i := slices.Index(r.Offered, WeighBlock); i >= 0 {
		r.Offered = slices.Insert(r.Offered, i+1, Exclude) // to weigh it is to be free to do it
	}
	r.Offered = unique(r.Offered)
}

// cite looks up the rules of the main hit, and of the others after them.
func (r *Recommendation) cite(rules RuleSet) {
	numbers := slices.Clone(r.Main.Rules)
	if r.Equality == EqualityFailed {
		numbers = nil
	}
	for _, n := range numbers {
		if rule, ok := rules.Rule(n); ok {
			r.Rules = append(r.Rules, rule)
		}
	}
}

func unique[T comparable](all []T) []T {
	var once []T
	for _, v := range all {
		if !slices.Contains(once, v) {
			once = append(once, v)
		}
	}
	return once
}

// EqualityOf is how an action that was taken stood to the equality test.
func EqualityOf(a Answers, outcome Outcome, exempt bool) Equality {
	switch {
	case !outcome.Removes():
		return EqualityNone
	case exempt:
		return EqualityExempt
	case a.Of(QEquality) == Yes:
		return EqualityPassed
	}
	return EqualityFailed
}
