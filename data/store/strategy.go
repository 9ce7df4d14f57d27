package store

import (
	"context"
	"errors"
	"strconv"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/strategy"
)

// storedDocument is a document with its place in the database.
type storedDocument struct {
	id                  int64
	title, office, file string
	example             bool
}

// Revision is the document as work in hand: the approved version as Base, the
// newest open one (draft or submitted) as Draft, and what was said and is to
// be decided about it. Before anybody has begun a draft, Draft is the approved
// text once more, as it would be begun. Before anything was approved, Base is
// the zero Version. Codes: DocumentMissing where there is none of the kind,
// VersionDamaged when a text is not the one that was saved.
func (d Documents) Revision(ctx context.Context) (strategy.Revision, error) {
	var r strategy.Revision
	err := d.store.read(ctx, func(tx tx) (err error) {
		r, _, err = tx.revision(d.kind)
		return err
	})
	if err != nil {
		return strategy.Revision{}, err
	}
	return r, nil
}

// revision is a kind's document as work in hand, and the place of its open version;
// 0 when none was begun.
func (t tx) revision(kind string) (r strategy.Revision, open int64, err error) {
	doc, err := t.document(kind)
	if err != nil {
		return r, 0, err
	}
	r = strategy.Revision{Office: doc.office, Title: doc.title, Case: doc.file, Example: doc.example}
	base, _, err := t.version(doc.id, "status = 'godkendt'")
	if err != nil {
		return r, 0, err
	}
	if base.id != 0 {
		if base.Blocks, err = t.text(base); err != nil {
			return r, 0, err
		}
		if err := t.loadSuggestions(base, &r); err != nil {
			return r, 0, err
		}
	}
	draft, begun, err := t.openVersion(doc.id)
	if err != nil {
		return r, 0, err
	}
	r.Base = base.Version
	if !begun {
		r.Draft = begin(base.Version)
		return r, 0, nil
	}
	return r, draft.id, t.loadDraft(&r, draft)
}

func (t tx) loadDraft(r *strategy.Revision, draft storedVersion) (err error) {
	if draft.Blocks, err = t.text(draft); err != nil {
		return err
	}
	r.Draft = draft.Version
	if r.Points, err = t.loadPoints(draft.id); err != nil {
		return err
	}
	if r.Notes, err = t.loadNotes(draft.id); err != nil {
		return err
	}
	r.Disputes, err = t.loadDisputes(draft)
	return err
}

// begin is the draft that revises base, before a word of it was changed.
func begin(base document.Version) document.Version {
	return document.Version{
		Number: base.Number + 1, Status: document.Draft, BasedOn: base.Number, Blocks: base.Blocks,
	}
}

// document is the office's one document of a kind.
func (t tx) document(kind string) (storedDocument, error) {
	var d storedDocument
	found, err := t.one("SELECT id, title, office, case_number, example FROM document WHERE kind = $1",
		[]any{kind}, &d.id, &d.title, &d.office, &d.file, &d.example)
	if err == nil && !found {
		err = fault.New(DocumentMissing, "kind", kind)
	}
	return d, err
}

// openVersion is the version that is worked on: draft or submitted.
func (t tx) openVersion(doc int64) (storedVersion, bool, error) {
	return t.version(doc, "status IN ('kladde', 'fremsendt')")
}

// SaveRevision keeps a whole revision in one transaction: the document's own
// fields, the approved version if it is not there yet, and the draft with its
// notes and points in place of what was there. It is for what comes in from
// outside (the example, an import); SaveDraftBlocks is for what is written.
//
// Blocks without ids are given some (see AssignIDs). The Base may be the zero
// Version; one that is there already must have the same text, else the answer
// is VersionApproved. A Base with a new number replaces the approved version
// that was. A Draft without a number gets the next one; the zero Draft leaves
// no draft. Other codes: BlockInvalid, PointMissing.
func (d Documents) SaveRevision(ctx context.Context, r strategy.Revision) error {
	for _, v := range []*document.Version{&r.Base, &r.Draft} {
		if err := checkBlocks(v.Blocks); err != nil {
			return err
		}
		blocks, err := d.store.AssignIDs(v.Blocks)
		if err != nil {
			return err
		}
		v.Blocks = blocks
	}
	return d.store.write(ctx, func(tx tx) error {
		doc, err := tx.saveDocument(d.kind, r)
		if err != nil {
			return err
		}
		if r.Base.Number != 0 {
			if err := tx.saveBase(doc, r.Base); err != nil {
				return err
			}
		}
		return tx.saveDraft(doc, r)
	})
}

func (t tx) saveDocument(kind string, r strategy.Revision) (int64, error) {
	return t.insert(`INSERT INTO document (kind, title, office, case_number, example) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (kind) DO UPDATE SET title = excluded.title, office = excluded.office,
			case_number = excluded.case_number, example = excluded.example
		RETURNING id`, kind, r.Title, r.Office, r.Case, asInt(r.Example))
}

// saveBase keeps an approved version, unless it is there.
func (t tx) saveBase(doc int64, base document.Version) error {
	there, found, err := t.version(doc, "number = $2", base.Number)
	if err != nil {
		return err
	}
	if found && (there.Status == document.Approved || there.Status == document.Replaced) {
		if there.sha256 != base.Hash() {
			return fault.New(VersionApproved, "number", strconv.Itoa(base.Number))
		}
		return nil
	}
	base.Status = document.Submitted
	id := there.id
	if found { // the draft that was worked on; its notes and points stay with it
		err = t.rewrite(id, base)
	} else {
		id, err = t.insertVersion(doc, base)
	}
	if err != nil {
		return err
	}
	if err := t.exec("UPDATE version SET status = 'erstattet' WHERE document = $1 AND status = 'godkendt'", doc); err != nil {
		return err
	}
	return t.exec("UPDATE version SET status = 'godkendt' WHERE id = $1", id)
}

// rewrite makes an open version what v says.
func (t tx) rewrite(id int64, v document.Version) error {
	old, err := t.loadBlocks(id)
	if errors.Is(err, errNotABlock) {
		return damagedVersion(err, v.Number)
	}
	if err != nil {
		return err
	}
	if err := t.replaceBlocks(id, old, v.Blocks); err != nil {
		return err
	}
	return t.updateVersion(id, v)
}

// saveDraft puts r's draft, notes and points in the place of the open version.
func (t tx) saveDraft(doc int64, r strategy.Revision) error {
	if err := t.exec("DELETE FROM version WHERE document = $1 AND status IN ('kladde', 'fremsendt')", doc); err != nil {
		return err
	}
	draft := r.Draft
	if draft.Number == 0 && len(draft.Blocks) == 0 {
		return nil
	}
	if draft.Number == 0 {
		draft.Number = r.Base.Number + 1
	}
	if draft.Status == "" {
		draft.Status = document.Draft
	}
	id, err := t.insertVersion(doc, draft)
	if err != nil {
		return err
	}
	if err := t.savePoints(id, r.Points); err != nil {
		return err
	}
	for _, note := range r.Notes {
		if err := t.saveNote(id, note); err != nil {
			return err
		}
	}
	return t.saveDisputes(id, r.Disputes)
}
