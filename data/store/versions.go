package store

import (
	"context"
	"errors"
	"strconv"

	"synlig/data/document"
	"synlig/data/fault"
)

// storedVersion is a version with its place in the database.
type storedVersion struct {
	id     int64
	sha256 string
	document.Version
}

const versionFields = "id, number, status, based_on, author, changed, meeting_body, meeting_date, meeting_item, sha256"

func scanVersion(scan func(...any) error) (v storedVersion, err error) {
	var changed, day kept
	err = scan(&v.id, &v.Number, &v.Status, &v.BasedOn, &v.Author, &changed,
		&v.Meeting.Body, &day, &v.Meeting.Item, &v.sha256)
	v.Changed, v.Meeting.Date = changed.Time, day.Time
	return v, err
}

// Versions are all versions of the document without their text, newest first.
func (d Documents) Versions(ctx context.Context) ([]document.Version, error) {
	var versions []document.Version
	err := d.store.read(ctx, func(tx tx) error {
		return tx.all("SELECT "+versionFields+` FROM version
			WHERE document = (SELECT id FROM document WHERE kind = $1) ORDER BY number DESC`,
			[]any{d.kind}, func(scan func(...any) error) error {
				v, err := scanVersion(scan)
				versions = append(versions, v.Version)
				return err
			})
	})
	return versions, err
}

// Version is one version of the document with its text. Codes: VersionMissing,
// VersionDamaged.
func (d Documents) Version(ctx context.Context, number int) (document.Version, error) {
	var found storedVersion
	err := d.store.read(ctx, func(tx tx) error {
		doc, err := tx.document(d.kind)
		if err != nil {
			return err
		}
		v, ok, err := tx.version(doc.id, "number = $2", number)
		if err == nil && !ok {
			err = noSuchVersion(number)
		}
		if err == nil {
			v.Blocks, err = tx.text(v)
		}
		found = v
		return err
	})
	if err != nil {
		return document.Version{}, err
	}
	return found.Version, nil
}

// version is the newest version of a document for which where holds.
func (t tx) version(doc int64, where string, args ...any) (v storedVersion, found bool, err error) {
	err = t.all("SELECT "+versionFields+" FROM version WHERE document = $1 AND "+where+" ORDER BY number DESC LIMIT 1",
		append([]any{doc}, args...), func(scan func(...any) error) error {
			v, err = scanVersion(scan)
			found = err == nil
			return err
		})
	return v, found, err
}

// text is the text of a version, once it was found to be the one whose hash
// was kept with it.
func (t tx) text(v storedVersion) ([]document.Block, error) {
	blocks, err := t.loadBlocks(v.id)
	if errors.Is(err, errNotABlock) {
		return nil, damagedVersion(err, v.Number)
	}
	if err != nil {
		return nil, err
	}
	if err := checkBlocks(blocks); err != nil {
		return nil, damagedVersion(err, v.Number)
	}
	if document.Hash(blocks) != v.sha256 {
		return nil, damagedVersion(nil, v.Number)
	}
	return blocks, nil
}

func noSuchVersion(number int) error {
	return fault.New(VersionMissing, "number", strconv.Itoa(number))
}

// damagedVersion: what is kept is not what was saved, so it is not shown as if
// it were.
func damagedVersion(cause error, number int) error {
	return fault.Wrap(cause, VersionDamaged, "number", strconv.Itoa(number))
}

// insertVersion adds a version that is not approved yet.
func (t tx) insertVersion(doc int64, v document.Version) (int64, error) {
	person, err := t.personNamed(v.Author)
	if err != nil {
		return 0, err
	}
	id, err := t.insert(`INSERT INTO version (document, number, status, based_on, author, person, changed,
			meeting_body, meeting_date, meeting_item, sha256)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
		doc, v.Number, string(v.Status), v.BasedOn, v.Author, person, timeText(v.Changed),
		v.Meeting.Body, dayText(v.Meeting.Date), v.Meeting.Item, v.Hash())
	if err != nil {
		return 0, err
	}
	return id, t.insertBlocks(id, 0, v.Blocks)
}

// updateVersion changes all of an open version but its text, and its hash.
func (t tx) updateVersion(id int64, v document.Version) error {
	person, err := t.personNamed(v.Author)
	if err != nil {
		return err
	}
	return t.exec(`UPDATE version SET number = $1, status = $2, based_on = $3, author = $4, person = $5,
			changed = $6, meeting_body = $7, meeting_date = $8, meeting_item = $9, sha256 = $10 WHERE id = $11`,
		v.Number, string(v.Status), v.BasedOn, v.Author, person, timeText(v.Changed),
		v.Meeting.Body, dayText(v.Meeting.Date), v.Meeting.Item, v.Hash(), id)
}
