package bilag

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"synlig/data/posts"
)

// A calendar file (RFC 5545) is another paper: the plan for Outlook and phones.
// The library that writes it is known to this file alone.

const (
	zoneName  = "Europe/Copenhagen"
	localTime = "20060102T150405"
	takes     = 15 * time.Minute // to publish a post
	warning   = "-PT15M"         // before it is to be published
)

// PostsCalendar is the plan as an iCalendar file: every post with a time is an
// event in Copenhagen's time, a wish tentative and a plan confirmed, with an
// alarm for what is still to be done. The same post has the same UID every
// time, so that a second import moves it and adds none.
func PostsCalendar(p PostPlan) []byte {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Synlig//Opslagsplan//DA")
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(word("planTitle"))
	cal.SetXWRTimezone(zoneName)
	addZone(cal)
	for _, post := range p.chosen() {
		if when := whenOf(post); !when.IsZero() {
			addEvent(cal, post, when)
		}
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

// addZone describes Copenhagen's time as it has been since 1996 (EU directive
// 2000/84/EC), for programs that do not know it by name.
func addZone(cal *ics.Calendar) {
	zone := cal.AddTimezone(zoneName)
	summer := &ics.Daylight{}
	set := func(c interface {
		SetProperty(ics.ComponentProperty, string, ...ics.PropertyParameter)
	}, start, from, to, name, rule string) {
		c.SetProperty(ics.ComponentPropertyDtStart, start)
		c.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), from)
		c.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), to)
		c.SetProperty(ics.ComponentProperty(ics.PropertyTzname), name)
		c.SetProperty(ics.ComponentPropertyRrule, rule)
	}
	set(summer, "19960331T020000", "+0100", "+0200", "CEST", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
	zone.Components = append(zone.Components, summer)
	set(zone.AddStandard(), "19961027T030000", "+0200", "+0100", "CET", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
}

func addEvent(cal *ics.Calendar, post posts.Post, when time.Time) {
	event := cal.AddEvent(uid(post))
	event.SetDtStampTime(post.Changed.UTC())
	event.SetCreatedTime(post.Created.UTC())
	event.SetModifiedAt(post.Changed.UTC())
	event.SetSequence(post.Revision)
	event.SetProperty(ics.ComponentPropertyDtStart, when.Format(localTime), ics.WithTZID(zoneName))
	event.SetProperty(ics.ComponentPropertyDtEnd, when.Add(takes).Format(localTime), ics.WithTZID(zoneName))
	title := posts.Clean(post.Title())
	if title == "" {
		title = word("planEmpty")
	}
	event.SetSummary(text("planEvent", "title", title))
	event.SetDescription(description(post))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	event.AddCategory(string(post.State))
	switch {
	case post.Address != "":
		event.SetURL(post.Address)
	case post.Link.Address != "":
		event.SetURL(post.Link.Address)
	}
	event.SetStatus(ics.ObjectStatusTentative)
	if post.State == posts.Planned || !post.Published.IsZero() {
		event.SetStatus(ics.ObjectStatusConfirmed)
	}
	if post.Published.IsZero() {
		alarm := event.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(warning)
		alarm.SetDescription(text("planEvent", "title", title))
	}
}

// description is the post's state and words.
func description(post posts.Post) string {
	parts := []string{about(post), strings.TrimSpace(post.Text)}
	return posts.Clean(strings.Join(known(append(parts, post.Link.Address)...), "\n\n"))
}

// uid names a post for calendars everywhere: its number and when it was begun
// tell it from every other, also of another office.
func uid(post posts.Post) string {
	sum := sha256.Sum256([]byte("synlig post " + strconv.FormatInt(post.ID, 10) + " " + post.Created.UTC().Format(time.RFC3339Nano)))
	return hex.EncodeToString(sum[:16]) + "@synlig.invalid"
}
