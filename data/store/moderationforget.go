package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/people"
)

// Due is what somebody should be reminded of on a day.
type Due struct {
	Deadlines []Item             // open, and the day has come
	Blocks    []moderation.Block // over, and not lifted on Facebook yet
	Forget    []Item             // whose time is up: "slet nu", or after the export
}

// Due is what the day brings.
func (m Moderation) Due(ctx context.Context) (due Due, err error) {
	today := dayText(m.today())
	deadlines, err := m.Queue(ctx, QueueQuery{View: ViewDeadlines, Limit: 1000})
	if err != nil {
		return due, err
	}
	for _, i := range deadlines {
		if dayText(i.Deadline) <= today {
			due.Deadlines = append(due.Deadlines, i)
		}
	}
	blocks, err := m.Blocks(ctx)
	if err != nil {
		return due, err
	}
	for _, b := range blocks {
		if b.Over(m.today()) {
			due.Blocks = append(due.Blocks, b)
		}
	}
	due.Forget, err = m.forgettable(ctx, today)
	return due, err
}

func (m Moderation) forgettable(ctx context.Context, today string) (items []Item, err error) {
	err = m.read(ctx, func(tx tx) error {
		return tx.all(`SELECT id, state, received, revision FROM moderation_case WHERE forget_on <> '' AND forget_on <= $1 AND state <> 'glemt' ORDER BY forget_on, id`,
			[]any{today}, func(scan func(...any) error) error {
				var i Item
				var received kept
				err := scan(&i.ID, &i.State, &received, &i.Revision)
				i.Received = received.Time
				items = append(items, i)
				return err
			})
	})
	return items, err
}

// Forgotten tells what became of forgetting.
type Forgotten struct {
	Cases int
	// Backups still hold what was forgotten; the office decides about them.
	Backups []BackupInfo
}

// Forget takes away, for good, all that was kept about cases: comment, alias,
// addresses, reasons, notes, replies, objections, pictures, words of the search
// and the contents of the record's lines. The lines themselves stay, and a new
// one without content says that it was done. Then the file is written anew, so
// that nothing is left between its pages. Codes: moderation.ForgetUnfinished,
// moderation.ForgetUnexported, CaseMovedOn.
func (m Moderation) Forget(ctx context.Context, by people.Person, cases ...moderation.Case) (Forgotten, error) {
	for _, c := range cases {
		_, err := m.change(ctx, c.ID, c.Revision, by, func(tx tx, c *moderation.Case, by people.Person, now time.Time) error {
			if err := c.MayForget(m.today()); err != nil {
				return err
			}
			return tx.forget(c, by, now)
		})
		if err != nil {
			return Forgotten{}, err
		}
	}
	if m.open == nil {
		if err := m.scrub(ctx); err != nil {
			return Forgotten{Cases: len(cases)}, err
		}
	}
	backups, err := Backups(m.store.path)
	return Forgotten{len(cases), backups}, err
}

func (t tx) forget(c *moderation.Case, by people.Person, now time.Time) error {
	c.State = moderation.StateForgotten
	for _, statement := range []string{
		`DELETE FROM moderation_word WHERE "case" = $1`,
		`DELETE FROM moderation_note WHERE "case" = $1`,
		`DELETE FROM moderation_picture WHERE "case" = $1`,
		`DELETE FROM moderation_presence WHERE "case" = $1`,
		`DELETE FROM moderation_profile WHERE action IN (SELECT id FROM moderation_action WHERE "case" = $1)`,
		`UPDATE moderation_action SET reason = '', note = '', reply = '', answer = '', forgotten = 1 WHERE "case" = $1`,
		`UPDATE moderation_objection SET text = '', reason = '', forgotten = 1 WHERE "case" = $1`,
	} {
		if err := t.exec(statement, c.ID); err != nil {
			return err
		}
	}
	// The state goes before the contents of the lines, which may only go with it.
	if err := t.exec(`UPDATE moderation_case SET state = 'glemt', text = '', covers = '[]', alias = '', post = '', address = '', deadline = '',
			owner = NULL, forget_on = '', revision = revision + 1, sha256 = $1, changed_by = $2, changed_at = $3 WHERE id = $4`,
		moderation.TextHash(""), by.Name, stampText(now), c.ID); err != nil {
		return err
	}
	if err := t.logLine(now, moderation.EventForgotten, c.ID, by, struct{}{}); err != nil {
		return err
	}
	// The last line's content goes too: it has none to speak of.
	return t.exec(`DELETE FROM moderation_log_content WHERE seq IN (SELECT seq FROM moderation_log WHERE "case" = $1)`, c.ID)
}

// scrub writes the whole file anew and empties its write-ahead log: deleted
// text is overwritten as it is deleted (secure_delete), and this takes what
// lies in pages that were moved, and in the log.
func (m Moderation) scrub(ctx context.Context) error {
	conn, err := m.store.writer.Conn(ctx)
	if err != nil {
		return m.store.coded(ctx, err)
	}
	err = scrubConn(ctx, conn)
	err = errors.Join(err, conn.Close())
	if err != nil {
		return m.store.coded(ctx, err)
	}
	m.store.feed.tell(Change{})
	return nil
}

func scrubConn(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, "VACUUM"); err != nil {
		return err
	}
	var busy, log, done int
	if err := conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done); err != nil {
		return err
	}
	if busy != 0 {
		return fault.New(Locked)
	}
	return nil
}
