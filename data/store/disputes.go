package store

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"io"

	"synlig/data/redline"
	"synlig/data/strategy"
)

// SaveDisputes makes disputes all that waits to be settled in the draft. Codes:
// DocumentMissing, VersionSubmitted for a draft that lies before a meeting.
func (d Documents) SaveDisputes(ctx context.Context, disputes []strategy.Dispute) error {
	return d.store.write(ctx, func(tx tx) error {
		draft, err := tx.draftToWrite(d.kind)
		if err != nil {
			return err
		}
		if len(disputes) > 0 {
			if err := unsubmitted(draft); err != nil {
				return err
			}
		}
		return tx.saveDisputes(draft.id, disputes)
	})
}

func (t tx) saveDisputes(version int64, disputes []strategy.Dispute) error {
	if err := t.exec("DELETE FROM dispute WHERE version = $1", version); err != nil {
		return err
	}
	for _, d := range disputes {
		content, err := packed(d.Conflict)
		if err != nil {
			return err
		}
		if err := t.exec("INSERT INTO dispute (version, rival, content) VALUES ($1, $2, $3)", version, d.Rival, content); err != nil {
			return err
		}
	}
	return nil
}

func (t tx) loadDisputes(draft storedVersion) (disputes []strategy.Dispute, err error) {
	err = t.all("SELECT rival, content FROM dispute WHERE version = $1 ORDER BY id", []any{draft.id}, func(scan func(...any) error) error {
		var d strategy.Dispute
		var content []byte
		if err := scan(&d.Rival, &content); err != nil {
			return err
		}
		if err := unpacked(content, &d.Conflict); err != nil || !sound(d.Conflict) {
			return damagedVersion(err, draft.Number)
		}
		disputes = append(disputes, d)
		return nil
	})
	return disputes, err
}

// sound tells whether a conflict's texts are such as the model allows.
func sound(c redline.Conflict) bool {
	return checkBlocks(c.Common) == nil && checkBlocks(c.Mine) == nil && checkBlocks(c.Theirs) == nil
}

// packed is a value as compressed JSON, about a sixth of the text's size.
func packed(value any) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := json.NewEncoder(w).Encode(value); err != nil {
		return nil, err
	}
	err = w.Close() // writes what it still holds
	return out.Bytes(), err
}

// unpackLimit is far above any text that packed is given: 256 MB of JSON.
const unpackLimit = 256 << 20

func unpacked(content []byte, value any) error {
	r := flate.NewReader(bytes.NewReader(content))
	defer r.Close()
	return json.NewDecoder(io.LimitReader(r, unpackLimit)).Decode(value)
}
