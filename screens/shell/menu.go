package shell

import (
	"synlig/screens/kit"
	"synlig/screens/words"

	"fyne.io/fyne/v2"
)

// mainMenu is everything the window can do, where people look for it: the table
// of shortcuts, the rooms, and what the room in front adds.
func (w *Window) mainMenu() *fyne.MainMenu {
	menu := &fyne.MainMenu{}
	for _, name := range []string{menuFile, menuEdit, menuRooms, menuView, menuPage, menuHelp} {
		if items := w.menuItems(name); len(items) > 0 {
			label := words.Text(name)
			if name == menuPage {
				label = title(w.front.page.Key())
			}
			menu.Items = append(menu.Items, fyne.NewMenu(label, items...))
		}
	}
	return menu
}

func (w *Window) menuItems(menu string) (items []*fyne.MenuItem) {
	table := shortcuts()
	switch menu {
	case menuRooms:
		table = w.roomShortcuts()
	case menuPage:
		return w.pageItems()
	}
	for _, s := range table {
		if s.menu == menu {
			items = append(items, w.menuItem(s))
		}
	}
	return items
}

func (w *Window) menuItem(s shortcut) *fyne.MenuItem {
	item := fyne.NewMenuItem(words.Text(s.label), func() { w.trigger(s) })
	item.Shortcut = s.key
	item.Disabled = s.can != nil && !s.can(w)
	item.Checked = s.on != nil && s.on(w)
	item.IsQuit = s.label == "shell.quit"
	nameKeys(item)
	return item
}

// pageItems are the lines of the room in front, sheltered like our own.
func (w *Window) pageItems() []*fyne.MenuItem {
	m, ok := w.frontAs().(Menu)
	if !ok {
		return nil
	}
	items := m.MenuItems()
	for _, item := range items {
		nameKeys(item)
		if run := item.Action; run != nil {
			item.Action = func() {
				defer kit.Catch()
				if !w.dialogOpen() {
					run()
				}
			}
		}
	}
	return items
}
