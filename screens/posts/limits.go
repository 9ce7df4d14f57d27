package posts

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"synlig/data/posts"
	"synlig/screens/kit"
	"synlig/screens/words"
)

// limit is one of the numbers that the office may set for its checks.
type limit struct {
	key         string
	value       *int
	least, most int
}

func limitsOf(s *posts.Settings) []limit {
	return []limit{
		{"posts.limit-desktop", &s.FoldDesktop, 20, 5000},
		{"posts.limit-mobile", &s.FoldMobile, 20, 5000},
		{"posts.limit-lix", &s.Lix, 0, 100},
		{"posts.limit-hashtags", &s.Hashtags, 0, 100},
	}
}

// campaignKey is the setting that puts a campaign on links; it is off until
// somebody switches it on.
const campaignKey = "posts.campaign"

// askLimits asks for the numbers that the checks go by. Where Facebook folds a
// text nobody has published, so the office may know better.
func (p *Page) askLimits() {
	settings := p.ground.settings
	limits := limitsOf(&settings)
	body := kit.Column(kit.Within, kit.NewText(words.Text("posts.limits-about")))
	var fields []*kit.Entry
	for _, l := range limits {
		field := kit.NewEntry(number(*l.value))
		field.SetText(number(*l.value))
		fields = append(fields, field)
		body.Add(kit.NewCaption(words.Text(l.key)))
		body.Add(kit.Wide(110, field))
	}
	name := kit.NewEntry(words.Text("posts.office"))
	name.SetText(p.officeName())
	body.Add(kit.NewCaption(words.Text("posts.limit-office")))
	body.Add(name)
	campaign := widget.NewCheck(words.Text("posts.campaign"), nil)
	campaign.SetChecked(p.ground.campaign)
	body.Add(kit.Padded(kit.Between, 0, campaign))
	campaignAbout := kit.NewQuiet(words.Text("posts.campaign-about"))
	campaignAbout.SizeName = theme.SizeNameCaptionText
	body.Add(campaignAbout)
	told := kit.NewText("")
	body.Add(told)
	var shut func()
	keep := kit.NewMainButton(words.Text("posts.limits-keep"), theme.ConfirmIcon(), nil)
	keep.OnTapped = func() {
		for i, l := range limits {
			n, err := strconv.Atoi(strings.TrimSpace(fields[i].Text))
			if err != nil || n < l.least || n > l.most {
				told.SetText(words.Text("posts.limits-wrong", "what", words.Text(l.key), "least", number(l.least), "most", number(l.most)))
				p.host.Canvas().Focus(fields[i])
				return
			}
			*l.value = n
		}
		shut()
		if settings.Office = strings.Join(strings.Fields(name.Text), " "); settings.Office == words.Text("posts.office") {
			settings.Office = ""
		}
		p.keepLimits(settings, campaign.Checked)
	}
	body.Add(kit.Row(0, keep))
	shut = p.host.Sheet(words.Text("posts.limits"), sheetWidth, body, kit.NewButton(words.Text("posts.cancel"), nil, nil))
	p.host.Canvas().Focus(fields[0])
}

func (p *Page) keepLimits(settings posts.Settings, campaign bool) {
	var err error
	p.start(func() {
		ctx := context.Background()
		if err = p.office.SetPostSettings(ctx, settings); err == nil {
			err = p.office.SetSettingBool(ctx, campaignKey, campaign)
		}
	}, func() {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.ground.settings, p.ground.campaign = settings, campaign
		p.side.show()
		p.checker.now()
		p.host.Saved(p.now())
	})
}

// officeName is what the office's page is called on Facebook.
func (p *Page) officeName() string {
	return cmp.Or(p.ground.settings.Office, words.Text("posts.office"))
}
