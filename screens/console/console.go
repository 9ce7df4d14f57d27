// Package console is the program without a window: the same jobs, asked for by
// one word on a command line (synlig bilag, synlig sammenlign …). It reads
// arguments, calls the rooms of data and prints; it holds no rules, and no Fyne.
package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"synlig/data/clock"
	"synlig/data/fault"
	"synlig/screens/words"
)

// The exit codes.
const (
	Done   = 0 // the job was done
	Failed = 1 // a check was made and did not hold
	Refuse = 2 // nothing was done: wrong words, a missing file, a full disk
)

// Console is what a command has to work with.
type Console struct {
	In       io.Reader // what comes through a pipe; nil: nothing
	Out, Err io.Writer
	Clock    clock.Clock
	Version  string // of the program, "0.1.0"
	Web      asker  // of synlig links; nil: the real network
}

// command is one word and what it does.
type command struct {
	name string // as written; also the key of its words
	run  func(c Console, ctx context.Context, args []string) error
}

// errFailed ends a command whose check was made and did not hold: all has been
// said, and the exit code is Failed.
var errFailed = errors.New("a check did not hold")

// commands is filled in init because help lists them.
var commands []command

func init() {
	commands = []command{
		{"bilag", Console.papers},
		{"sammenlign", Console.compare},
		{"tjek", Console.check},
		{"eksempel", Console.example},
		{"indlæg", Console.posts},
		{"links", Console.links},
		{"kontrol", Console.verify},
		{"undersøgelse", Console.survey},
		{"sikkerhedskopi", Console.backup},
		{"gendan", Console.restore},
		{"version", Console.version},
		{"hjælp", Console.help},
	}
}

// synonyms are other ways to write a command.
var synonyms = map[string]string{
	"indlaeg": "indlæg", "undersoegelse": "undersøgelse",
	"hjaelp": "hjælp", "help": "hjælp", "--help": "hjælp", "-h": "hjælp", "--hjælp": "hjælp",
	"--version": "version", "-v": "version",
}

// Run does what args ask for and gives the exit code. Every refusal is one
// plain sentence on Err.
func (c Console) Run(ctx context.Context, args []string) int {
	err := c.dispatch(ctx, args)
	switch {
	case err == nil:
		return Done
	case errors.Is(err, errFailed):
		return Failed
	}
	fmt.Fprintln(c.Err, words.Fault(err))
	return Refuse
}

func (c Console) dispatch(ctx context.Context, args []string) error {
	name := args[0]
	if full, ok := synonyms[strings.ToLower(name)]; ok {
		name = full
	}
	for _, command := range commands {
		if command.name == name {
			return command.run(c, ctx, args[1:])
		}
	}
	return fault.New("command-unknown", "word", args[0])
}

func (c Console) version(context.Context, []string) error {
	fmt.Fprintln(c.Out, "Synlig", c.Version)
	return nil
}

// help prints all commands, or all about one.
func (c Console) help(_ context.Context, args []string) error {
	if len(args) > 0 {
		for _, command := range commands {
			if command.name == args[0] {
				fmt.Fprintln(c.Out, words.Text("console.usage-"+command.name))
				fmt.Fprintln(c.Out, words.Text("console.about-"+command.name))
				return nil
			}
		}
		return fault.New("command-unknown", "word", args[0])
	}
	fmt.Fprintln(c.Out, words.Text("console.intro"))
	for _, command := range commands {
		fmt.Fprintf(c.Out, "\n  %s\n      %s\n", words.Text("console.usage-"+command.name), words.Text("console.about-"+command.name))
	}
	fmt.Fprintf(c.Out, "\n%s\n", words.Text("console.codes"))
	return nil
}
