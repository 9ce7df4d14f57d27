package posts

import (
	"bytes"
	"context"

	"synlig/data/bilag"
	"synlig/data/files"
	"synlig/data/posts"
	"synlig/data/tabular"
	"synlig/screens/words"
)

// Print writes the plan of posts as a paper (Ctrl+P).
func (p *Page) Print() {
	p.export(words.Text("posts.print-title"), ".pdf", func(ctx context.Context, plan bilag.PostPlan, progress func(float64)) ([]byte, error) {
		return bilag.PostsPlan(ctx, plan, bilag.Options{Progress: progress})
	})
}

// exportCalendar writes what has a time as a file that other calendars read.
func (p *Page) exportCalendar() {
	p.export(words.Text("posts.export-ics-title"), ".ics", func(_ context.Context, plan bilag.PostPlan, _ func(float64)) ([]byte, error) {
		return bilag.PostsCalendar(plan), nil
	})
}

// exportTable writes the posts as a table, for a spreadsheet or another program.
func (p *Page) exportTable(ending string) {
	p.export(words.Text("posts.export-table"), ending, func(_ context.Context, plan bilag.PostPlan, _ func(float64)) ([]byte, error) {
		var b bytes.Buffer
		table := bilag.PostsTable(plan)
		if ending == ".csv" {
			err := tabular.WriteCSV(&b, table)
			return b.Bytes(), err
		}
		err := tabular.WriteXLSX(&b, table)
		return b.Bytes(), err
	})
}

// export writes a file of the posts that are listed: all of them, or those that
// the filters leave.
func (p *Page) export(title, ending string, make func(context.Context, bilag.PostPlan, func(float64)) ([]byte, error)) {
	p.draft.whenSaved(func() {
		name := bilag.PostPlanFileName(bilag.PostPlan{From: p.shelf.filter.From, To: p.shelf.filter.To})
		p.host.SaveFile(title, name+ending, func(path string) {
			listed, finding, filter := p.listedIDs(), p.shelf.finding(), p.shelf.filter
			p.host.Work(words.Text("posts.exporting"), func(ctx context.Context, progress func(float64)) error {
				plan, err := p.readPlan(ctx, listed, finding, filter)
				if err != nil {
					return err
				}
				data, err := make(ctx, plan, progress)
				if err != nil {
					return err
				}
				return files.Write(path, data, true) // the dialog has asked
			}, func(err error) { p.wrote(path, err) })
		})
	})
}

func (p *Page) listedIDs() map[int64]bool {
	listed := map[int64]bool{}
	for _, b := range p.shelf.briefs {
		listed[b.ID] = true
	}
	return listed
}

// readPlan reads what a paper of the posts is made of.
func (p *Page) readPlan(ctx context.Context, listed map[int64]bool, finding bool, filter posts.Filter) (bilag.PostPlan, error) {
	plan := bilag.PostPlan{Office: p.officeName(), From: filter.From, To: filter.To}
	all, err := p.office.WholePosts(ctx)
	if err != nil {
		return plan, err
	}
	for _, post := range all {
		if !finding || listed[post.ID] {
			plan.Posts = append(plan.Posts, post)
			plan.Example = plan.Example || post.Example
		}
	}
	plan.Figures, err = p.office.LatestPostFigures(ctx)
	return plan, err
}
