package moderation

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/moderation"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// showProof offers the look through the record, says what it found, and what it
// proves and cannot prove.
func (r *report) showProof() {
	check := kit.NewButton(words.Text("moderation.verify"), theme.SearchIcon(), r.verify)
	body := kit.Column(kit.Between, kit.NewText(words.Text("moderation.verify_proves")),
		kit.Column(kit.Within, caption(words.Text("moderation.code")), r.code), container.NewHBox(check))
	if r.verdict != nil {
		body.Add(r.said(*r.verdict))
	}
	r.proof.Objects = []fyne.CanvasObject{section(words.Text("moderation.the_record"), body)}
	r.proof.Refresh()
}

// verify looks through the whole record.
func (r *report) verify() {
	p, code := r.page, hashText(r.code.Text)
	var v moderation.Verdict
	p.host.Work(words.Text("moderation.verifying"), func(ctx context.Context, _ func(float64)) (err error) {
		v, err = p.office.Verify(ctx, code)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		r.verdict = &v
		r.showProof()
		r.scroll.Content.Refresh()
		r.scroll.ScrollToBottom()
	})
}

// hashText is a code as it was copied from a paper, where it stands in groups.
func hashText(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }

// said is what was found, in words and with a mark.
func (r *report) said(v moderation.Verdict) fyne.CanvasObject {
	mark := func(ok bool, text string) fyne.CanvasObject {
		icon, label := theme.NewSuccessThemedResource(theme.ConfirmIcon()), kit.NewText(text)
		if !ok {
			icon = theme.NewWarningThemedResource(theme.WarningIcon())
			label.Importance = widget.WarningImportance
		}
		return container.NewBorder(nil, nil, container.NewVBox(kit.Padded(kit.Between, 0, widget.NewIcon(icon))), nil, label)
	}
	list := kit.Column(-kit.Within)
	if v.OK() {
		list.Add(mark(true, words.Count("moderation.verify_ok", int(v.Lines))))
	} else {
		b := v.Broken
		list.Add(mark(false, words.Text("moderation.broken_"+b.Kind, "line", number(int(b.Seq)), "case", number(int(b.Case)), "name", b.What)))
		list.Add(kit.NewText(words.Text("moderation.broken_do")))
	}
	if v.Forgotten > 0 {
		list.Add(kit.NewQuiet(words.Count("moderation.verify_forgotten", int(v.Forgotten))))
	}
	if hashText(r.code.Text) != "" {
		key := "moderation.code_unknown"
		if v.Known {
			key = "moderation.code_known"
		}
		list.Add(mark(v.Known, words.Text(key, "line", number(int(v.KnownAt)))))
	}
	return list
}
