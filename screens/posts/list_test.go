package posts

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"synlig/data/posts"
	"synlig/screens/words"
)

// listed are the texts of the posts in the list, in order.
func (r *room) listed() (texts []string) {
	for _, it := range r.list.items {
		if it.brief.ID != 0 {
			texts = append(texts, it.brief.Title)
		}
	}
	return texts
}

func TestTheListGoesByStateAndTime(t *testing.T) {
	r := open(t, 1166, 720)
	r.planned("Senere "+plain, at(25, 10, 0))
	r.planned("Først "+plain, at(20, 10, 0))
	r.as(r.bo)
	r.write("Et udkast")
	var order []string
	for _, it := range r.list.items {
		if it.head != "" {
			order = append(order, string(it.head))
		} else {
			order = append(order, it.brief.Title[:5])
		}
	}
	want := []string{"udkast", "Et ud", "planlagt", "Først"[:5], "Sener"}
	if len(order) != len(want) {
		t.Fatalf("%q, want %q", order, want)
	}
	for i := range want {
		if order[i] != want[i] {
			t.Fatalf("%q, want %q", order, want)
		}
	}
}

func TestTheListIsUsedByKeys(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Et")
	r.write("To")
	r.write("Tre")
	r.focusList()
	rows := r.list.rows
	if r.host.Canvas().Focused() != fyne.Focusable(rows) {
		t.Fatal("the list has no keyboard")
	}
	rows.TypedKey(key(fyne.KeyDown))
	if r.draft.content.Text != "To" {
		t.Errorf("opened %q", r.draft.content.Text)
	}
	rows.TypedKey(key(fyne.KeyEnd))
	if r.draft.content.Text != "Et" {
		t.Errorf("opened %q", r.draft.content.Text)
	}
	rows.TypedKey(key(fyne.KeyReturn))
	if r.host.Canvas().Focused() != r.writing.text.Field() {
		t.Error("Enter does not go to the text")
	}
	r.focusList()
	rows.TypedKey(key(fyne.KeyDelete))
	if got := r.listed(); len(got) != 2 {
		t.Errorf("Delete left %q", got)
	}
	rows.TypedKey(key(fyne.KeyHome))
	rows.TypedKey(key(fyne.KeyLeft))
	if got := r.listed(); len(got) != 0 {
		t.Errorf("folded it lists %q", got)
	}
	rows.TypedKey(key(fyne.KeyRight))
	if got := r.listed(); len(got) != 2 {
		t.Errorf("unfolded it lists %q", got)
	}
}

func TestTheListIsNarrowedByWordsStateSubjectAndPerson(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Årsmøde om sagsbehandling")
	r.subject("årsmøde")
	r.as(r.carla)
	r.write("Noget helt andet")
	r.Search("møde")
	r.settle()
	if got := r.listed(); len(got) != 1 || got[0] != "Årsmøde om sagsbehandling" {
		t.Errorf("»møde« finds %q", got)
	}
	if len(r.shelf.desk) != 2 {
		t.Error("what waits is forgotten during a search")
	}
	r.Search("")
	r.settle()
	f := r.list.filters
	f.toggle()
	f.author.SetSelected("Carla Eksempel")
	if got := r.listed(); len(got) != 1 || got[0] != "Noget helt andet" {
		t.Errorf("Carla wrote %q", got)
	}
	f.clearAll()
	f.subject.SetSelected("årsmøde")
	if got := r.listed(); len(got) != 1 {
		t.Errorf("about the meeting %q", got)
	}
	f.clearAll()
	f.state.SetSelectedIndex(3)
	if got := r.listed(); len(got) != 0 || r.list.items[0].line != words.Text("posts.none-found") {
		t.Errorf("for approval %q", got)
	}
	f.clearAll()
	if got := r.listed(); len(got) != 2 || f.line.Visible() {
		t.Errorf("all are %q", got)
	}
}

func (r *room) subject(text string) {
	r.writing.subject.SetText(text)
	r.settle()
	r.Reload()
}

func TestPeriods(t *testing.T) {
	today := at(11, 9, 0)
	for i, want := range [][2]time.Time{{}, {at(9, 0, 0), at(16, 0, 0)}, {at(1, 0, 0), at(32, 0, 0)},
		{at(1, 0, 0).AddDate(0, -2, 0), at(1, 0, 0).AddDate(0, 10, 0)}, {at(1, 0, 0).AddDate(-1, -2, 0), at(1, 0, 0).AddDate(0, -2, 0)}} {
		if from, to := periodOf(i, today); !from.Equal(want[0]) || !to.Equal(want[1]) {
			t.Errorf("%s is %v to %v", periods[i], from, to)
		}
	}
}

func TestAnEmptyOfficeIsToldWhatTheRoomIsFor(t *testing.T) {
	r := open(t, 1166, 720)
	if r.frame.state.Hidden {
		t.Fatal("the empty state is not shown")
	}
	r.write("Det første")
	if !r.frame.state.Hidden {
		t.Error("it stays over the work")
	}
}

func TestTheRoomOpensOnWhatWaits(t *testing.T) {
	r := open(t, 1166, 720)
	r.write("Mit eget")
	r.write(plain)
	r.act(label("act-submit"))
	r.host.press(-1)
	waiting := r.draft.post.ID
	r.host.person = r.carla
	again := New(r.host, r.store, r.options)
	again.start, again.after = inline, r.after
	r.host.window.SetContent(again.Build())
	if again.draft.post.ID != waiting || again.draft.post.State != posts.Submitted {
		t.Errorf("it opens on %d, %q", again.draft.post.ID, again.draft.content.Text)
	}
}
