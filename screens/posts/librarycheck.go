package posts

import (
	"context"
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/fault"
	"synlig/data/links"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// libraryCheck asks whether pages are there, on a click, with how far it is and
// a way to stop. What has been answered stays.
type libraryCheck struct {
	library *library
	all     *kit.Button
	bar     *widget.ProgressBar
	far     *widget.Label // "5 af 14"
	row     *fyne.Container
	cancel  context.CancelFunc // nil when nothing runs
}

func (c *libraryCheck) build() {
	c.all = kit.NewQuietButton(words.Text("links.check-all"), theme.ViewRefreshIcon(), func() { c.start(c.library.list.pages) })
	c.bar = widget.NewProgressBar()
	c.bar.TextFormatter = func() string { return "" } // the words stand beside it, where they can be read
	c.far = widget.NewLabel("")
	c.row = container.NewBorder(nil, nil, c.far, kit.NewButton(words.Text("shell.stop"), theme.MediaStopIcon(), c.stop), c.bar)
	c.row.Hide()
}

// start asks for the pages, those that are listed when all are wanted.
func (c *libraryCheck) start(pages []links.Page) {
	l := c.library
	if c.cancel != nil || len(pages) == 0 || !l.mayAsk() {
		return
	}
	addresses, ids := make([]string, len(pages)), make([]int64, len(pages))
	for i, p := range pages {
		addresses[i], ids[i] = p.Address, p.ID
	}
	ctx, cancel := context.WithCancel(context.Background())
	c.cancel = cancel
	c.bar.Max = float64(len(pages))
	c.reach(0)
	c.row.Show()
	l.tell("", nil)
	count := map[links.Verdict]int{}
	var err, keeping error
	l.options.Start(func() {
		err = l.options.Web.CheckAll(ctx, addresses, func(i int, a links.Answer, failed error) {
			if failed != nil {
				a = links.Answer{Verdict: links.Unknown, Reason: links.NotForUs}
			}
			count[a.Verdict]++
			keeping = errors.Join(keeping, l.store.KeepAnswer(context.WithoutCancel(ctx), addresses[i], a))
			l.options.Do(func() { c.reach(int(c.bar.Value) + 1) })
		})
	}, func() {
		cancel()
		c.cancel = nil
		c.row.Hide()
		if keeping != nil {
			l.host.Fail(keeping)
		}
		if err != nil && !fault.Is(err, "cancelled") {
			l.tell(words.Fault(err), nil)
		} else {
			l.tell(checkTold(count, len(pages)), nil)
		}
		l.read(c.lit(ids))
	})
}

// reach shows how many have been answered for.
func (c *libraryCheck) reach(n int) {
	c.bar.SetValue(float64(n))
	c.far.SetText(words.Text("links.progress", "n", strconv.Itoa(n), "all", strconv.Itoa(int(c.bar.Max))))
}

// lit is the page to light when the check is done: the one that is lit.
func (c *libraryCheck) lit(ids []int64) int64 {
	if p, ok := c.library.list.current(); ok {
		return p.ID
	}
	return ids[0]
}

// stop ends what runs.
func (c *libraryCheck) stop() {
	if c.cancel != nil {
		c.cancel()
	}
}

// checkTold sums a check up: "Tjekket 12 af 14: 10 OK, 1 Flyttet, 1 Død".
func checkTold(count map[links.Verdict]int, asked int) string {
	answered := 0
	var parts []string
	for _, v := range []links.Verdict{links.OK, links.Moved, links.Soft, links.Dead, links.Unknown} {
		if n := count[v]; n > 0 {
			answered += n
			parts = append(parts, strconv.Itoa(n)+" "+words.Text("links.verdict-"+string(v)))
		}
	}
	if answered == 0 {
		return words.Text("links.checked-none")
	}
	return words.Text("links.checked-sum", "n", strconv.Itoa(answered), "all", strconv.Itoa(asked), "answers", commas(parts))
}
