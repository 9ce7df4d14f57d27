package sheet

import "synlig/data/bilag/pdf"

// header draws the running header and the rule under it.
func (d *drawer) header() {
	r := &d.setup.Running
	if len(r.HeadLeft)+len(r.HeadRight) == 0 {
		return
	}
	d.w.Artifact(pdf.HeaderArtifact, func() {
		for i, text := range r.HeadLeft {
			d.runningText(text, 0, d.format.HeaderY+float64(i)*runningLead, false)
		}
		for i, text := range r.HeadRight {
			face := 0
			if i == 0 {
				face = 1
			}
			d.runningText(text, face, d.format.HeaderY+float64(i)*runningLead, true)
		}
		lines := max(len(r.HeadLeft), len(r.HeadRight))
		d.runningRule(d.format.HeaderY + float64(lines-1)*runningLead + 7)
	})
}

// footer draws the running footer and the rule above it.
func (d *drawer) footer(index int) {
	r := &d.setup.Running
	d.w.Artifact(pdf.FooterArtifact, func() {
		d.runningRule(d.format.FooterY - runningLead - 2)
		d.runningText(r.FootLeft, 0, d.format.FooterY, false)
		if r.FootRight != nil {
			d.runningText(r.FootRight(index+1, d.pages), 0, d.format.FooterY, true)
		}
	})
}

func (d *drawer) runningRule(y float64) {
	d.w.Rect(pdf.Area{X: d.format.Left, Y: y, Width: d.format.measure(), Height: 0.5}, ruleInk)
}

// runningText draws a running line, cut where it would meet the other side.
func (d *drawer) runningText(text string, face int, y float64, right bool) {
	text = d.readable.Text(text)
	width := func(s string) float64 { return float64(d.faces[face].Measure(s)) * runningSize / 1000 }
	room := d.format.measure() * 0.78
	if right {
		room = d.format.measure() * 0.3
	}
	if width(text) > room {
		letters := []rune(text)
		for len(letters) > 1 && width(string(letters)+"…") > room {
			letters = letters[:len(letters)-1]
		}
		text = string(letters) + "…"
	}
	if text == "" {
		return
	}
	x := d.format.Left
	if right {
		x += d.format.measure() - width(text)
	}
	d.w.Text(pdf.Type{Face: face, Size: runningSize, Color: quietInk}, x, y, text)
}
