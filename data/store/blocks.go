package store

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"synlig/data/document"
	"synlig/data/fault"
)

// AssignIDs gives an id to every block that has none, and a new one to every
// block whose id stands earlier in the list (a copy). The rest is as it was;
// blocks itself is not changed. Ids are random, so that two colleagues never
// give the same.
func (s *Store) AssignIDs(blocks []document.Block) ([]document.Block, error) {
	named := slices.Clone(blocks)
	used := make(map[string]bool, len(blocks))
	for _, b := range blocks {
		used[b.ID] = true
	}
	seen := map[string]bool{"": true}
	for i := range named {
		if seen[named[i].ID] {
			id, err := s.newID(used)
			if err != nil {
				return nil, err
			}
			named[i].ID = id
		}
		seen[named[i].ID] = true
	}
	return named, nil
}

// newID is ten letters and digits, which is fifty bits of chance.
func (s *Store) newID(used map[string]bool) (string, error) {
	const alphabet = "abcdefghijkmnpqrstuvwxyz23456789" // no l and 1, no o and 0
	var raw [10]byte
	for {
		if _, err := io.ReadFull(s.options.Random, raw[:]); err != nil {
			return "", err
		}
		for i, b := range raw {
			raw[i] = alphabet[b%32]
		}
		if id := string(raw[:]); !used[id] {
			used[id] = true
			return id, nil
		}
	}
}

// checkBlocks refuses blocks that the model does not allow, before they meet
// the database.
func checkBlocks(blocks []document.Block) error {
	for i, b := range blocks {
		if reason := invalid(b); reason != "" {
			return fault.Wrap(errors.New(reason), BlockInvalid, "number", strconv.Itoa(i+1))
		}
	}
	return nil
}

func invalid(b document.Block) string {
	switch {
	case b.Kind > document.Quote:
		return "kind"
	case b.Level < 0 || b.Level > document.MaxLevel:
		return "level"
	case !utf8.ValidString(b.Text) || strings.ContainsAny(b.Text, "\n\r\x00"):
		return "text"
	case !utf8.ValidString(b.ID) || strings.Contains(b.ID, "\x00"):
		return "id"
	}
	end := 0
	for _, s := range b.Spans {
		if s.Start < end || s.End <= s.Start || s.End > len(b.Text) || !utf8.ValidString(s.Link) {
			return "spans"
		}
		end = s.End
	}
	return ""
}

const blockFields = "id, kind, level, text, spans"

// errNotABlock says that a row is nothing that replaceBlocks has written.
var errNotABlock = errors.New("not a block")

// loadBlocks is the text of a version, in order.
func (t tx) loadBlocks(version int64) ([]document.Block, error) {
	blocks := []document.Block{}
	err := t.all("SELECT "+blockFields+" FROM block WHERE version = $1 ORDER BY position",
		[]any{version}, func(scan func(...any) error) error {
			var b document.Block
			var kind, spans string
			if err := scan(&b.ID, &kind, &b.Level, &b.Text, &spans); err != nil {
				return err
			}
			known := false
			if b.Kind, known = document.KindNamed(kind); !known {
				return errNotABlock
			}
			if err := unmarshalSpans(spans, &b.Spans); err != nil {
				return errNotABlock
			}
			blocks = append(blocks, b)
			return nil
		})
	return blocks, err
}

// replaceBlocks makes the text of a version what blocks says and touches only
// what differs: while somebody types that is one row.
func (t tx) replaceBlocks(version int64, old, blocks []document.Block) error {
	if len(old) != len(blocks) || !sameIDs(old, blocks) {
		first := 0
		for first < min(len(old), len(blocks)) && same(old[first], blocks[first]) {
			first++
		}
		if err := t.exec("DELETE FROM block WHERE version = $1 AND position >= $2", version, first); err != nil {
			return err
		}
		return t.insertBlocks(version, first, blocks)
	}
	for i, b := range blocks {
		if same(old[i], b) {
			continue
		}
		if err := t.exec(`UPDATE block SET kind = $1, level = $2, text = $3, spans = $4
			WHERE version = $5 AND position = $6`,
			b.Kind.String(), b.Level, b.Text, marshalSpans(b.Spans), version, i); err != nil {
			return err
		}
	}
	return nil
}

// insertBlocks adds blocks[first:] to a version.
func (t tx) insertBlocks(version int64, first int, blocks []document.Block) error {
	insert, err := t.Prepare("INSERT INTO block (version, position, " + blockFields + ") VALUES ($1, $2, $3, $4, $5, $6, $7)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := first; i < len(blocks); i++ {
		b := blocks[i]
		if _, err := insert.Exec(version, i, b.ID, b.Kind.String(), b.Level, b.Text, marshalSpans(b.Spans)); err != nil {
			return err
		}
	}
	return nil
}

func same(a, b document.Block) bool { return a.ID == b.ID && a.Equal(b) }

func sameIDs(a, b []document.Block) bool {
	return slices.EqualFunc(a, b, func(a, b document.Block) bool { return a.ID == b.ID })
}

func marshalSpans(spans []document.Span) string {
	if len(spans) == 0 {
		return "[]"
	}
	text, err := json.Marshal(spans)
	if err != nil {
		panic(err) // spans are numbers, truths and a text
	}
	return string(text)
}

func unmarshalSpans(text string, spans *[]document.Span) error {
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), spans)
}
