package survey

import (
	"fyne.io/fyne/v2"

	"synlig/data/survey/present"
	"synlig/screens/kit"
)

// key goes from question to question.
func (q *questions) key(key *fyne.KeyEvent) bool {
	at := q.row()
	switch key.Name {
	case fyne.KeyUp:
		at--
	case fyne.KeyDown:
		at++
	default:
		return false
	}
	if at >= 0 && at < len(q.listed) {
		q.pickRow(at)
	}
	return true
}

func (q *questions) pickRow(row int) {
	q.choose(q.listed[row])
	q.rows.Redress()
	q.rows.Reveal(row)
	q.page.figures()
}

// Heights are all the same.
func (q *questions) Heights(float32) []float32 {
	heights := make([]float32, len(q.listed))
	for i := range heights {
		heights[i] = kit.ListRowHeight()
	}
	return heights
}

// Take is the widget for a row.
func (q *questions) Take(row int) fyne.CanvasObject {
	var r *kit.ListRow
	if n := len(q.spare); n > 0 {
		r, q.spare = q.spare[n-1], q.spare[:n-1]
	} else {
		r = kit.NewListRow()
	}
	at := q.listed[row]
	one := q.page.lens.question(at)
	r.OnTapped = func() {
		q.page.host.Canvas().Focus(q.rows)
		q.pickRow(row)
	}
	face := kit.ListFace{Above: text("kind_" + one.Kind.String()), Text: one.Text}
	if one.Background || at == q.page.lens.wave().Department {
		face.Above = text("background")
	}
	for _, k := range q.page.lens.keys {
		if k.Question == at {
			face.Below = present.Presenter.KeyName(q.page.say, q.page.lens.wave(), k)
		}
	}
	r.Dress(face, at == q.at)
	return r
}

// Give takes a widget back.
func (q *questions) Give(object fyne.CanvasObject) { q.spare = append(q.spare, object.(*kit.ListRow)) }
