package console

import (
	"context"
	"fmt"

	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/store"
	"synlig/data/strategy"
	"synlig/screens/words"
)

// source is where a command takes the office's work from.
type source struct {
	command string
	data    *string
	example *bool
}

// sourceOptions adds --data FIL and --eksempel to a command.
func sourceOptions(o options) source {
	return source{o.command, o.set.String("data", "", ""), o.set.Bool("eksempel", false, "")}
}

// revision reads the strategy, from a workspace file or as a fresh example.
func (s source) revision(ctx context.Context, c Console) (strategy.Revision, error) {
	if (*s.data != "") == *s.example {
		return strategy.Revision{}, fault.New("source-missing", "command", s.command)
	}
	if *s.example {
		return example.Revision(), nil
	}
	workspace, err := store.Open(ctx, *s.data, store.Options{Clock: c.Clock})
	if err != nil {
		return strategy.Revision{}, err
	}
	defer workspace.Close()
	return workspace.Revision(ctx)
}

// example writes the example office as a new workspace file.
func (c Console) example(ctx context.Context, args []string) error {
	paths, err := optionsOf("eksempel").read(args, 1)
	if err != nil {
		return err
	}
	workspace, err := store.Create(ctx, paths[0], store.Options{Clock: c.Clock})
	if err != nil {
		return err
	}
	defer workspace.Close()
	if err := example.Write(ctx, workspace); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, words.Text("console.written", "path", paths[0]))
	return nil
}

// backup copies the workspace, also while others work in it.
func (c Console) backup(ctx context.Context, args []string) error {
	o := optionsOf("sikkerhedskopi")
	data := o.set.String("data", "", "")
	overwrite := o.set.Bool("overskriv", false, "")
	paths, err := o.read(args, 1)
	if err != nil {
		return err
	}
	if *data == "" {
		return fault.New("words-missing", "command", "sikkerhedskopi")
	}
	workspace, err := store.Open(ctx, *data, store.Options{Clock: c.Clock})
	if err != nil {
		return err
	}
	defer workspace.Close()
	if err := workspace.Backup(ctx, paths[0], *overwrite); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, words.Text("console.written", "path", paths[0]))
	return nil
}

// restore puts a backup in the place of the workspace, which is kept aside.
func (c Console) restore(ctx context.Context, args []string) error {
	o := optionsOf("gendan")
	data := o.set.String("data", "", "")
	paths, err := o.read(args, 1)
	if err != nil {
		return err
	}
	if *data == "" {
		return fault.New("words-missing", "command", "gendan")
	}
	if err := store.Restore(ctx, paths[0], *data, store.Options{Clock: c.Clock}); err != nil {
		return err
	}
	fmt.Fprintln(c.Out, words.Text("console.restored", "path", *data))
	return nil
}
