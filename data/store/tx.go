package store

import (
	"context"
	"database/sql"
	"errors"

	"synlig/data/fault"
)

// tx is a transaction. Its queries carry no context of their own: database/sql
// rolls the transaction back when the context it began with ends, and the
// driver answers a query without a context twice as fast.
type tx struct {
	*sql.Tx
	store *Store
}

func (t tx) exec(query string, args ...any) error {
	_, err := t.ExecContext(context.Background(), query, args...)
	return err
}

// insert runs an INSERT … RETURNING id.
func (t tx) insert(query string, args ...any) (id int64, err error) {
	err = t.QueryRowContext(context.Background(), query, args...).Scan(&id)
	return id, err
}

// one scans the only row of query into fields; false when there is none.
func (t tx) one(query string, args []any, fields ...any) (bool, error) {
	err := t.QueryRowContext(context.Background(), query, args...).Scan(fields...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// all calls row for every row of query; row scans it.
func (t tx) all(query string, args []any, row func(scan func(fields ...any) error) error) error {
	rows, err := t.QueryContext(context.Background(), query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// write runs do in one transaction that is kept in full or not at all, and
// tells the watchers. It is the only way anything is written.
func (s *Store) write(ctx context.Context, do func(tx) error) error {
	if err := s.run(ctx, s.writer, do); err != nil {
		return err
	}
	s.feed.tell(Change{})
	return nil
}

// read runs do on one unchanging state of the workspace.
func (s *Store) read(ctx context.Context, do func(tx) error) error {
	return s.run(ctx, s.readers, do)
}

func (s *Store) run(ctx context.Context, db *sql.DB, do func(tx) error) error {
	begun, err := db.BeginTx(ctx, nil)
	if err != nil {
		return s.coded(ctx, err)
	}
	defer begun.Rollback() // after Commit it does nothing
	if err := do(tx{begun, s}); err != nil {
		return s.coded(ctx, err)
	}
	return s.coded(ctx, begun.Commit())
}

// coded gives err its code. When the context has ended, that is the reason,
// whatever the query that was cut off says.
func (s *Store) coded(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return fault.Wrap(errors.Join(ctx.Err(), err), Cancelled)
	case s.closed.Load():
		return fault.Wrap(err, Closed, "path", s.path)
	}
	return coded(err, s.path)
}
