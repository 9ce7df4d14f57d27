package redline

import (
	"slices"
	"strings"
	"testing"
	"time"

	"synlig/data/document"
)

var weighty = strings.Fields("ikke skal kan må bør kun")

func TestClasses(t *testing.T) {
	for _, x := range []struct {
		old, new string
		want     Class
	}{
		{"Vi svarer når vi kan.", "Vi svarer, når vi kan.", Editorial},
		{"Klag til borgerrådgiveren.", "Klag til Borgerrådgiveren.", Editorial},
		{"Borgeren får svar.", "Borgerne får svar.", Editorial},
		{"Afgørelsen er forudæstter god.", "Afgørelsen er forudsætter god.", Editorial},
		{"En hjemme side for alle.", "En hjemmeside for alle.", Editorial},
		{"Kontoret på Aabenraavej.", "Kontoret på Åbenråvej.", Editorial},
		{"Brevet er fra kontoret.", "Brevet er af kontoret.", Editorial},
		{"Vi er nemme at nå.", "Vi er nem at nå.", Editorial},
		{"Brevet og svaret.", "Brevet samt svaret.", Editorial},
		{"Vi skal svare.", "Vi bør svare.", Substantive},
		{"Vi svarer.", "Vi svarer ikke.", Substantive},
		{"Det er muligt.", "Det er umuligt.", Substantive},
		{"Inden 10 dage.", "Inden 14 dage.", Substantive},
		{"Den 1. maj.", "Den 2. maj.", Substantive},
		{"Efter § 5 i loven.", "Efter § 6 i loven.", Substantive},
		{"Borgeren klager.", "Forvaltningen klager.", Substantive},
		{"Borgeren klager.", "Borgeren klager skriftligt.", Substantive},
		{"Din ret er klar.", "Din rat er klar.", Substantive},
	} {
		c := Compare(text(x.old), text(x.new), Options{Weighty: weighty})
		for _, ch := range c.Changes {
			if ch.Class != x.want {
				t.Errorf("%q to %q is %s", x.old, x.new, ch.Class)
			}
		}
		if len(c.Changes) == 0 {
			t.Errorf("%q to %q is no change", x.old, x.new)
		}
	}
}

func TestQuietDifferencesAreNoChanges(t *testing.T) {
	base := text("Kaldet \"Strategien\", jf. § 5.", "Andet afsnit.")
	draft := text("Kaldet »Strategien«, jf. §\u00a05.", "Andet afsnit her.")
	c := Compare(base, draft, Options{})
	if len(c.Changes) != 1 || c.Blocks[0].Status != Same || c.Blocks[0].Segments[0].Old != base[0].Text {
		t.Errorf("%+v", c.Blocks[0])
	}
	if got := Apply(c, func(int) bool { return true })[0].Text; got != draft[0].Text {
		t.Errorf("adopted: %q", got)
	}
	if got := Apply(c, func(int) bool { return false })[0].Text; got != base[0].Text {
		t.Errorf("not adopted: %q", got)
	}
}

func TestFormChanges(t *testing.T) {
	base := text("a|Brev og **mail** og møde.", "b|- Punkt her", "c|Fast tekst.")
	draft := text("a|Brev og mail og **møde**.", "b|1. Punkt her", "c|Fast tekst.")
	c := Compare(base, draft, Options{})
	if len(c.Changes) != 2 || c.Changes[0].Action != Reform || c.Changes[0].Class != Structural || len(c.Changes[0].Formats) != 2 {
		t.Fatalf("%+v", c.Changes)
	}
	if f := c.Changes[1].Formats[0]; f.Aspect != AspectKind || f.Old != "bullet" || f.New != "numbered" {
		t.Errorf("%+v", f)
	}
	half := Apply(c, func(n int) bool { return n == 2 })
	if !half[0].Equal(base[0]) || !half[1].Equal(draft[1]) {
		t.Errorf("%+v", half)
	}
}

func TestPartlyAdopted(t *testing.T) {
	base := text("a|Vi lytter til alle borgere. Vi svarer hver eneste borger skriftligt.", "b|Vi måler det.")
	draft := text("a|Vi lytter til alle borgere.", "n|Vi svarer hver eneste borger mundtligt.", "b|Vi måler det årligt.")
	c := Compare(base, draft, Options{})
	for _, x := range []struct {
		adopted []int
		want    string
	}{
		{nil, "a Vi lytter til alle borgere. Vi svarer hver eneste borger skriftligt.|b Vi måler det."},
		{[]int{1}, "a Vi lytter til alle borgere.|n Vi svarer hver eneste borger skriftligt.|b Vi måler det."},
		{[]int{2}, "a Vi lytter til alle borgere. Vi svarer hver eneste borger mundtligt.|b Vi måler det."},
		{[]int{3}, "a Vi lytter til alle borgere. Vi svarer hver eneste borger skriftligt.|b Vi måler det årligt."},
		{[]int{1, 2, 3}, "a Vi lytter til alle borgere.|n Vi svarer hver eneste borger mundtligt.|b Vi måler det årligt."},
	} {
		var got []string
		for _, b := range Apply(c, func(n int) bool { return slices.Contains(x.adopted, n) }) {
			got = append(got, b.ID+" "+b.Text)
		}
		if s := strings.Join(got, "|"); s != x.want {
			t.Errorf("%v adopted: %s", x.adopted, s)
		}
	}
}

