package store

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"synlig/data/moderation"
)

// Verify looks through the whole record: every line against the one before it,
// what each line is about against the line, comments and actions as they stand
// against what was recorded, editions and versions against their hashes, and
// the database itself. It names the first thing that was altered. printed is a
// hash from a paper; Verdict.Known tells whether the record holds it, "" asks
// nothing.
//
// What it proves is that the file was not altered afterwards by somebody who
// could not make all hashes anew; a printed hash shows that too. It does not
// prove what happened on Facebook.
func (m Moderation) Verify(ctx context.Context, printed string) (v moderation.Verdict, err error) {
	err = m.read(ctx, func(tx tx) error {
		v, err = tx.verify(ctx, printed)
		return err
	})
	return v, err
}

func (t tx) verify(ctx context.Context, printed string) (moderation.Verdict, error) {
	var last int64
	if _, err := t.one("SELECT coalesce(max(seq), 0) FROM moderation_log", nil, &last); err != nil {
		return moderation.Verdict{}, err
	}
	parts := make([]*chainCheck, max(1, min(runtime.GOMAXPROCS(0), int(last/partLines))))
	var work errgroup
	for i := range parts {
		n := int64(len(parts))
		parts[i] = &chainCheck{printed: printed, from: last*int64(i)/n + 1, to: last * int64(i+1) / n}
		if i == 0 {
			continue // is gone through here, in this transaction
		}
		work.Go(func() error { return t.store.read(ctx, parts[i].run) })
	}
	work.Go(func() error { return t.store.read(ctx, parts[0].checkFile) })
	err := parts[0].run(t)
	if err = errors.Join(err, work.Wait()); err != nil {
		return moderation.Verdict{}, err
	}
	c := join(parts)
	for _, check := range []func(*chainCheck) error{t.verifyCases, t.verifyActions, t.verifyEditions, t.verifyVersions} {
		if c.verdict.Broken != nil {
			break
		}
		if err := check(c); err != nil {
			return moderation.Verdict{}, err
		}
	}
	if c.verdict.Broken == nil {
		c.verdict.Broken = c.file
	}
	return c.verdict, nil
}

// checkFile asks SQLite about the file itself.
func (c *chainCheck) checkFile(t tx) error {
	var verdict string
	if _, err := t.one("PRAGMA quick_check(1)", nil, &verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		c.file = &moderation.Break{Kind: "database", What: verdict}
		return nil
	}
	found := map[string]bool{}
	err := t.all("SELECT name FROM sqlite_schema", nil, func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		found[name] = true
		return err
	})
	if err != nil {
		return err
	}
	if name := lacking(found); name != "" && t.store.options.Altered {
		c.file = &moderation.Break{Kind: "database", What: name}
		return nil
	}
	return t.all("PRAGMA foreign_key_check", nil, func(func(...any) error) error {
		c.file = &moderation.Break{Kind: "database", What: "foreign_key_check"}
		return nil
	})
}

// partLines is how many lines are worth a reader of their own.
const partLines = 50_000

// errgroup runs functions at the same time and joins their errors.
type errgroup struct {
	sync.WaitGroup
	mu  sync.Mutex
	err error
}

func (g *errgroup) Go(do func() error) {
	g.WaitGroup.Go(func() {
		if err := do(); err != nil {
			g.mu.Lock()
			g.err = errors.Join(g.err, err)
			g.mu.Unlock()
		}
	})
}

func (g *errgroup) Wait() error {
	g.WaitGroup.Wait()
	return g.err
}
