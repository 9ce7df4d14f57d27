package shell

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// The window opens on the room that was in front when it was closed, whatever
// stands first in the rail; the settings are a room one only looks into.
func TestTheWindowOpensOnTheRoomThatWasInFront(t *testing.T) {
	app := test.NewApp()
	open := func() (*Window, string) {
		pages := []*page{{key: "strategy"}, {key: "posts"}}
		w := New(app, &office{},
			func(*Window) Page { return pages[0] },
			func(*Window) Page { return pages[1] },
			func(*Window) Page { return plain{SettingsKey} })
		return w, w.front.page.Key()
	}
	w, first := open()
	if first != "strategy" {
		t.Errorf("the first start opens on %s", first)
	}
	w.Show("posts")
	w.Show(SettingsKey)
	w.Close()
	w, first = open()
	if first != "posts" {
		t.Errorf("it opens on %s", first)
	}
	w.Close()
	app.Preferences().SetString(prefRoom, "a room that is gone")
	w, first = open()
	if first != "strategy" {
		t.Errorf("without its room it opens on %s", first)
	}
	w.Close()
}
