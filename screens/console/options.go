package console

import (
	"flag"
	"io"
	"strings"

	"synlig/data/fault"
)

// options reads a command's flags and positional words, in any order.
type options struct {
	command string
	set     *flag.FlagSet
}

func optionsOf(command string) options {
	set := flag.NewFlagSet(command, flag.ContinueOnError)
	set.SetOutput(io.Discard) // a refusal is one sentence of ours
	return options{command, set}
}

// read gives the positional words. There must be as many as want.
func (o options) read(args []string, want int) ([]string, error) {
	positional, err := o.words(args)
	if err == nil && len(positional) != want {
		err = fault.New("words-missing", "command", o.command)
	}
	return positional, err
}

// words gives the positional words, however many there are.
func (o options) words(args []string) (positional []string, err error) {
	for len(args) > 0 {
		if err := o.set.Parse(args); err != nil {
			return nil, fault.Wrap(err, "option-unknown", "command", o.command, "option", faulty(err))
		}
		rest := o.set.Args()
		if len(rest) == 0 {
			break
		}
		positional, args = append(positional, rest[0]), rest[1:]
	}
	return positional, nil
}

// faulty is the option that package flag's error is about.
func faulty(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, "-"); i >= 0 {
		name, _, _ := strings.Cut(text[i+1:], " ")
		return "--" + strings.Trim(name, ":\"")
	}
	return text
}
