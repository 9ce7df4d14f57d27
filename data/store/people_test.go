package store

import (
	"testing"

	"synlig/data/people"
)

func TestPeople(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	anna := must(s.AddPerson(ctx, people.Person{Name: " Anna-Lise  Østergård", Role: "Jurist", Active: true}))(t)
	if anna.ID == 0 || anna.Name != "Anna-Lise Østergård" || anna.Initials != "ALØ" {
		t.Errorf("kept as %+v", anna)
	}
	_, err := s.AddPerson(ctx, people.Person{Name: "Anders Lund", Initials: "alø", Active: true})
	wantCode(t, err, InitialsTaken)
	_, err = s.AddPerson(ctx, people.Person{Name: " "})
	wantCode(t, err, people.NameMissing)

	anna.Active = false
	ok(t, s.UpdatePerson(ctx, anna))
	other := must(s.AddPerson(ctx, people.Person{Name: "Anders Lund", Initials: "ALØ", Active: true}))(t)
	anna.Active = true
	wantCode(t, s.UpdatePerson(ctx, anna), InitialsTaken)
	wantCode(t, s.UpdatePerson(ctx, people.Person{ID: 99, Name: "Ingen"}), PersonMissing)
	wantCode(t, s.UpdatePerson(ctx, people.Person{ID: anna.ID}), people.NameMissing)

	anna.Active = false
	staff := must(s.People(ctx))(t)
	if len(staff) != 2 || staff[0] != other || staff[1] != anna {
		t.Errorf("people: %+v", staff)
	}
}

func TestSettings(t *testing.T) {
	ctx := t.Context()
	s := create(t, place(t), Options{})
	if _, set := mustSetting(t, s, "a"); set {
		t.Error("set before it was")
	}
	ok(t, s.SetSetting(ctx, "a", ""))
	if value, set := mustSetting(t, s, "a"); !set || value != "" {
		t.Error("the empty value is a value")
	}
	ok(t, s.SetSettingInt(ctx, "size", 120))
	ok(t, s.SetSettingInt(ctx, "size", 150))
	ok(t, s.SetSettingBool(ctx, "dark", true))
	ok(t, s.SetSetting(ctx, "odd", "tolv"))
	if n := must(s.SettingInt(ctx, "size", 100))(t); n != 150 {
		t.Errorf("size %d", n)
	}
	if n := must(s.SettingInt(ctx, "odd", 100))(t); n != 100 {
		t.Errorf("odd %d", n)
	}
	if n := must(s.SettingInt(ctx, "none", 100))(t); n != 100 {
		t.Errorf("none %d", n)
	}
	if !must(s.SettingBool(ctx, "dark", false))(t) || !must(s.SettingBool(ctx, "none", true))(t) {
		t.Error("yes and no")
	}
}
