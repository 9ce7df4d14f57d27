package strategy

import (
	"testing"

	"synlig/data/document"
)

func TestAnyTwoVersionsCanBeCompared(t *testing.T) {
	page, host, office := open(t, theExample(), 1166, 640)
	office.versions = []document.Version{office.revision.Draft, office.revision.Base}
	changes := len(page.reading.comparison.Changes)
	menu(t, page, "strategy.compare_versions")
	if page.frame.state.Hidden {
		t.Fatal("nobody is asked which")
	}
	c := newVersionChooser(page, office.versions)
	c.new.SetSelectedIndex(1)
	c.old.SetSelectedIndex(0)
	c.run() // the other way round
	if page.compared == nil || len(page.reading.comparison.Changes) == 0 || len(host.failed) > 0 {
		t.Fatalf("failed %v", host.failed)
	}
	if page.editing.open(page.editing.editor.At(3).ID, 0); page.editing.block != "" {
		t.Error("old versions can be written in")
	}
	page.backToStrategy()
	if len(page.reading.comparison.Changes) != changes {
		t.Error("the strategy is not back")
	}
	office.versions = office.versions[:1]
	page.compareVersions()
	if len(host.said) != 1 {
		t.Error("nobody says that there is only one")
	}
}
