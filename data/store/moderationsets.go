package store

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"synlig/assets"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
	"synlig/data/strategy"
)

// The kinds of documents that moderation brings.
const (
	HouseRulesKind = "ordensregler"      // for everybody who writes on the page
	InternalKind   = "internt-regelsaet" // for those who look after it
	FacebookKind   = "facebook-strategi" // the separate strategy for the use of Facebook
)

// The kinds of editions.
const (
	checklistKind = "tjekliste"
	templatesKind = "skabeloner"
)

var builtinChecklist = sync.OnceValue(func() moderation.Checklist {
	c, err := moderation.ReadChecklist(assets.Read("rules/tjekliste.json"))
	if err != nil {
		panic(err) // the file is the program's own
	}
	return c
})

var builtinTemplates = sync.OnceValue(func() moderation.TemplateSet {
	s, err := moderation.ReadTemplates(assets.Read("rules/svarskabeloner.json"))
	if err != nil {
		panic(err)
	}
	return s
})

// BuiltinDocument is the text that comes with the program for a kind of
// document: a proposal nobody has adopted.
func BuiltinDocument(kind string) []document.Block {
	blocks, err := document.Read(kind+".md", assets.Read("rules/"+kind+".md"))
	if err != nil {
		panic(err)
	}
	return blocks
}

var builtinRules = sync.OnceValue(func() moderation.RuleSet {
	return moderation.RulesOf(document.Version{Blocks: BuiltinDocument(HouseRulesKind)})
})

var builtinTitles = sync.OnceValue(func() map[string]string {
	titles := map[string]string{}
	if err := json.Unmarshal(assets.Read("rules/dokumenter.json"), &titles); err != nil {
		panic(err)
	}
	return titles
})

// Prepare puts the built-in texts in as drafts where the office has none: the
// house rules, the internal rules and the strategy for the use of Facebook.
// They are proposals until somebody adopts them. The room calls it when it is
// opened; a second call does nothing.
func (m Moderation) Prepare(ctx context.Context, office string, example bool) error {
	for _, kind := range []string{HouseRulesKind, InternalKind, FacebookKind} {
		d := m.store.Documents(kind)
		_, err := d.Revision(ctx)
		if !fault.Is(err, DocumentMissing) {
			if err != nil {
				return err
			}
			continue
		}
		err = d.SaveRevision(ctx, strategy.Revision{Office: office, Title: builtinTitles()[kind], Example: example,
			Draft: document.Version{Status: document.Draft, Author: builtinAuthor, Changed: m.now(), Blocks: BuiltinDocument(kind)}})
		if err != nil {
			return err
		}
	}
	return nil
}

// InForce are the rules, the checklist and the templates that cases are decided
// by now: the adopted ones, else the office's newest, else those built in.
func (m Moderation) InForce(ctx context.Context) (rules moderation.RuleSet, checklist moderation.Checklist, templates moderation.TemplateSet, err error) {
	err = m.read(ctx, func(tx tx) error {
		rules, checklist, templates, _, err = m.inForce(tx)
		return err
	})
	return rules, checklist, templates, err
}

func (m Moderation) inForce(tx tx) (rules moderation.RuleSet, checklist moderation.Checklist, templates moderation.TemplateSet, sources moderation.Sources, err error) {
	if rules, err = tx.rulesInForce(); err != nil {
		return
	}
	checklist, templates = builtinChecklist(), builtinTemplates()
	if edition, content, found, e := tx.edition(checklistKind, 0); e != nil {
		err = e
		return
	} else if found {
		if checklist, err = moderation.ReadChecklist(content); err != nil {
			return
		}
		checklist.Edition = edition
	}
	if edition, content, found, e := tx.edition(templatesKind, 0); e != nil {
		err = e
		return
	} else if found {
		if templates, err = moderation.ReadTemplates(content); err != nil {
			return
		}
		templates.Edition = edition
	}
	sources = moderation.Sources{Rules: rules.Edition, Checklist: checklist.Edition, Templates: templates.Edition}
	return
}

// rulesInForce are the adopted house rules, else those written and not adopted,
// else those built in.
func (t tx) rulesInForce() (moderation.RuleSet, error) {
	var doc int64
	found, err := t.one("SELECT id FROM document WHERE kind = $1", []any{HouseRulesKind}, &doc)
	if err != nil || !found {
		return builtinRules(), err
	}
	for _, where := range []string{"status = 'godkendt'", "status IN ('kladde', 'fremsendt')"} {
		v, found, err := t.version(doc, where)
		if err != nil {
			return moderation.RuleSet{}, err
		}
		if !found {
			continue
		}
		if v.Blocks, err = t.text(v); err != nil {
			return moderation.RuleSet{}, err
		}
		return moderation.RulesOf(v.Version), nil
	}
	return builtinRules(), nil
}

// edition is the edition with that number; of number 0 the one in force: the
// newest adopted, else the newest.
func (t tx) edition(kind string, number int) (e moderation.Edition, content []byte, found bool, err error) {
	var at, adopted kept
	found, err = t.one(`SELECT number, sha256, author, at, adopted, content FROM moderation_edition WHERE kind = $1 AND ($2 = 0 OR number = $2)
		ORDER BY (adopted <> '') DESC, number DESC LIMIT 1`, []any{kind, number}, &e.Number, &e.Hash, &e.Author, &at, &adopted, &content)
	e.Changed, e.Adopted = at.Time, adopted.Time
	return e, content, found, err
}

