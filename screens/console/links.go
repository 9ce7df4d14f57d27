package console

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"synlig/data/example"
	"synlig/data/fault"
	"synlig/data/links"
	"synlig/data/links/web"
	"synlig/data/store"
	"synlig/screens/words"
)

// asker is what a link check needs of the network; *web.Client is one.
type asker interface {
	CheckAll(ctx context.Context, addresses []string, each func(i int, answer links.Answer, err error)) error
}

// links checks links or cleans addresses.
func (c Console) links(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return fault.New("words-missing", "command", "links")
	}
	switch args[0] {
	case "tjek":
		return c.checkLinks(ctx, args[1:])
	case "rens":
		return c.cleanLinks(args[1:])
	}
	return fault.New("option-unknown", "command", "links", "option", args[0])
}

// checkLinks asks whether pages are there: those that are named, or those of
// the library. It fails when one is dead.
func (c Console) checkLinks(ctx context.Context, args []string) error {
	o := optionsOf("links")
	data, fresh := o.set.String("data", "", ""), o.set.Bool("eksempel", false, "")
	asJSON := o.set.Bool("json", false, "")
	addresses, err := o.words(args)
	if err != nil {
		return err
	}
	ways := 0
	for _, given := range []bool{len(addresses) > 0, *data != "", *fresh} {
		if given {
			ways++
		}
	}
	if ways == 0 || *fresh && ways > 1 {
		return fault.New("source-missing", "command", "links tjek")
	}
	library := linkLibrary{}
	if *data != "" { // with addresses too: it says whether the office uses the network
		if err := library.open(ctx, c, *data); err != nil {
			return err
		}
		defer library.Close()
	}
	if *fresh {
		library.pages = example.Links()
	}
	if len(addresses) == 0 {
		addresses = library.addresses()
	}
	reports, err := c.ask(ctx, library, addresses)
	if err != nil {
		return err
	}
	return c.tellLinks(reports, *asJSON)
}

// linkLibrary is where the addresses come from, and where answers are kept.
type linkLibrary struct {
	*store.Store // nil for addresses alone and for the example
	pages        []links.Page
}

func (l *linkLibrary) open(ctx context.Context, c Console, path string) (err error) {
	if l.Store, err = store.Open(ctx, path, store.Options{Clock: c.Clock}); err != nil {
		return err
	}
	if l.pages, err = l.Links(ctx); err != nil {
		return errors.Join(err, l.Close())
	}
	return nil
}

func (l linkLibrary) addresses() (all []string) {
	for _, p := range l.pages {
		all = append(all, p.Address)
	}
	return all
}

// allowed tells whether the office lets the program use the network.
func (l linkLibrary) allowed() bool { return l.Store == nil || l.NetAllowed() }

// ask asks for all addresses, and keeps the answers of the library's own.
func (c Console) ask(ctx context.Context, library linkLibrary, addresses []string) ([]pageReport, error) {
	if !library.allowed() {
		return nil, fault.New(web.NetOff)
	}
	client := c.Web
	if client == nil {
		client = &web.Client{Allowed: library.allowed, Version: c.Version, Clock: c.Clock}
	}
	reports := make([]pageReport, len(addresses))
	var keeping error
	err := client.CheckAll(ctx, addresses, func(i int, a links.Answer, err error) {
		reports[i] = pageReportOf(addresses[i], a, err)
		if err == nil && library.Store != nil {
			keeping = errors.Join(keeping, library.KeepAnswer(ctx, addresses[i], a))
		}
	})
	return reports, errors.Join(err, keeping)
}

// pageReport is one line of JSON of synlig links tjek.
type pageReport struct {
	Address         string `json:"address"`
	Answer          string `json:"answer"` // ok, moved, soft, dead, unknown; "" with fault
	Reason          string `json:"reason,omitempty"`
	Detail          string `json:"detail,omitempty"`
	Status          int    `json:"status,omitempty"`
	MovedTo         string `json:"moved_to,omitempty"`
	Title           string `json:"title,omitempty"`
	FragmentMissing bool   `json:"fragment_missing,omitempty"`
	Secure          string `json:"secure,omitempty"`
	Fault           string `json:"fault,omitempty"` // why nothing was asked

	answer links.Answer
	err    error
}

