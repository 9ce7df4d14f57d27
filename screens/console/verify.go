package console

import (
	"context"
	"fmt"
	"time"

	"synlig/data/fault"
	"synlig/data/moderation"
	"synlig/data/store"
	"synlig/screens/words"
)

// verdictReport is the JSON of synlig kontrol.
type verdictReport struct {
	OK        bool   `json:"ok"`
	Lines     int64  `json:"lines"`
	Forgotten int64  `json:"forgotten"` // lines whose contents were deleted when their time was up
	LastHash  string `json:"last_hash,omitempty"`
	LastAt    string `json:"last_at,omitempty"`
	// Printed answers --kode: whether the record holds the hash, and in which line.
	Printed *printedReport `json:"printed,omitempty"`
	Broken  *brokenReport  `json:"broken,omitempty"`
	Proves  string         `json:"proves"`
}

type printedReport struct {
	Found bool  `json:"found"`
	Line  int64 `json:"line,omitempty"`
}

type brokenReport struct {
	What string `json:"what"` // line, gap, content, case, action, edition, version, database
	Line int64  `json:"line,omitempty"`
	Case int64  `json:"case,omitempty"`
	At   string `json:"at,omitempty"`
	Name string `json:"name,omitempty"`
}

// verify looks through the record of moderation and names the first line that
// was altered. An older workspace is brought up to date first, as always.
func (c Console) verify(ctx context.Context, args []string) error {
	o := optionsOf("kontrol")
	data := o.set.String("data", "", "")
	printed := o.set.String("kode", "", "")
	asJSON := o.set.Bool("json", false, "")
	if _, err := o.read(args, 0); err != nil {
		return err
	}
	if *data == "" {
		return fault.New("words-missing", "command", "kontrol")
	}
	workspace, err := store.Open(ctx, *data, store.Options{Clock: c.Clock, NoBackup: true, Altered: true})
	if err != nil {
		return err
	}
	defer workspace.Close()
	verdict, err := workspace.Moderation().Verify(ctx, hashOf(*printed))
	if err != nil {
		return err
	}
	if *asJSON {
		err = writeJSON(c.Out, verdictReportOf(verdict, *printed))
	} else {
		c.tellVerdict(verdict, *printed)
	}
	if err == nil && (!verdict.OK() || *printed != "" && !verdict.Known) {
		err = errFailed
	}
	return err
}

// hashOf takes the spaces out of a hash as it stands on paper.
func hashOf(printed string) string {
	var hash []rune
	for _, r := range printed {
		switch {
		case r >= 'A' && r <= 'F':
			hash = append(hash, r+'a'-'A')
		case r != ' ' && r != '-' && r != '\u00a0':
			hash = append(hash, r)
		}
	}
	return string(hash)
}

func (c Console) tellVerdict(v moderation.Verdict, printed string) {
	if v.Lines == 0 && v.OK() {
		fmt.Fprintln(c.Out, words.Text("console.record-empty"))
		return
	}
	if b := v.Broken; b != nil {
		fmt.Fprintln(c.Out, words.Text("console.record-broken-"+b.Kind, "line", fmt.Sprint(b.Seq), "case", fmt.Sprint(b.Case), "name", b.What))
		fmt.Fprintln(c.Out, words.Text("console.record-broken"))
	} else {
		fmt.Fprintln(c.Out, words.Count("console.record-whole", int(v.Lines)))
		if v.Forgotten > 0 {
			fmt.Fprintln(c.Out, words.Count("console.record-forgotten", int(v.Forgotten)))
		}
		fmt.Fprintln(c.Out, words.Text("console.record-last", "hash", v.Last))
	}
	if printed != "" && v.Known {
		fmt.Fprintln(c.Out, words.Text("console.record-known", "line", fmt.Sprint(v.KnownAt)))
	} else if printed != "" {
		fmt.Fprintln(c.Out, words.Text("console.record-unknown"))
	}
	fmt.Fprintln(c.Out, words.Text("console.record-proves"))
}

func verdictReportOf(v moderation.Verdict, printed string) verdictReport {
	report := verdictReport{
		OK: v.OK() && (printed == "" || v.Known), Lines: v.Lines, Forgotten: v.Forgotten, LastHash: v.Last, LastAt: moment(v.LastAt),
		Proves: words.Text("console.record-proves"),
	}
	if printed != "" {
		report.Printed = &printedReport{v.Known, v.KnownAt}
	}
	if b := v.Broken; b != nil {
		report.Broken = &brokenReport{b.Kind, b.Seq, b.Case, moment(b.At), b.What}
	}
	return report
}

func moment(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}
