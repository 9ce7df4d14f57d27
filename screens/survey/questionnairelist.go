package survey

import (
	"time"

	"fyne.io/fyne/v2"

	"synlig/screens/kit"
)

// writeAfter is how long after the last key what was written is kept.
const writeAfter = 700 * time.Millisecond

// key goes from item to item.
func (q *questionnaire) key(key *fyne.KeyEvent) bool {
	at := q.at
	switch key.Name {
	case fyne.KeyUp:
		at--
	case fyne.KeyDown:
		at++
	default:
		return false
	}
	if at >= 0 && at < len(q.form.Items)+2 {
		q.open(at)
	}
	return true
}

func (q *questionnaire) open(at int) {
	q.at = at
	q.rows.Redress()
	q.rows.Reveal(at)
	q.showEdit()
	q.page.frame.showCounts()
}

// Heights are all the same: the items, the invitation and the reminder.
func (q *questionnaire) Heights(float32) []float32 {
	if !q.read {
		return nil
	}
	heights := make([]float32, len(q.form.Items)+2)
	for i := range heights {
		heights[i] = kit.ListRowHeight()
	}
	return heights
}

// Take is the widget for a row.
func (q *questionnaire) Take(row int) fyne.CanvasObject {
	var r *kit.ListRow
	if n := len(q.spare); n > 0 {
		r, q.spare = q.spare[n-1], q.spare[:n-1]
	} else {
		r = kit.NewListRow()
	}
	r.OnTapped = func() {
		q.page.host.Canvas().Focus(q.rows)
		q.open(row)
	}
	var face kit.ListFace
	switch n := row - len(q.form.Items); {
	case n == 0:
		face = kit.ListFace{Above: text("form_letter"), Text: text("form_invitation")}
	case n == 1:
		face = kit.ListFace{Above: text("form_letter"), Text: text("form_reminder")}
	default:
		item := q.form.Items[row]
		face = kit.ListFace{Above: text("kind_" + item.Kind), Text: item.Text}
		if item.Number > 0 {
			face.Above = number(item.Number) + " · " + face.Above
		}
		if item.Check != "" {
			face.Right, face.RightInk = text("form_to_check"), kit.ColorCare
		}
	}
	r.Dress(face, row == q.at)
	return r
}

// Give takes a widget back.
func (q *questionnaire) Give(object fyne.CanvasObject) {
	q.spare = append(q.spare, object.(*kit.ListRow))
}
