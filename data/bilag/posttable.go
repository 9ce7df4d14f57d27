package bilag

import (
	"time"

	"synlig/data/clock"
	"synlig/data/posts"
	"synlig/data/tabular"
)

// PostsTable is the plan as a table, for data/tabular to write as CSV or XLSX:
// a row for each post, in the order of the paper. Numbers that name things, such
// as a post's, are text, so that no spreadsheet shortens them.
func PostsTable(p PostPlan) tabular.Sheet {
	sheet := tabular.Sheet{Name: word("planTitle"), Header: []string{
		word("columnNumber"), word("planState"), word("planPlanned"), word("planClock"), word("planPublished"), word("planClock"),
		word("planSubjectColumn"), word("planText"), word("planLinkColumn"), word("planFacebookColumn"),
		word("planAuthor"), word("planApprover"), word("planApproved"), word("planMinutes"), word("planTaken"),
	}}
	for _, metric := range posts.Metrics() {
		sheet.Header = append(sheet.Header, word("planMetric."+string(metric)))
	}
	for _, post := range p.chosen() {
		row := []any{int(post.ID), string(post.State)}
		row = append(row, dayAndClock(post.Planned)...)
		row = append(row, dayAndClock(post.Published)...)
		row = append(row, posts.Clean(post.Subject), posts.Clean(post.Text), post.Link.Address, post.Address, post.Author.Name, post.Approval.By.Name,
			dayAndClock(post.Approval.At)[0], post.Minutes)
		told, known := p.Figures[post.ID]
		if known {
			row = append(row, told.Taken)
		} else {
			row = append(row, nil)
		}
		for _, metric := range posts.Metrics() {
			if value, known := told.Values[metric]; known {
				row = append(row, value)
			} else {
				row = append(row, nil)
			}
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

// dayAndClock is a time in two cells; both are empty for none.
func dayAndClock(t time.Time) []any {
	if t.IsZero() {
		return []any{nil, nil}
	}
	t = t.In(clock.Copenhagen)
	return []any{t, t.Format("15:04")}
}
