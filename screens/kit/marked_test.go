package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRulerAgreesWithFyne(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 1))
	r := NewRuler()
	for _, text := range []string{"Borgerrådgiveren", "Væsentlig", "AVATAR", "fi", "offentlig", "»To«", "a–b", "å", "日本", "👍🏽", "", "1.234,5"} {
		for _, bold := range []bool{false, true} {
			got := r.face(15, bold, false).width(text)
			want := fyne.MeasureText(text, 15, fyne.TextStyle{Bold: bold}).Width
			if d := got - want; d > 0.1 || d < -0.1 {
				t.Errorf("%q bold=%v: %v, Fyne says %v", text, bold, got, want)
			}
		}
	}
	t.Log(fyne.MeasureText("Åg", 15, fyne.TextStyle{}))
}
