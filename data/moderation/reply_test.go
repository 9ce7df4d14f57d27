package moderation

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"synlig/assets"
	"synlig/data/danish"
	"synlig/data/fault"
)

// lists are the program's own word lists.
func lists() danish.Lists {
	all := danish.Lists{}
	for _, list := range danish.AllLists {
		all[list] = danish.ListLines(string(assets.Read("words/" + string(list) + ".txt")))
	}
	return all
}

func replyRules() ReplyRules {
	return ReplyRules{Find: FinderOf(danish.New(lists())), Telling: TellingOf(lists())}
}

func masks() MaskRules {
	return MaskRules{Find: FinderOf(danish.New(lists())), Names: map[Kind]string{
		"cpr": "cpr-nummer", "phone": "telefonnummer", "email": "mailadresse", "address": "adresse", ByHand: "navn", "": "privat oplysning"}}
}

// values fill every slot of the eight templates.
func values() map[string]string {
	return map[string]string{
		"fornavn": "Anne-Marie", "kontaktlink": "www.borgerraadgiver.kk.dk, tlf. 33 66 14 00", "initialer": "BE", "nr": "3",
		"dig selv / en anden person": "dig selv", "dig / den anden": "dig", "regellink": "example.org/regler", "indsigelseslink": "example.org/uenig",
		"dato": "3. marts 2027", "slutdato": "3. april 2027", "dato for påmindelse": "1. marts 2027", "kort grund": "grove skældsord",
		"emne": "svartider", "rette sted": "Borgerservice", "link": "example.org/hjaelp", "svar": "Du kan klage inden for fire uger", "frist": "fredag",
	}
}

func TestEveryTemplateIsFilled(t *testing.T) {
	_, _, set := builtin(t)
	for _, template := range set.Templates {
		f := template.Fill(values(), "Din store idiot, du duer ikke til noget", replyRules())
		if !f.Ready() || f.Copy == "" {
			t.Errorf("%s: %+v", template.Key, f.Problems)
		}
		if !strings.HasPrefix(f.Copy, "Hej Anne-Marie. ") || !strings.HasPrefix(f.Recorded, "Hej {fornavn}. ") {
			t.Errorf("%s: %q recorded as %q", template.Key, f.Copy, f.Recorded)
		}
		if strings.ContainsAny(f.Copy, "{}") || strings.Contains(f.Recorded, "Anne") {
			t.Errorf("%s: %q recorded as %q", template.Key, f.Copy, f.Recorded)
		}
	}
}

func TestEachEmptySlotStopsTheCopy(t *testing.T) {
	_, _, set := builtin(t)
	for _, template := range set.Templates {
		for _, slot := range template.Slots() {
			v := values()
			delete(v, slot.Name)
			f := template.Fill(v, "", replyRules())
			if f.Ready() || f.Copy != "" || !slices.ContainsFunc(f.Problems, func(p Problem) bool { return p.Slot == slot.Name }) {
				t.Errorf("%s without %q: %+v", template.Key, slot.Name, f)
			}
			if recordable := slot.Name == FirstName; f.Recordable() != recordable {
				t.Errorf("%s without %q may be recorded: %v", template.Key, slot.Name, f.Recordable())
			}
		}
	}
}

func TestWhatStopsACopy(t *testing.T) {
	_, _, set := builtin(t)
	removed := "Min mor har kræft og skylder 40.000 kr. til sin nabo"
	for name, row := range map[string]struct{ key, slot, value, code string }{
		"a surname":               {"T1", "fornavn", "Anne Holm", "first-name-only"},
		"a number for a name":     {"T1", "fornavn", "Anne2", "first-name-only"},
		"a quotation":             {"T4", "kort grund", "du skrev »skylder 40.000 kr. til«", "reply-quotes"},
		"a quotation, other case": {"T5", "kort grund", "MIN MOR HAR", "reply-quotes"},
		"what was removed":        {"T2", "nr", "3 om din diagnose", "reply-not-neutral"},
		"neither of the choices":  {"T2", "dig / den anden", "din mor", "slot-choice"},
		"somebody's number":       {"T8", "svar", "Skriv dit nummer 140585-2981", "reply-personal-data"},
		"somebody's telephone":    {"T8", "svar", "Ring til Mette på 28 44 71 09", "reply-personal-data"},
		"a number for the office": {"T8", "kontaktlink", "140585-2981", "reply-personal-data"},
		"a slot within a slot":    {"T8", "svar", "{svar}", "slot-empty"},
		"nothing but spaces":      {"T8", "svar", "  \n ", "slot-empty"},
	} {
		t.Run(name, func(t *testing.T) {
			template, _ := set.Template(row.key)
			v := values()
			v[row.slot] = row.value
			f := template.Fill(v, removed, replyRules())
			if f.Copy != "" || !slices.ContainsFunc(f.Problems, func(p Problem) bool { return p.Code == row.code }) {
				t.Errorf("%+v", f)
			}
		})
	}
	// The office's own telephone number is no citizen's.
	template, _ := set.Template("T1")
	if f := template.Fill(values(), removed, replyRules()); !f.Ready() {
		t.Errorf("%+v", f.Problems)
	}
}

// TestARemovalIsNeverQuoted: whatever run of words of the comment somebody puts
// into a reply about a removal stops the copy.
func TestARemovalIsNeverQuoted(t *testing.T) {
	_, _, set := builtin(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zæøå]{2,9}`), 3, 30).Draw(t, "words")
		from := rapid.IntRange(0, len(words)-3).Draw(t, "from")
		to := rapid.IntRange(from+3, len(words)).Draw(t, "to")
		template, _ := set.Template(rapid.SampledFrom([]string{"T4", "T5"}).Draw(t, "template"))
		v := values()
		v["kort grund"] = strings.Join(words[from:to], rapid.SampledFrom([]string{" ", ", ", "  – "}).Draw(t, "between"))
		if f := template.Fill(v, strings.Join(words, " "), replyRules()); f.Ready() {
			t.Fatalf("%q was copied", f.Copy)
		}
	})
}

func TestATemplateWithUnknownSlots(t *testing.T) {
	own := Template{Key: "T9", Text: "Hej {fornavn}. Se {vores plan}. { og {} og {a / b}. {fornavn}"}
	slots := own.Slots()
	if len(slots) != 3 || slots[1].Name != "vores plan" || slots[1].Known || !slots[0].Known || len(slots[2].Choices) != 2 {
		t.Errorf("%+v", slots)
	}
	f := own.Fill(map[string]string{"fornavn": "Bo", "vores plan": "planen", "a / b": "b"}, "", ReplyRules{})
	if want := "Hej Bo. Se planen. { og {} og b. Bo"; f.Copy != want {
		t.Errorf("%q, %+v", f.Copy, f.Problems)
	}
	for code, set := range map[fault.Code]TemplateSet{
		TemplateBraces: {Templates: []Template{own}},
		TemplateKey:    {Templates: []Template{{Text: "x"}}},
		TemplateText:   {Templates: []Template{{Key: "T9"}}},
		TemplateRule:   {Templates: []Template{{Key: "T4", Text: "x"}}},
	} {
		if err := set.Check(); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	if err := (TemplateSet{Templates: []Template{{Key: "T9", Text: "{noget nyt}"}}}).Check(); err != nil {
		t.Error(err)
	}
}
