package survey

import (
	"slices"
	"strings"
	"sync"

	"synlig/data/survey"
	"synlig/data/survey/disclosure"
	"synlig/screens/kit"
)

// release remembers in a session what a paper, a file or a copy shows, and gives
// what it gives away beside what went out before.
type release func(s *survey.Session, name string) []disclosure.Leak

// releases are what went out while the program was open.
type releases struct {
	mu      sync.Mutex
	session *survey.Session
	all     []given
}

type given struct {
	name    string
	release release
}

func (r *releases) fresh() { r.session, r.all = survey.NewSession(), nil }

// try tells what a release would give away. One that gives nothing away is kept
// as done.
func (r *releases) try(name string, do release) []disclosure.Leak {
	r.mu.Lock()
	defer r.mu.Unlock()
	leaks := do(r.session, name)
	if len(leaks) == 0 {
		r.all = append(r.all, given{name, do})
		return nil
	}
	// It may be left undone: the session is what went out before it.
	r.session = survey.NewSession()
	for _, g := range r.all {
		g.release(r.session, g.name)
	}
	return leaks
}

// keep remembers what went out although it gives something away.
func (r *releases) keep(name string, do release) {
	r.mu.Lock()
	defer r.mu.Unlock()
	do(r.session, name)
	r.all = append(r.all, given{name, do})
}

// names are what went out, each once, in order.
func (r *releases) names() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var names []string
	for _, g := range r.all {
		if !slices.Contains(names, g.name) {
			names = append(names, g.name)
		}
	}
	return names
}

// give does then when nobody can be found by what goes out, together with what
// went out before; else it says what could be worked out, and asks.
func (p *Page) give(name string, do release, then func()) {
	if do == nil {
		then()
		return
	}
	w := p.lens.wave()
	var leaks []disclosure.Leak
	p.start(func() { leaks = p.given.try(name, do) }, func() {
		if len(leaks) == 0 {
			then()
			return
		}
		parts := kit.Column(kit.Between, kit.NewText(text("leak_what")))
		for _, line := range leakLines(w, leaks) {
			parts.Add(kit.NewText(line))
		}
		parts.Add(kit.NewText(text("leak_do")))
		p.host.Sheet(text("leak_title"), 520, parts,
			kit.NewButton(text("leak_anyway"), nil, func() {
				p.start(func() { p.given.keep(name, do) }, then)
			}),
			kit.NewMainButton(text("leak_stop"), nil, nil))
	})
}

// mostLeaks is how many are told of by name.
const mostLeaks = 5

// leakLines say what could be worked out, each pair of tables and question once.
func leakLines(w *survey.Wave, leaks []disclosure.Leak) []string {
	var lines []string
	for _, leak := range leaks {
		question := leak.Subject
		for i := range w.Questions {
			if q := &w.Questions[i]; strings.HasPrefix(leak.Subject, q.ID+"/") {
				question = q.Text
			}
		}
		line := text("leak", "table", leak.Name, "other", leak.Other, "question", question)
		if leak.Other == leak.Name || leak.Other == "" {
			line = text("leak_alone", "table", leak.Name, "question", question)
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	if more := len(lines) - mostLeaks; more > 0 {
		lines = append(lines[:mostLeaks], count("leak_more", more))
	}
	return lines
}

// ofTables is the release of some tables of questions by department.
func ofTables(tables ...func() (*survey.View, *survey.DepartmentTable)) release {
	return func(s *survey.Session, name string) []disclosure.Leak {
		var leaks []disclosure.Leak
		for _, table := range tables {
			v, t := table()
			leaks = append(leaks, s.ShowDepartments(v, t, name)...)
		}
		return leaks
	}
}

// ofQuestion is the release of a question's table.
func ofQuestion(v *survey.View, question int, b survey.Base) release {
	return ofTables(func() (*survey.View, *survey.DepartmentTable) { return v, v.Safe(question, b) })
}

// both is the release of two things together.
func both(releases ...release) release {
	return func(s *survey.Session, name string) []disclosure.Leak {
		var leaks []disclosure.Leak
		for _, r := range releases {
			leaks = append(leaks, r(s, name)...)
		}
		return leaks
	}
}
