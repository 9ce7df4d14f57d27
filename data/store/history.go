package store

import (
	"context"
	"time"

	"synlig/data/document"
	"synlig/data/fault"
)

// Snapshot is what a draft was like when somebody left it or went on with it in
// another minute.
type Snapshot struct {
	ID     int64
	Author string // whose words it ends with
	At     time.Time
	Hash   string // document.Hash of its text
}

// History is how the draft came to be, newest first: at most one snapshot for
// each minute and author. The draft as it is now is not among them.
func (d Documents) History(ctx context.Context) (history []Snapshot, err error) {
	err = d.store.read(ctx, func(tx tx) error {
		doc, err := tx.document(d.kind)
		if err != nil {
			return err
		}
		draft, begun, err := tx.openVersion(doc.id)
		if err != nil || !begun {
			return err
		}
		return tx.all("SELECT id, author, at, sha256 FROM snapshot WHERE version = $1 ORDER BY at DESC, id DESC",
			[]any{draft.id}, func(scan func(...any) error) error {
				var snap Snapshot
				var at kept
				err := scan(&snap.ID, &snap.Author, &at, &snap.Hash)
				snap.At = at.Time
				history = append(history, snap)
				return err
			})
	})
	return history, err
}

// SnapshotBlocks is the text of a snapshot. Codes: SnapshotMissing,
// SnapshotDamaged.
func (d Documents) SnapshotBlocks(ctx context.Context, id int64) (blocks []document.Block, err error) {
	var hash string
	var content []byte
	err = d.store.read(ctx, func(tx tx) error {
		found, err := tx.one("SELECT sha256, content FROM snapshot WHERE id = $1", []any{id}, &hash, &content)
		if err == nil && !found {
			err = fault.New(SnapshotMissing)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	blocks, err = unpack(content)
	if err != nil || checkBlocks(blocks) != nil || document.Hash(blocks) != hash {
		return nil, fault.Wrap(err, SnapshotDamaged)
	}
	return blocks, nil
}

// snapshot keeps the draft as it is. A draft nobody has written in yet is the
// approved text, which is kept already.
func (t tx) snapshot(draft storedVersion) error {
	if draft.Changed.IsZero() {
		return nil
	}
	content, err := pack(draft.Blocks)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO snapshot (version, minute, author, at, sha256, content) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (version, author, minute) DO UPDATE
		SET at = excluded.at, sha256 = excluded.sha256, content = excluded.content`,
		draft.id, minuteText(draft.Changed), draft.Author, timeText(draft.Changed), draft.sha256, content)
}

// pack writes blocks as compressed JSON.
func pack(blocks []document.Block) ([]byte, error) { return packed(blocks) }

func unpack(content []byte) (blocks []document.Block, err error) {
	err = unpacked(content, &blocks)
	return blocks, err
}
