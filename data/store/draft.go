package store

import (
	"context"
	"strconv"

	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/people"
)

// SaveDraftBlocks makes blocks the text of the draft, written now by person. It
// begins a draft when there is none. Blocks without ids are given some, and the
// blocks come back as they were kept: go on with those, so that a paragraph
// keeps its id. What another person, or the same one in another minute, had
// written stays in the history. Codes: DocumentMissing, BlockInvalid,
// VersionDamaged, VersionSubmitted for one that lies before a meeting (see
// Withdraw).
func (d Documents) SaveDraftBlocks(ctx context.Context, blocks []document.Block, person people.Person) ([]document.Block, error) {
	return d.saveDraftBlocks(ctx, "", blocks, person)
}

// SaveDraftBlocksFrom is SaveDraftBlocks for one who began with the text whose
// document.Hash is from. When somebody else has saved another text since, the
// answer is DraftMovedOn and nothing is changed, so no word of theirs is lost.
func (d Documents) SaveDraftBlocksFrom(ctx context.Context, from string, blocks []document.Block, person people.Person) ([]document.Block, error) {
	return d.saveDraftBlocks(ctx, from, blocks, person)
}

func (d Documents) saveDraftBlocks(ctx context.Context, from string, blocks []document.Block, person people.Person) ([]document.Block, error) {
	if err := checkBlocks(blocks); err != nil {
		return nil, err
	}
	blocks, err := d.store.AssignIDs(blocks)
	if err != nil {
		return nil, err
	}
	err = d.store.write(ctx, func(tx tx) error {
		draft, err := tx.draftToWrite(d.kind)
		if err != nil {
			return err
		}
		if err := unsubmitted(draft); err != nil {
			return err
		}
		if from != "" && from != draft.sha256 {
			return fault.New(DraftMovedOn)
		}
		return tx.writeDraft(draft, blocks, person)
	})
	if err != nil {
		return nil, err
	}
	return blocks, nil
}

// unsubmitted refuses a draft that lies before a meeting.
func unsubmitted(draft storedVersion) error {
	if draft.Status == document.Submitted {
		return fault.New(VersionSubmitted, "number", strconv.Itoa(draft.Number))
	}
	return nil
}

// writeDraft keeps blocks as the draft's text and what was there in the
// history.
func (t tx) writeDraft(draft storedVersion, blocks []document.Block, person people.Person) error {
	old := draft.Version
	now := t.store.options.Clock()
	if old.Author != person.Name || minuteText(old.Changed) != minuteText(now) {
		if err := t.snapshot(draft); err != nil {
			return err
		}
	}
	if err := t.replaceBlocks(draft.id, old.Blocks, blocks); err != nil {
		return err
	}
	draft.Blocks, draft.Author, draft.Changed = blocks, person.Name, now
	return t.updateVersion(draft.id, draft.Version)
}

// draftToWrite is the open version with its text; one is begun when there is
// none.
func (t tx) draftToWrite(kind string) (storedVersion, error) {
	doc, err := t.document(kind)
	if err != nil {
		return storedVersion{}, err
	}
	draft, begun, err := t.openVersion(doc.id)
	if err != nil {
		return storedVersion{}, err
	}
	if begun {
		draft.Blocks, err = t.text(draft)
		return draft, err
	}
	base, found, err := t.version(doc.id, "status = 'godkendt'")
	if err == nil && found {
		base.Blocks, err = t.text(base)
	}
	if err != nil {
		return storedVersion{}, err
	}
	draft.Version = begin(base.Version)
	draft.sha256 = draft.Hash()
	draft.id, err = t.insertVersion(doc.id, draft.Version)
	return draft, err
}
