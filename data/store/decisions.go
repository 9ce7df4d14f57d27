package store

import (
	"context"
	"strconv"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/strategy"
)

// Submit puts the draft before a meeting: kladde → fremsendt. From then on
// nobody writes in it until it is decided or withdrawn. Submitting once more
// changes the meeting. Codes: DocumentMissing, DraftMissing, DisputesLeft, those of
// decision.CheckPoints.
func (d Documents) Submit(ctx context.Context, meeting document.Meeting) error {
	return d.store.write(ctx, func(tx tx) error {
		r, open, err := tx.revision(d.kind)
		if err != nil {
			return err
		}
		if open == 0 {
			return fault.New(DraftMissing)
		}
		if n := len(r.Disputes); n > 0 {
			return fault.New(DisputesLeft, "number", strconv.Itoa(n))
		}
		if objections := decision.CheckPoints(r.Points); len(objections) > 0 {
			return objections[0].Err()
		}
		r.Draft.Status, r.Draft.Meeting = document.Submitted, meeting
		return tx.updateVersion(open, r.Draft)
	})
}

// Withdraw takes the draft back from the meeting: fremsendt → kladde. Codes:
// DocumentMissing, DraftMissing, VersionNotSubmitted.
func (d Documents) Withdraw(ctx context.Context) error {
	return d.store.write(ctx, func(tx tx) error {
		r, open, err := tx.submitted(d.kind)
		if err != nil {
			return err
		}
		r.Draft.Status = document.Draft
		return tx.updateVersion(open, r.Draft)
	})
}

// submitted is the revision that lies before a meeting.
func (t tx) submitted(kind string) (strategy.Revision, int64, error) {
	r, open, err := t.revision(kind)
	switch {
	case err != nil:
	case open == 0:
		err = fault.New(DraftMissing)
	case r.Draft.Status != document.Submitted:
		err = fault.New(VersionNotSubmitted, "number", strconv.Itoa(r.Draft.Number))
	}
	return r, open, err
}

// Decide carries out what a meeting decided about the submitted version, all in
// one transaction: the outcomes, the approved text in the submitted one's
// place, the version before it replaced, and what was not adopted as
// suggestions. The submitted text stays; see Resolution. When nothing was
// adopted the version is a draft again. The answer is as strategy.Decide's,
// with the text as it was kept.
//
// Codes: DocumentMissing, DraftMissing, VersionNotSubmitted, those of
// decision.Check and of strategy.Decide.
func (d Documents) Decide(ctx context.Context, outcomes decision.Outcomes, meeting document.Meeting) (strategy.Decided, error) {
	var decided strategy.Decided
	err := d.store.write(ctx, func(tx tx) error {
		r, open, err := tx.submitted(d.kind)
		if err != nil {
			return err
		}
		decided, err = tx.decide(r, open, outcomes, meeting)
		return err
	})
	if err != nil {
		return strategy.Decided{}, err
	}
	return decided, nil
}

// decide carries out outcomes of a meeting about r, whose open version has that
// place.
func (t tx) decide(r strategy.Revision, open int64, outcomes decision.Outcomes, meeting document.Meeting) (strategy.Decided, error) {
	decided, err := r.Decide(r.Compare(nil), outcomes, meeting, t.store.options.Clock().UTC())
	if err != nil {
		return decided, err
	}
	if err := t.saveOutcomes(open, r.Points, outcomes); err != nil {
		return decided, err
	}
	if !decided.Changed {
		return decided, t.updateVersion(open, decided.Next.Draft)
	}
	if decided.Approved.Blocks, err = t.store.AssignIDs(decided.Approved.Blocks); err != nil {
		return decided, err
	}
	decided.Next.Base.Blocks, decided.Next.Draft.Blocks = decided.Approved.Blocks, decided.Approved.Blocks
	return decided, t.approve(open, r.Draft, decided)
}

// approve makes the open version the approved one.
func (t tx) approve(open int64, draft document.Version, decided strategy.Decided) error {
	if err := t.saveProposal(open, draft.Blocks); err != nil {
		return err
	}
	text := decided.Approved
	text.Status = document.Submitted // until all of it is in place
	if err := t.rewrite(open, text); err != nil {
		return err
	}
	if err := t.exec(`UPDATE version SET status = 'erstattet' WHERE status = 'godkendt'
			AND document = (SELECT document FROM version WHERE id = $1)`, open); err != nil {
		return err
	}
	if err := t.exec("UPDATE version SET status = 'godkendt' WHERE id = $1", open); err != nil {
		return err
	}
	return t.saveSuggestions(open, decided.Next.Suggestions)
}

func (t tx) saveOutcomes(version int64, points []decision.Point, outcomes decision.Outcomes) error {
	if err := t.exec("DELETE FROM outcome WHERE version = $1", version); err != nil {
		return err
	}
	for _, p := range points {
		if err := t.exec("INSERT INTO outcome (version, number, outcome) VALUES ($1, $2, $3)",
			version, p.Number, string(outcomes[p.Number])); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) saveProposal(version int64, blocks []document.Block) error {
	content, err := pack(blocks)
	if err != nil {
		return err
	}
	return t.exec("INSERT INTO proposal (version, sha256, content) VALUES ($1, $2, $3)", version, document.Hash(blocks), content)
}

// loadProposal is the text of a version as it was submitted; nil when it was
// never decided here.
func (t tx) loadProposal(v storedVersion) ([]document.Block, error) {
	var hash string
	var content []byte
	found, err := t.one("SELECT sha256, content FROM proposal WHERE version = $1", []any{v.id}, &hash, &content)
	if err != nil || !found {
		return nil, err
	}
	blocks, err := unpack(content)
	if err != nil || checkBlocks(blocks) != nil || document.Hash(blocks) != hash {
		return nil, damagedVersion(err, v.Number)
	}
	return blocks, nil
}

// Resolution is what a meeting was asked about a version, and what it answered.
type Resolution struct {
	Points   []decision.Point
	Outcomes decision.Outcomes // empty before the meeting
	// Submitted is the text as it lay before the meeting; nil when the version
	// was not decided in this workspace.
	Submitted []document.Block
}

// Resolution is what was decided about a version of the document. Codes:
// DocumentMissing, VersionMissing, VersionDamaged.
func (d Documents) Resolution(ctx context.Context, number int) (Resolution, error) {
	r := Resolution{Outcomes: decision.Outcomes{}}
	err := d.store.read(ctx, func(tx tx) error {
		doc, err := tx.document(d.kind)
		if err != nil {
			return err
		}
		v, found, err := tx.version(doc.id, "number = $2", number)
		if err != nil {
			return err
		}
		if !found {
			return noSuchVersion(number)
		}
		if r.Points, err = tx.loadPoints(v.id); err != nil {
			return err
		}
		if r.Submitted, err = tx.loadProposal(v); err != nil {
			return err
		}
		return tx.all("SELECT number, outcome FROM outcome WHERE version = $1", []any{v.id}, func(scan func(...any) error) error {
			var point int
			var outcome decision.Outcome
			err := scan(&point, &outcome)
			r.Outcomes[point] = outcome
			return err
		})
	})
	if err != nil {
		return Resolution{}, err
	}
	return r, nil
}
