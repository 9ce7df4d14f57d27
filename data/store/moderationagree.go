package store

import (
	"crypto/sha256"

	"synlig/data/document"
	"synlig/data/moderation"
)

// verifyCases holds the comments as they stand against what was recorded.
func (t tx) verifyCases(c *chainCheck) error {
	return t.all("SELECT id, text, sha256, state FROM moderation_case ORDER BY id", nil, func(scan func(...any) error) error {
		var id int64
		var text, hash, state string
		if err := scan(&id, &text, &hash, &state); err != nil || c.verdict.Broken != nil {
			return err
		}
		if state == string(moderation.StateForgotten) {
			return nil
		}
		said := c.known[id]
		if said.hash != hash || moderation.TextHash(text) != hash {
			c.verdict.Broken = &moderation.Break{Kind: "case", Case: id, Seq: said.at}
		}
		return nil
	})
}

// verifyActions holds the actions as they stand against what was recorded.
func (t tx) verifyActions(c *chainCheck) error {
	return t.all(`SELECT "case", id, outcome, recommended, question, rule, offered, exempt, needs_second, reason, note, template, reply,
			private, until, answers, details, sources, snapshot
		FROM moderation_action WHERE forgotten = 0 ORDER BY id`, nil, func(scan func(...any) error) error {
		var id int64
		var a logAction
		if err := scan(&id, &a.Action, &a.Outcome, &a.Recommended, &a.Question, &a.Rule, &a.Offered, &a.Exempt, &a.NeedsSecond, &a.Reason, &a.Note,
			&a.Template, &a.Reply, &a.Private, &a.Until, &a.Answers, &a.Details, (*[]byte)(&a.Sources), &a.Snapshot); err != nil {
			return err
		}
		if sha256.Sum256([]byte(jsonText(a))) != c.actions[a.Action] && c.verdict.Broken == nil {
			c.verdict.Broken = &moderation.Break{Kind: "action", Case: id}
		}
		return nil
	})
}

// verifyEditions holds the editions of checklist and templates against their
// hashes and what was recorded.
func (t tx) verifyEditions(c *chainCheck) error {
	return t.all("SELECT kind, number, sha256, content, adopted FROM moderation_edition ORDER BY kind, number", nil, func(scan func(...any) error) error {
		var kind, hash, content, adopted string
		var number int64
		if err := scan(&kind, &number, &hash, &content, &adopted); err != nil || c.verdict.Broken != nil {
			return err
		}
		if moderation.TextHash(content) != hash || c.sets[[2]string{kind, numberText(number)}] != hash+" "+adopted {
			c.verdict.Broken = &moderation.Break{Kind: "edition", What: kind + " " + numberText(number)}
		}
		return nil
	})
}

// verifyVersions holds every version of every document against its hash.
func (t tx) verifyVersions(c *chainCheck) error {
	type place struct {
		id     int64
		number int64
		kind   string
		sha256 string
	}
	var places []place
	if err := t.all("SELECT v.id, v.number, d.kind, v.sha256 FROM version v JOIN document d ON d.id = v.document ORDER BY v.id", nil, func(scan func(...any) error) error {
		var p place
		err := scan(&p.id, &p.number, &p.kind, &p.sha256)
		places = append(places, p)
		return err
	}); err != nil {
		return err
	}
	for _, p := range places {
		blocks, err := t.loadBlocks(p.id)
		if err != nil || document.Hash(blocks) != p.sha256 {
			c.verdict.Broken = &moderation.Break{Kind: "version", What: p.kind + " " + numberText(p.number)}
			return nil
		}
	}
	return nil
}
