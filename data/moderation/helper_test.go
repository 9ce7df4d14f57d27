package moderation

import "time"

var monday = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// Until is a day, for rapid.
type Until struct{ time.Time }