// TestPointsGrowTogether: two changes of different decision points are never
// made one by clean-up; when the text itself makes them one, that is flagged.
func TestPointsGrowTogether(t *testing.T) {
	base := text("a|Kontoret svarer altid alle borgere hurtigt på deres breve.")
	near := text("a|Kontoret besvarer altid enhver borger hurtigt på deres breve.")
	alone := Compare(base, near, Options{})
	if len(alone.Changes) != 1 {
		t.Fatalf("%s", show(alone))
	}
	first, second := alone.Changes[0].Anchor, alone.Changes[0].Anchor
	first.To, second.From = first.From+1, first.From+2
	day := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	notes := []Note{{Anchor: first, Point: 1, Reason: "a", At: day}, {Anchor: second, Point: 2, Reason: "b", At: day.Add(1)}}
	c := Compare(base, near, Options{Notes: notes})
	if len(c.Changes) != 2 || c.Changes[0].Note.Point != 1 || c.Changes[1].Note.Point != 2 {
		t.Errorf("%s %+v", show(c), c.Changes)
	}
	rewritten := text("a|Kontoret giver hver eneste en af borgerne hurtigt svar på deres breve.")
	c = Compare(base, rewritten, Options{Notes: notes})
	if len(c.Changes) == 0 || !c.Changes[0].Conflicting() || c.Changes[0].Note.Reason != "b" || c.Changes[0].Others[0].Reason != "a" {
		t.Errorf("%s %+v", show(c), c.Changes)
	}
	if got := Collisions(c); len(got) != 1 || !slices.Equal(got[0].Points, []int{1, 2}) {
		t.Errorf("%+v", got)
	}
	if c = Compare(base, base, Options{Notes: notes}); len(c.Lapsed) != 2 {
		t.Errorf("lapsed: %+v", c.Lapsed)
	}
}

func TestNoteClassWins(t *testing.T) {
	base, draft := text("Vi svarer, nu."), text("Vi svarer nu.")
	note := Note{Anchor: Compare(base, draft, Options{}).Changes[0].Anchor, Class: Substantive}
	if c := Compare(base, draft, Options{Notes: []Note{note}}); c.Changes[0].Class != Substantive {
		t.Errorf("%+v", c.Changes)
	}
}

func TestSectionsAreOneChangeEach(t *testing.T) {
	base := text("# Titel", "Første.", "# Slut")
	draft := text("# Titel", "Første.", "## Et", "Helt nyt stykke.", "### Under et", "Mere nyt her.", "## To", "Endnu mere nyt.", "# Slut")
	c := Compare(base, draft, Options{})
	if len(c.Changes) != 2 || c.Changes[0].New != "Et\nHelt nyt stykke.\nUnder et\nMere nyt her." {
		t.Errorf("%+v", c.Changes)
	}
	if p := PlaceOf(c, c.Changes[1]); !p.InDraft || p.Heading != 6 || p.Paragraph != 0 {
		t.Errorf("%+v", p)
	}
}

func TestPlace(t *testing.T) {
	base := text("# Titel", "Et stykke, som bliver her.", "## Afsnit", "Alfa bliver til noget nyt.", "Beta skal stå her endnu.", "## Slut", "Gamma slutter hele teksten.")
	draft := text("# Titel", "Et stykke, som bliver her.", "## Afsnit", "Beta bør stå her endnu.", "## Slut", "Gamma slutter hele teksten.", "Alfa bliver til noget nyt.")
	c := Compare(base, draft, Options{})
	var places []Place
	for _, ch := range c.Changes {
		places = append(places, PlaceOf(c, ch))
	}
	want := []Place{{Block: 3, Heading: 2, Paragraph: 1}, {Block: 4, Heading: 2, Paragraph: 2}}
	if !slices.Equal(places, want) {
		t.Errorf("%+v", places)
	}
	if p := Destination(c, c.Changes[0]); p != (Place{InDraft: true, Block: 6, Heading: 4, Paragraph: 2}) {
		t.Errorf("%+v", p)
	}
}

func TestMovedByID(t *testing.T) {
	base := []document.Block{{ID: "a", Text: "Alfa er et langt stykke tekst, som bliver."}, {ID: "b", Text: "Beta."}, {ID: "c", Text: "Gamma er også et langt stykke."}}
	draft := []document.Block{{ID: "a", Text: "Alfa er et langt stykke tekst, som bliver."}, {ID: "c", Text: "Gamma er også et langt stykke."}, {ID: "b", Text: "Noget helt andet."}}
	c := Compare(base, draft, Options{})
	if c.Blocks[1].Status != MovedFrom || c.Blocks[3].Status != MovedTo || c.Changes[0].Action != Move || c.Changes[1].Action != Edit {
		t.Errorf("%s", show(c))
	}
}
