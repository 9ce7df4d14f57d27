package clock

import (
	"time"
	_ "time/tzdata" // Windows has no list of time zones (450 kB)
)

// Copenhagen is the office's zone: what a day is, and when a post goes out,
// does not depend on how a machine is set.
var Copenhagen = zone("Europe/Copenhagen")

func zone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // the list of zones is built in
	}
	return zone
}
