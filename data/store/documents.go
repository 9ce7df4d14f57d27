package store

import (
	"context"
	"strconv"

	"synlig/data/decision"
	"synlig/data/document"
	"synlig/data/fault"
	"synlig/data/strategy"
)

// StrategyKind is the kind of document that every workspace knows. Another area
// brings its own by a migration:
//
//	INSERT INTO document_kind (kind) VALUES ('ordensregler');
const StrategyKind = "strategi"

// Documents is the office's one document of a kind with all its versions: the
// approved text, the draft that revises it, what was said and is to be decided
// about it, and how it came to be. It is made by Store.Documents and may be
// copied. Its methods:
//
//	read     Revision · Versions · Version · Resolution · History · SnapshotBlocks
//	write    SaveDraftBlocks · SaveDraftBlocksFrom · SaveNote · SaveNotes ·
//	         SavePoints · RenumberPoints · SaveSuggestions · SaveDisputes
//	decide   Submit · Withdraw · Decide, where a committee does; Adopt, where the
//	         office itself does
//	bring in SaveRevision, which also makes the document
//
// All but SaveRevision answer DocumentMissing before there is a document.
type Documents struct {
	store *Store
	kind  string
}

// Documents is the document of a kind, which stands in the table document_kind.
// Each kind has its own versions, numbers, draft and approved text; a workspace
// holds one document of each. The Store's own methods of these names are those
// of Documents(StrategyKind).
func (s *Store) Documents(kind string) Documents { return Documents{s, kind} }

// Kind is the kind of document.
func (d Documents) Kind() string { return d.kind }

// Adopt makes the draft the approved version without a meeting that decides it,
// as an office does with rules of its own: "vedtaget 1. marts 2027". Of meeting
// at least the date is set; Body may say who adopted it. Every point there may
// be is adopted, so nothing becomes a suggestion. The answer is as Decide's.
//
// Codes: DocumentMissing, DraftMissing when no draft was begun, NothingNew when
// the draft reads as the approved text does, DisputesLeft, those of decision.CheckPoints, and
// RivalsAdopted of data/decision for points that are alternatives: those need a
// meeting.
func (d Documents) Adopt(ctx context.Context, meeting document.Meeting) (strategy.Decided, error) {
	var decided strategy.Decided
	err := d.store.write(ctx, func(tx tx) error {
		r, open, err := tx.revision(d.kind)
		switch {
		case err != nil:
			return err
		case open == 0:
			return fault.New(DraftMissing)
		case len(r.Disputes) > 0:
			return fault.New(DisputesLeft, "number", strconv.Itoa(len(r.Disputes)))
		case r.Base.Number != 0 && r.Base.Hash() == r.Draft.Hash():
			return fault.New(NothingNew, "number", strconv.Itoa(r.Base.Number))
		}
		decided, err = tx.decide(r, open, decision.All(r.Points, decision.Adopted), meeting)
		return err
	})
	if err != nil {
		return strategy.Decided{}, err
	}
	return decided, nil
}
