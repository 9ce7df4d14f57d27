package settings_test

import (
	"testing"

	"synlig/screens/words"
)

func TestTheOfficeClosesTheDoorToTheNetwork(t *testing.T) {
	w, desk := open(t)
	show(t, w, "net")
	if !desk.Store().NetAllowed() {
		t.Fatal("the network is closed before anybody closed it")
	}
	press(t, w, words.Text("settings.net-closed"))
	if desk.Store().NetAllowed() {
		t.Error("the network is open")
	}
	press(t, w, words.Text("settings.net-open"))
	if !desk.Store().NetAllowed() {
		t.Error("the network stays closed")
	}
}
