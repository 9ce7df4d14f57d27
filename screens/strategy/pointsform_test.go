package strategy

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2/test"

	"synlig/data/clock"
	"synlig/data/decision"
	"synlig/data/store"
)

func TestThePointsOfTheRecommendationAreWritten(t *testing.T) {
	file, err := store.Create(t.Context(), t.TempDir()+"/arbejde.synlig", store.Options{Clock: clock.Fixed(august), NoBackup: true})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := file.SaveRevision(t.Context(), theExample()); err != nil {
		t.Fatal(err)
	}
	page, host := openKind(t, file, Options{Clock: clock.Fixed(august)})
	before := map[int]int{}
	for _, c := range page.reading.comparison.Changes {
		before[c.Note.Point]++
	}
	page.askPoints()
	f := newPointsForm(page)
	f.show(0)
	if points, was := f.points(); !reflect.DeepEqual(points, page.revision.Points) || !reflect.DeepEqual(was, []int{1, 2, 3}) {
		t.Fatalf("the form shows %+v", points)
	}
	f.remove(1) // point 3 becomes point 2, and still needs point 1
	f.add()
	f.show(2)
	test.Type(host.Canvas().Focused(), "at udvalget i stedet venter")
	f.drawn[2].rivals[0], f.drawn[0].rivals[2] = true, true
	f.save()
	if len(host.failed) > 0 || page.frame.state.Visible() {
		t.Fatal(host.failed)
	}
	want := []decision.Point{
		{Number: 1, Text: theExample().Points[0].Text, Choice: 1},
		{Number: 2, Text: theExample().Points[2].Text, Requires: []int{1}},
		{Number: 3, Text: "at udvalget i stedet venter", Choice: 1},
	}
	if got := page.revision.Points; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %+v\nwant %+v", got, want)
	}
	after := map[int]int{}
	for _, c := range page.reading.comparison.Changes {
		after[c.Note.Point]++
	}
	if after[1] != before[1] || after[2] != before[3] || after[0] != before[0]+before[2] || after[3] != 0 {
		t.Errorf("changes by point were %v and are %v", before, after)
	}

	f = newPointsForm(page)
	f.drawn[1].text = " "
	if f.save(); f.wrong.Hidden || len(host.failed) > 0 {
		t.Error("an empty point is kept")
	}
	f.drawn[1].text = "at"
	f.drawn[0].needs[2] = true // its own alternative
	if f.save(); len(host.failed) != 1 {
		t.Error("a point that needs its own alternative is kept")
	}
}
