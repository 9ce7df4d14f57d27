package survey

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Every view of the example survey shows itself without a fault.
func TestEveryView(t *testing.T) {
	r := newRoom(t, true)
	for i, key := range viewKeys {
		r.look(i)
		r.picture(t, key)
	}
	r.host.window.Resize(fyne.NewSize(944, 640))
	for i, key := range viewKeys {
		r.look(i)
		r.picture(t, "narrow-"+key)
	}
	if len(r.host.failed) > 0 {
		t.Errorf("told of %v", r.host.failed)
	}
}
