package store

import (
	"context"
	"strconv"
)

const upsertSetting = `INSERT INTO setting (key, value) VALUES ($1, $2)
	ON CONFLICT (key) DO UPDATE SET value = excluded.value`

// Setting is what the office has set for key, "" and false when nothing.
// Settings of one person or one machine do not belong in the workspace.
func (s *Store) Setting(ctx context.Context, key string) (value string, set bool, err error) {
	err = s.read(ctx, func(tx tx) error {
		set, err = tx.one("SELECT value FROM setting WHERE key = $1", []any{key}, &value)
		return err
	})
	return value, set, err
}

// SetSetting sets key to value.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	return s.write(ctx, func(tx tx) error { return tx.exec(upsertSetting, key, value) })
}

// SettingInt is the whole number set for key, or fallback when there is none.
func (s *Store) SettingInt(ctx context.Context, key string, fallback int) (int, error) {
	value, set, err := s.Setting(ctx, key)
	if err != nil || !set {
		return fallback, err
	}
	if n, err := strconv.Atoi(value); err == nil {
		return n, nil
	}
	return fallback, nil
}

// SetSettingInt sets key to a whole number.
func (s *Store) SetSettingInt(ctx context.Context, key string, value int) error {
	return s.SetSetting(ctx, key, strconv.Itoa(value))
}

// SettingBool is the yes or no set for key, or fallback when there is none.
func (s *Store) SettingBool(ctx context.Context, key string, fallback bool) (bool, error) {
	value, set, err := s.Setting(ctx, key)
	if err != nil || !set {
		return fallback, err
	}
	return value == "1", nil
}

// SetSettingBool sets key to yes or no.
func (s *Store) SetSettingBool(ctx context.Context, key string, value bool) error {
	return s.SetSetting(ctx, key, strconv.Itoa(asInt(value)))
}

func asInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