// Checklists are the editions of the checklist, newest first; the built-in one
// last, as number 0.
func (m Moderation) Checklists(ctx context.Context) (all []moderation.Checklist, err error) {
	err = m.editions(ctx, checklistKind, func(e moderation.Edition, content []byte) error {
		c, err := moderation.ReadChecklist(content)
		c.Edition = e
		all = append(all, c)
		return err
	})
	return append(all, builtinChecklist()), err
}

// TemplateSets are the editions of the templates, newest first; the built-in one
// last, as number 0.
func (m Moderation) TemplateSets(ctx context.Context) (all []moderation.TemplateSet, err error) {
	err = m.editions(ctx, templatesKind, func(e moderation.Edition, content []byte) error {
		s, err := moderation.ReadTemplates(content)
		s.Edition = e
		all = append(all, s)
		return err
	})
	return append(all, builtinTemplates()), err
}

func (m Moderation) editions(ctx context.Context, kind string, each func(moderation.Edition, []byte) error) error {
	return m.read(ctx, func(tx tx) error {
		return tx.all("SELECT number, sha256, author, at, adopted, content FROM moderation_edition WHERE kind = $1 ORDER BY number DESC",
			[]any{kind}, func(scan func(...any) error) error {
				var e moderation.Edition
				var at, adopted kept
				var content []byte
				if err := scan(&e.Number, &e.Hash, &e.Author, &at, &adopted, &content); err != nil {
					return err
				}
				e.Changed, e.Adopted = at.Time, adopted.Time
				return each(e, content)
			})
	})
}

// SaveChecklist keeps an edited checklist as a new edition, not adopted. The
// same questions as the newest edition's change nothing. Codes: those of
// moderation.Checklist.Check, CaseUnsigned.
func (m Moderation) SaveChecklist(ctx context.Context, c moderation.Checklist, by people.Person) (moderation.Edition, error) {
	if err := c.Check(); err != nil {
		return moderation.Edition{}, err
	}
	return m.saveEdition(ctx, checklistKind, c.Content(), by)
}

// SaveTemplates keeps edited templates, as SaveChecklist does.
func (m Moderation) SaveTemplates(ctx context.Context, s moderation.TemplateSet, by people.Person) (moderation.Edition, error) {
	if err := s.Check(); err != nil {
		return moderation.Edition{}, err
	}
	return m.saveEdition(ctx, templatesKind, s.Content(), by)
}

// logEdition is what the record keeps of an edition.
type logEdition struct {
	Kind    string `json:"kind"`
	Number  int    `json:"number"`
	SHA256  string `json:"sha256"`
	Adopted string `json:"adopted,omitempty"`
}

func (m Moderation) saveEdition(ctx context.Context, kind string, content []byte, by people.Person) (e moderation.Edition, err error) {
	err = m.write(ctx, func(tx tx) error {
		by, err := tx.known(by)
		if err != nil {
			return err
		}
		e, err = m.insertEdition(tx, kind, content, by, m.now())
		return err
	})
	return e, err
}

// insertEdition keeps content as the newest edition, unless it is that already.
func (m Moderation) insertEdition(tx tx, kind string, content []byte, by people.Person, now time.Time) (e moderation.Edition, err error) {
	var newest moderation.Edition
	if _, err := tx.one("SELECT number, sha256 FROM moderation_edition WHERE kind = $1 ORDER BY number DESC LIMIT 1",
		[]any{kind}, &newest.Number, &newest.Hash); err != nil {
		return e, err
	}
	e = moderation.Edition{Number: newest.Number + 1, Hash: moderation.TextHash(string(content)), Author: by.Name, Changed: now}
	if e.Hash == newest.Hash {
		e, _, _, err = tx.edition(kind, newest.Number)
		return e, err
	}
	if err := tx.exec("INSERT INTO moderation_edition (kind, number, sha256, content, author, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
		kind, e.Number, e.Hash, string(content), by.Name, nullable(by.ID), stampText(e.Changed)); err != nil {
		return e, err
	}
	return e, tx.logLine(e.Changed, moderation.EventEdition, 0, by, logEdition{Kind: kind, Number: e.Number, SHA256: e.Hash})
}

// AdoptChecklist gives an edition the day it was adopted; from then on it is in
// force. Codes: EditionMissing, EditionAdopted.
func (m Moderation) AdoptChecklist(ctx context.Context, number int, day time.Time, by people.Person) error {
	return m.adopt(ctx, checklistKind, number, day, by)
}

// AdoptTemplates gives an edition of the templates its day, as AdoptChecklist
// does.
func (m Moderation) AdoptTemplates(ctx context.Context, number int, day time.Time, by people.Person) error {
	return m.adopt(ctx, templatesKind, number, day, by)
}

func (m Moderation) adopt(ctx context.Context, kind string, number int, day time.Time, by people.Person) error {
	return m.write(ctx, func(tx tx) error {
		by, err := tx.known(by)
		if err != nil {
			return err
		}
		e, _, found, err := tx.edition(kind, number)
		switch {
		case err != nil:
			return err
		case !found || number == 0:
			return fault.New(EditionMissing, "number", numberText(int64(number)))
		case !e.Proposal():
			return fault.New(EditionAdopted, "number", numberText(int64(number)))
		}
		if err := tx.exec("UPDATE moderation_edition SET adopted = $1 WHERE kind = $2 AND number = $3", dayText(day), kind, number); err != nil {
			return err
		}
		return tx.logLine(m.now(), moderation.EventAdopted, 0, by, logEdition{kind, number, e.Hash, dayText(day)})
	})
}
