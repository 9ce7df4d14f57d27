package survey

// SafeMerged is Safe with the departments that have fewer than least in the base
// put together into one row named name: more is shown of them together than of
// each alone. Which go together is decided on the base that hiding is decided
// on, so that it is the same on every base.
func (v *View) SafeMerged(question int, b Base, least int, name string) *DepartmentTable {
	own := DefaultBase(v.Wave.Questions[question].Kind)
	safe := v.Merge(v.ByDepartment(question, own), least, name)
	v.protectDepartments(&safe)
	if b == own {
		v.softenTotal(&safe)
		return &safe
	}
	q, g := &v.Wave.Questions[question], v.grid(question)
	t := v.ByDepartment(question, b)
	t.Rows = nil
	for _, r := range safe.Rows {
		row := v.departmentRow(q, g, b, r.Department, r.Staff, r.answered)
		row.Merged = r.Merged
		t.Rows = append(t.Rows, row)
	}
	v.copyMarks(&t, &safe)
	v.softenTotal(&t)
	return &t
}

// softenTotal rounds the weighted shares of the total as far as what is hidden
// asks for.
func (v *View) softenTotal(t *DepartmentTable) {
	for i := range t.Total.Answers {
		a := &t.Total.Answers[i]
		a.Weighted = v.soften(t, a.Weighted, i)
	}
}
