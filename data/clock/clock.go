// Package clock is the one way to ask what time it is, so that a test can
// answer, which zone a day is a day in, and what a day is. How a day is written
// or read does not live here: see data/danish and screens/words.
package clock

import "time"

// Clock tells the time.
type Clock func() time.Time

// System is the machine's own clock.
func System() time.Time { return time.Now() }

// Fixed is a clock that stands still at t.
func Fixed(t time.Time) Clock { return func() time.Time { return t } }
