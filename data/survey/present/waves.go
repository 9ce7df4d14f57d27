package present

import (
	"math"

	"synlig/data/chart"
	"synlig/data/survey"
)

// significant is the level at which a change is called certain, adjusted for
// all departments of the table (Holm).
const significant = 0.05

// KeyChart is the key figures as bars, of two waves where earlier is given.
func (p Presenter) KeyChart(earlier, later *survey.View, keys []Key) chart.Bars {
	c := chart.Bars{Table: p.KeyTable(earlier != nil, keys)}
	if earlier != nil {
		c.Keys = []string{earlier.Wave.Title, later.Wave.Title}
	}
	var says []string
	for _, k := range keys {
		now := chart.BarValue{Share: k.Share, Low: k.Low, High: k.High, Hidden: k.Hidden, Says: k.Says}
		if k.Hidden {
			now.Label = p.Hidden()
		}
		row := chart.BarRow{Name: chart.Name{Name: k.Name}, Bars: []chart.BarValue{now}}
		if earlier != nil {
			row.Bars = []chart.BarValue{p.then(earlier, k), now}
		}
		c.Rows = append(c.Rows, row)
		says = append(says, k.Says)
	}
	c.Alt = p.Text("alt-keys")
	if len(says) > 0 {
		c.Alt += " " + says[0]
	}
	return c
}

// then is a key figure in the earlier wave; nothing where there is none to
// compare with.
func (p Presenter) then(earlier *survey.View, k Key) chart.BarValue {
	nothing := chart.BarValue{Share: math.NaN(), Low: math.NaN(), High: math.NaN()}
	switch {
	case k.Change == nil:
		return nothing
	case k.Hidden || !k.SafeSince:
		nothing.Hidden, nothing.Label = true, p.Hidden()
		return nothing
	}
	share, interval := best(k.Change.Earlier)
	return chart.BarValue{
		Share: share, Low: interval.Low, High: interval.High,
		Says: p.Text("says-then", "name", k.Name, "share", p.Percent(share), "wave", earlier.Wave.Title),
	}
}

// KeyTable is the key figures in words: weighted and unweighted share, interval,
// change, and the base.
func (p Presenter) KeyTable(waves bool, keys []Key) chart.Table {
	weighted := false
	for _, k := range keys {
		weighted = weighted || k.Weighted
	}
	t := chart.Table{Caption: p.Text("key-caption"), Columns: []string{p.Text("column-key"), p.Text("column-share")}}
	if weighted {
		t.Columns[1] = p.Text("column-weighted")
		t.Columns = append(t.Columns, p.Text("column-unweighted"))
	}
	t.Columns = append(t.Columns, p.Text("column-interval"), p.Text("column-n"))
	if waves {
		t.Columns = append(t.Columns, p.Text("column-change"))
	}
	for _, k := range keys {
		row := []string{k.Name, p.cell(p.Percent(k.Share), k.Hidden || weighted && !k.Weighted)}
		if weighted {
			row = append(row, p.cell(p.Percent(k.P), k.Hidden))
		}
		row = append(row, p.cell(p.keyRange(k), k.Hidden), p.cell(p.Number(k.N), k.Hidden))
		if waves {
			row = append(row, k.Since)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (p Presenter) keyRange(k Key) string {
	_, interval := best(k.Figure.Share)
	return p.Range(interval)
}

// ChangeChart is one figure in two waves by department, with the change and
// whether it is more than chance.
func (p Presenter) ChangeChart(earlier, later *survey.View, m survey.Mapping, k Key) chart.Bars {
	f, name := k.Figure, k.Name
	c := chart.Bars{Keys: []string{earlier.Wave.Title, later.Wave.Title}, Sorted: true, Alt: p.Text("alt-change", "name", name, "earlier", earlier.Wave.Title, "later", later.Wave.Title)}
	c.Table = chart.Table{Caption: name, Columns: []string{
		p.Text("column-department"), earlier.Wave.Title, later.Wave.Title, p.Text("column-change-points"), p.Text("column-change-interval"), p.Text("column-certain"),
	}}
	if f.Change == nil {
		return c
	}
	changes := survey.DepartmentChanges(earlier, later, m, f.Then, f.Base, f.Answers...)
	safe := survey.SafeDepartments(earlier, later, m, f.Then, f.Base, f.Answers...)
	for _, change := range changes {
		p.changeRow(&c, change, chart.Name{Name: change.Department}, !safe[change.Department])
	}
	all := survey.DepartmentChange{Department: p.Text("all"), Change: *f.Change, Holm: f.Change.P}
	p.changeRow(&c, all, chart.Name{Name: all.Department, Total: true}, k.Hidden || !k.SafeSince)
	return c
}

func (p Presenter) changeRow(c *chart.Bars, d survey.DepartmentChange, name chart.Name, hidden bool) {
	then, now := p.barOf(d.Earlier, hidden, ""), p.barOf(d.Later, hidden, "")
	difference, interval := d.Difference, d.Interval
	if !math.IsNaN(d.Weighted) {
		difference, interval = d.Weighted, d.WeightedInterval
		if !hidden {
			then.Share, now.Share = d.Earlier.Weighted.P, d.Later.Weighted.P
			a, b := d.Earlier.Weighted.Interval(), d.Later.Weighted.Interval()
			then.Low, then.High, now.Low, now.High = a.Low, a.High, b.Low, b.High
		}
	}
	row := chart.BarRow{Name: name}
	cells := []string{name.Name, p.cell(p.Percent(then.Share), hidden), p.cell(p.Percent(now.Share), hidden), "", "", ""}
	switch {
	case d.Only != "":
		why := p.Text("only-" + d.Only)
		row.Note, cells[3] = why, why
		nothing := chart.BarValue{Share: math.NaN(), Low: math.NaN(), High: math.NaN()}
		if d.Only == "later" {
			then, cells[1] = nothing, "–"
		} else {
			now, cells[2] = nothing, "–"
		}
	case hidden:
		cells[3], cells[4], cells[5] = p.Hidden(), p.Hidden(), p.Hidden()
	default:
		certain := p.Text("no")
		if d.Holm < significant {
			certain = p.Text("yes")
		}
		row.Note = p.Text("points", "points", p.Points(difference))
		cells[3], cells[4], cells[5] = p.Points(difference), p.PointRange(interval), certain
		now.Says = p.Text("says-change", "department", name.Name, "earlier", p.Percent(then.Share), "later", p.Percent(now.Share), "range", p.PointRange(interval))
	}
	row.Bars = []chart.BarValue{then, now}
	c.Rows = append(c.Rows, row)
	c.Table.Rows = append(c.Table.Rows, cells)
}
