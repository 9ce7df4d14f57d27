package links

import (
	"testing"
	"time"
)

func TestCampaign(t *testing.T) {
	march := time.Date(2015, time.March, 12, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		campaign  Campaign
		raw, want string
	}{
		{Campaign{}, "https://www.kk.dk/a?b=1#c", "https://www.kk.dk/a?b=1#c"},
		{NewCampaign(march, "emne", 17), "https://www.kk.dk/a",
			"https://www.kk.dk/a?utm_source=facebook&utm_medium=social&utm_campaign=2015-03-emne&utm_content=17"},
		{NewCampaign(march, "Ærlighed & Åbenhed i sagsbehandlingen", 0), "https://www.kk.dk/a?z=1&y=2#frist",
			"https://www.kk.dk/a?z=1&y=2&utm_source=facebook&utm_medium=social&utm_campaign=2015-03-aerlighed-aabenhed-i-sagsbehandlingen#frist"},
		{NewCampaign(march, "", 0), "https://www.kk.dk/a?utm_source=andet&fbclid=1",
			"https://www.kk.dk/a?utm_source=facebook&utm_medium=social&utm_campaign=2015-03"},
	} {
		got, err := c.campaign.On(c.raw)
		if err != nil || got != c.want {
			t.Errorf("%s\n became %s %v\n want   %s", c.raw, got, err, c.want)
		}
		if cleaned, err := Clean(got); err != nil || c.campaign != (Campaign{}) && len(cleaned.Removed) == 0 {
			t.Errorf("%s does not come clean again: %+v %v", got, cleaned, err)
		}
	}
	if _, err := (Campaign{}).On("javascript:1"); err == nil {
		t.Error("a campaign on no address")
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Ærlighed & Åbenhed": "aerlighed-aabenhed", "  Øl  ": "oel", "A\u030abenhed": "aabenhed", "Crème – 2015": "creme-2015",
		"": "", "👍": "", "–": "", "KlarRet": "klarret",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestSnippet(t *testing.T) {
	markup, plain, err := Snippet(`https://www.facebook.com/kontor/posts/1?a=1&b="x"&fbclid=2`, `Følg os på <b>Facebook</b> & "mere"`)
	if err != nil {
		t.Fatal(err)
	}
	want := `<a href="https://www.facebook.com/kontor/posts/1?a=1&amp;b=%22x%22">Følg os på &lt;b&gt;Facebook&lt;/b&gt; &amp; &#34;mere&#34;</a>`
	if markup != want {
		t.Errorf("%s\n%s", markup, want)
	}
	if plain != `Følg os på <b>Facebook</b> & "mere": https://www.facebook.com/kontor/posts/1?a=1&b=%22x%22` {
		t.Error(plain)
	}
	if _, _, err := Snippet("javascript:alert(1)", "x"); err == nil {
		t.Error("a script became a link")
	}
}