func pageReportOf(address string, a links.Answer, err error) pageReport {
	r := pageReport{
		Address: address, Answer: string(a.Verdict), Reason: string(a.Reason), Detail: a.Detail, Status: a.Status,
		MovedTo: a.MovedTo, Title: a.Title, FragmentMissing: a.FragmentMissing, Secure: a.Secure, answer: a, err: err,
	}
	if err != nil {
		r.Fault = string(fault.CodeOf(err))
	}
	return r
}

// tellLinks prints the answers.
func (c Console) tellLinks(reports []pageReport, asJSON bool) error {
	dead, fine := 0, 0
	for _, r := range reports {
		if r.answer.Verdict == links.OK {
			fine++
		}
		if r.answer.Verdict == links.Dead || r.err != nil {
			dead++
		}
	}
	if asJSON {
		if err := writeJSON(c.Out, map[string]any{"links": reports}); err != nil {
			return err
		}
	} else {
		c.writeLinks(reports, fine)
	}
	if dead > 0 {
		return errFailed
	}
	return nil
}

func (c Console) writeLinks(reports []pageReport, fine int) {
	if len(reports) == 0 {
		fmt.Fprintln(c.Out, words.Text("console.links-none"))
		return
	}
	for _, r := range reports {
		if r.err != nil {
			fmt.Fprintln(c.Out, words.Text("console.links-row", "verdict", words.Text("links.verdict-unknown"), "address", r.Address))
			fmt.Fprintln(c.Out, "  "+words.Fault(r.err))
			continue
		}
		fmt.Fprintln(c.Out, words.Text("console.links-row", "verdict", words.Text("links.verdict-"+r.Answer), "address", links.Shown(r.Address)))
		for _, line := range words.Answer(r.answer) {
			fmt.Fprintln(c.Out, "  "+line)
		}
	}
	fmt.Fprintln(c.Out, words.Text("console.links-sum", "ok", fmt.Sprint(fine), "all", fmt.Sprint(len(reports))))
}

// cleanReport is one line of JSON of synlig links rens.
type cleanReport struct {
	Address   string   `json:"address"`
	Shown     string   `json:"shown"`
	Unwrapped []string `json:"unwrapped,omitempty"`
	Removed   []string `json:"removed,omitempty"`
	Warnings  []string `json:"warnings,omitempty"`
}

// cleanLinks prints addresses without what follows people about. It fetches
// nothing.
func (c Console) cleanLinks(args []string) error {
	o := optionsOf("links")
	asJSON := o.set.Bool("json", false, "")
	addresses, err := o.words(args)
	if err == nil && len(addresses) == 0 {
		err = fault.New("words-missing", "command", "links")
	}
	if err != nil {
		return err
	}
	var reports []cleanReport
	for _, raw := range addresses {
		cleaned, err := links.Clean(raw)
		if err != nil {
			return err
		}
		r := cleanReport{Address: cleaned.Address, Shown: cleaned.Shown, Unwrapped: cleaned.Unwrapped}
		for _, p := range cleaned.Removed {
			r.Removed = append(r.Removed, p.Name)
		}
		for _, w := range links.Warnings(raw, links.BuiltIn) {
			r.Warnings = append(r.Warnings, w.Code)
			fmt.Fprintln(c.Err, words.Text("links.warn-"+w.Code, pairs(w.Args)...))
		}
		reports = append(reports, r)
	}
	if *asJSON {
		return writeJSON(c.Out, map[string]any{"links": reports})
	}
	for _, r := range reports {
		fmt.Fprintln(c.Out, r.Address)
		if len(r.Unwrapped) > 0 {
			fmt.Fprintln(c.Out, words.Text("console.links-unwrapped", "hosts", strings.Join(r.Unwrapped, ", ")))
		}
		if len(r.Removed) > 0 {
			fmt.Fprintln(c.Out, words.Text("console.links-removed", "names", strings.Join(r.Removed, ", ")))
		}
	}
	return nil
}

// pairs are named arguments as the look-up of words takes them.
func pairs(args map[string]string) (all []string) {
	for name, value := range args {
		all = append(all, name, value)
	}
	return all
}
