package console

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"synlig/data/bilag"
	"synlig/data/clock"
	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/posts"
	"synlig/data/store"
	"synlig/data/tabular"
	"synlig/screens/words"
)

// posts writes the plan of posts as paper, table and calendar.
func (c Console) posts(ctx context.Context, args []string) error {
	o := optionsOf("indlæg")
	source := sourceOptions(o)
	kinds := planKinds(o)
	from, to := o.set.String("fra", "", ""), o.set.String("til", "", "")
	overwrite := o.set.Bool("overskriv", false, "")
	if _, err := o.read(args, 0); err != nil {
		return err
	}
	plan, err := source.plan(ctx, c)
	if err != nil {
		return err
	}
	if plan.From, err = c.day(*from); err != nil {
		return err
	}
	if plan.To, err = c.day(*to); err != nil {
		return err
	}
	if !plan.To.IsZero() {
		plan.To = plan.To.AddDate(0, 0, 1) // the day named is within
	}
	return c.writePlan(ctx, plan, kinds, *overwrite)
}

// planKind is one form of the plan and where it goes.
type planKind struct {
	path *string
	make func(ctx context.Context, plan bilag.PostPlan) ([]byte, error)
}

func planKinds(o options) []planKind {
	return []planKind{
		{o.set.String("pdf", "", ""), func(ctx context.Context, plan bilag.PostPlan) ([]byte, error) {
			return bilag.PostsPlan(ctx, plan, bilag.Options{})
		}},
		{o.set.String("xlsx", "", ""), func(_ context.Context, plan bilag.PostPlan) ([]byte, error) {
			var b bytes.Buffer
			err := tabular.WriteXLSX(&b, bilag.PostsTable(plan))
			return b.Bytes(), err
		}},
		{o.set.String("csv", "", ""), func(_ context.Context, plan bilag.PostPlan) ([]byte, error) {
			var b bytes.Buffer
			err := tabular.WriteCSV(&b, bilag.PostsTable(plan))
			return b.Bytes(), err
		}},
		{o.set.String("ical", "", ""), func(_ context.Context, plan bilag.PostPlan) ([]byte, error) {
			return bilag.PostsCalendar(plan), nil
		}},
	}
}

// writePlan makes all that was asked for before the first file is written.
func (c Console) writePlan(ctx context.Context, plan bilag.PostPlan, kinds []planKind, overwrite bool) error {
	type made struct {
		path string
		data []byte
	}
	var all []made
	for _, kind := range kinds {
		if *kind.path == "" {
			continue
		}
		if !overwrite && files.Exist(*kind.path) {
			return fault.New(files.Exists, "path", *kind.path)
		}
		data, err := kind.make(ctx, plan)
		if err != nil {
			return err
		}
		all = append(all, made{*kind.path, data})
	}
	if len(all) == 0 {
		return fault.New("words-missing", "command", "indlæg")
	}
	for _, m := range all {
		if err := files.Write(m.path, m.data, overwrite); err != nil {
			return err
		}
		fmt.Fprintln(c.Out, words.Text("console.written", "path", m.path))
	}
	return nil
}

// day reads a day as people write it; the zero time for "".
func (c Console) day(text string) (time.Time, error) {
	if strings.TrimSpace(text) == "" {
		return time.Time{}, nil
	}
	day, err := words.ReadDate(text, c.Clock().In(clock.Copenhagen))
	if err != nil {
		return time.Time{}, err
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, clock.Copenhagen), nil
}

// plan is the posts of a workspace, or the example's.
func (s source) plan(ctx context.Context, c Console) (bilag.PostPlan, error) {
	if (*s.data != "") == *s.example {
		return bilag.PostPlan{}, fault.New("source-missing", "command", s.command)
	}
	if *s.example {
		return examplePlan(), nil
	}
	workspace, err := store.Open(ctx, *s.data, store.Options{Clock: c.Clock})
	if err != nil {
		return bilag.PostPlan{}, err
	}
	defer workspace.Close()
	return planOf(ctx, workspace)
}

func planOf(ctx context.Context, workspace *store.Store) (plan bilag.PostPlan, err error) {
	if plan.Posts, err = workspace.WholePosts(ctx); err != nil {
		return plan, err
	}
	if plan.Figures, err = workspace.LatestPostFigures(ctx); err != nil {
		return plan, err
	}
	for _, p := range plan.Posts {
		plan.Example = plan.Example || p.Example
	}
	revision, err := workspace.Revision(ctx)
	if fault.Is(err, store.DocumentMissing) {
		return plan, nil // nobody has named the office yet
	}
	plan.Office = revision.Office
	return plan, err
}

// examplePlan numbers the example's posts as a workspace would.
func examplePlan() bilag.PostPlan {
	plan := bilag.PostPlan{Office: example.Revision().Office, Example: true, Figures: map[int64]posts.Figures{}}
	for i, p := range example.Posts() {
		p.ID, p.Revision = int64(i+1), 1
		plan.Posts = append(plan.Posts, p.Post)
		if n := len(p.Figures); n > 0 {
			plan.Figures[p.ID] = p.Figures[n-1]
		}
	}
	return plan
}
