package store

import (
	"context"
	"database/sql"
	"errors"

	"synlig/data/fault"
	"synlig/data/people"
)

// People are all who work or worked here, active ones first, by name.
func (s *Store) People(ctx context.Context) ([]people.Person, error) {
	var all []people.Person
	err := s.read(ctx, func(tx tx) error {
		return tx.all(`SELECT id, name, initials, role, active FROM person
			ORDER BY active DESC, name, id`, nil, func(scan func(...any) error) error {
			var p people.Person
			err := scan(&p.ID, &p.Name, &p.Initials, &p.Role, &p.Active)
			all = append(all, p)
			return err
		})
	})
	return all, err
}

// AddPerson keeps a new person and gives it back as it is kept, with its ID.
// Without initials they are made from the name. Codes: those of people.Check,
// and InitialsTaken when somebody active has them.
func (s *Store) AddPerson(ctx context.Context, p people.Person) (people.Person, error) {
	p = p.Clean()
	if err := p.Check(); err != nil {
		return p, err
	}
	err := s.write(ctx, func(tx tx) (err error) {
		p.ID, err = tx.insert(`INSERT INTO person (name, initials, role, active)
			VALUES ($1, $2, $3, $4) RETURNING id`, p.Name, p.Initials, p.Role, asInt(p.Active))
		return taken(err)
	})
	return p, err
}

// UpdatePerson changes the person with p's ID. Texts keep the name they were
// written under. Codes: as AddPerson, and PersonMissing.
func (s *Store) UpdatePerson(ctx context.Context, p people.Person) error {
	p = p.Clean()
	if err := p.Check(); err != nil {
		return err
	}
	return s.write(ctx, func(tx tx) error {
		_, err := tx.insert(`UPDATE person SET name = $1, initials = $2, role = $3, active = $4
			WHERE id = $5 RETURNING id`, p.Name, p.Initials, p.Role, asInt(p.Active), p.ID)
		if errors.Is(err, sql.ErrNoRows) {
			return fault.New(PersonMissing)
		}
		return taken(err)
	})
}

func taken(err error) error {
	if brokeUnique(err) {
		return fault.Wrap(err, InitialsTaken)
	}
	return err
}

// personNamed is the id of the only person with that name, and NULL when there
// is none or more than one: then the name alone must do.
func (t tx) personNamed(name string) (sql.NullInt64, error) {
	var id sql.NullInt64
	_, err := t.one("SELECT CASE WHEN count(*) = 1 THEN min(id) END FROM person WHERE name = $1", []any{name}, &id)
	return id, err
}
