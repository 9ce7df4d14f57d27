package store

import (
	"reflect"
	"testing"
)

func TestRevisionRoundTrip(t *testing.T) {
	s, want := saved(t, 40)
	got := must(s.Revision(t.Context()))(t)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the revision came back changed\n got %+v\nwant %+v", got, want)
	}
	// Once more, with everything in place already.
	ok(t, s.SaveRevision(t.Context(), want))
	if again := must(s.Revision(t.Context()))(t); !reflect.DeepEqual(again, want) {
		t.Errorf("saved twice, the revision is another")
	}
	versions := must(s.Versions(t.Context()))(t)
	if len(versions) != 2 || versions[0].Number != 7 || versions[1].Meeting.Item != "6" {
		t.Errorf("versions: %+v", versions)
	}
}
