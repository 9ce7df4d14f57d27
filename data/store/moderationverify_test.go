package store

import (
	"fmt"
	"strings"
	"testing"

	"synlig/data/fault"
	"synlig/data/moderation"
)

// busyOffice has a case in most states.
func busyOffice(t *testing.T) *office {
	d := newOffice(t)
	ok(t, d.SetSlots(d.ctx, officeSlots()))
	ok(t, d.Prepare(d.ctx, "Kontoret", false))
	c := d.paste("Køb billige briller her")
	c = must(d.Decide(d.ctx, c.ID, c.Revision, answered(t, "nnnnnnnnnnnnnjnn-n"), moderation.Choice{Outcome: moderation.Delete}, d.anna))(t)
	c = must(d.Done(d.ctx, c.ID, c.Revision, d.anna))(t)
	must(d.Object(d.ctx, c.ID, c.Revision, "Det var ikke reklame", d.bo))(t)
	c = d.paste("I er klaphatte")
	must(d.Decide(d.ctx, c.ID, c.Revision, answered(t, "nnnnnnnnjnnnnnnjjn"), moderation.Choice{Outcome: moderation.Exclude, Reason: "Tredje gang", Template: "T5",
		Until: d.today().AddDate(0, 1, 0), Values: map[string]string{"kort grund": "skældsord", "dato for påmindelse": "i går"}}, d.anna))(t)
	d.paste("Hvornår har I åbent?")
	must(d.SaveChecklist(d.ctx, reworded(), d.anna))(t)
	return d
}

// reworded is the built-in checklist with one text of the office's own.
func reworded() moderation.Checklist {
	c := builtinChecklist()
	c.Questions = append([]moderation.Question{}, c.Questions...)
	c.Questions[0].Text += " (vores ord)"
	return c
}

// TestVerifyFindsTheFirstAlteredLine alters one thing at a time, as somebody
// would who knows the file and takes the triggers away.
func TestVerifyFindsTheFirstAlteredLine(t *testing.T) {
	off := func(triggers ...string) string {
		var b strings.Builder
		for _, name := range triggers {
			b.WriteString("DROP TRIGGER " + name + ";")
		}
		return b.String()
	}
	for name, row := range map[string]struct {
		statement, kind string
		seq             int64
	}{
		"actor":              {off("moderation_log_stays") + "UPDATE moderation_log SET actor = 'Bo Ek' WHERE seq = 3", "line", 3},
		"time":               {off("moderation_log_stays") + "UPDATE moderation_log SET at = '2026-11-22T10:00:00.000000000Z' WHERE seq = 2", "line", 2},
		"event":              {off("moderation_log_stays") + "UPDATE moderation_log SET event = 'notat' WHERE seq = 4", "line", 4},
		"case":               {off("moderation_log_stays") + `UPDATE moderation_log SET "case" = 2 WHERE seq = 1`, "line", 1},
		"hash":               {off("moderation_log_stays") + "UPDATE moderation_log SET hash = zeroblob(32) WHERE seq = 5", "line", 5},
		"cover":              {off("moderation_log_stays") + "UPDATE moderation_log SET cover = zeroblob(32) WHERE seq = 5", "line", 5},
		"line out":           {off("moderation_log_is_kept", "moderation_log_content_is_kept") + "DELETE FROM moderation_log_content WHERE seq = 3; DELETE FROM moderation_log WHERE seq = 3", "gap", 3},
		"content":            {off("moderation_log_content_stays") + `UPDATE moderation_log_content SET content = replace(content, 'slet', 'skjul') WHERE seq = 4`, "content", 4},
		"salt":               {off("moderation_log_content_stays") + `UPDATE moderation_log_content SET salt = zeroblob(32) WHERE seq = 1`, "content", 1},
		"content out":        {off("moderation_log_content_is_kept") + `DELETE FROM moderation_log_content WHERE seq = 4`, "action", 0},
		"comment":            {"UPDATE moderation_case SET text = 'noget andet' WHERE id = 1", "case", 1},
		"comment and hash":   {fmt.Sprintf("UPDATE moderation_case SET text = 'noget', sha256 = '%s' WHERE id = 1", moderation.TextHash("noget")), "case", 1},
		"action":             {off("moderation_action_stays") + "UPDATE moderation_action SET rule = 1 WHERE id = 1", "action", 0},
		"edition":            {off("moderation_edition_stays") + "UPDATE moderation_edition SET content = replace(content, 'fare', 'nød') WHERE number = 2", "edition", 0},
		"edition adopted":    {"UPDATE moderation_edition SET adopted = '2026-11-01' WHERE number = 2", "edition", 0},
		"house rules":        {"UPDATE block SET text = text || '!' WHERE position = 1", "version", 0},
		"forgotten by force": {off("moderation_log_content_is_kept", "moderation_case_stays_forgotten") + "DELETE FROM moderation_log_content WHERE seq = 1", "case", 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := busyOffice(t)
			if v := must(d.Verify(d.ctx, ""))(t); !v.OK() {
				t.Fatalf("before: %+v", v.Broken)
			}
			ok(t, raw(t, d.store.path, nil)(row.statement))
			v := must(d.Verify(d.ctx, ""))(t)
			if v.OK() || v.Broken.Kind != row.kind || v.Broken.Seq != row.seq {
				t.Errorf("%+v %+v", v, v.Broken)
			}
		})
	}
}

// TestAPrintedHashShowsATruncatedRecord: lines taken off the end leave a chain
// that is whole; the hash on last month's paper tells.
func TestAPrintedHashShowsATruncatedRecord(t *testing.T) {
	d := busyOffice(t)
	printed := moderation.HashText(must(d.LastLine(d.ctx))(t).Hash)
	if v := must(d.Verify(d.ctx, printed))(t); !v.OK() || !v.Known || v.KnownAt != v.Lines {
		t.Fatalf("%+v", v)
	}
	ok(t, raw(t, d.store.path, nil)(`DROP TRIGGER moderation_log_is_kept; DROP TRIGGER moderation_log_content_is_kept;
		DELETE FROM moderation_log_content WHERE seq = (SELECT max(seq) FROM moderation_log);
		DELETE FROM moderation_log WHERE seq = (SELECT max(seq) FROM moderation_log);
		DROP TRIGGER moderation_edition_is_kept; DELETE FROM moderation_edition WHERE number = 2`))
	if v := must(d.Verify(d.ctx, printed))(t); v.Known || !v.OK() {
		t.Errorf("%+v %+v", v, v.Broken)
	}
}

func TestVerifyAnEmptyRecord(t *testing.T) {
	d := newOffice(t)
	if v := must(d.Verify(d.ctx, ""))(t); !v.OK() || v.Lines != 0 || v.Last != "" {
		t.Errorf("%+v", v)
	}
}

// TestTheSchemaHoldsTheHardRules writes as a program would that knows nothing
// of ours. Action 1 is a deletion that was done, 2 a block that waits, of
// person 1; objection 1 is open.
func TestTheSchemaHoldsTheHardRules(t *testing.T) {
	d := busyOffice(t)
	const row = `INSERT INTO moderation_action ("case", outcome, recommended, question, rule, offered, exempt, needs_second, reason, note, template, reply, private, until, answers, details, sources, snapshot, person, name, at)
		SELECT 3, %s, '%s', 0, 0, %d, %d, %d, '%s', '', '%s', '', 0, '%s', '%s', '------------------', '{}', sha256, 1, 'x', '2026-11-22T12:00:00.000000000Z' FROM moderation_case WHERE id = 3`
	action := func(outcome, recommended string, offered, exempt, second int, reason, template, until, answers string) string {
		return fmt.Sprintf(row, "'"+outcome+"'", recommended, offered, exempt, second, reason, template, until, answers)
	}
	criticism, failed, passed, spam, cpr := "nnnnnnnj-nnnnn-njn", "nnnnnnjn-nnnnn-nnn", "nnnnnnjn-nnnnn-njn", "nnnnnnnn-nnnnj-n-n", "njnnnnnn-nnnnn-n-n"
	for name, good := range map[string]string{
		"criticism by two":    action("slet", "lad_staa", 0, 0, 1, "fordi", "", "", criticism),
		"failed test by two":  action("slet", "lad_staa", 0, 0, 1, "fordi", "", "", failed),
		"passed test":         action("slet", "slet", 1, 0, 0, "", "", "", passed),
		"spam without a test": action("slet", "slet", 1, 1, 0, "", "", "", spam),
		"block":               action("bloker", "vurder_blokering", 1, 0, 1, "fordi", "T5", "2026-12-22", passed),
	} {
		t.Run(name, func(t *testing.T) {
			db := must(d.store.writer.BeginTx(d.ctx, nil))(t)
			defer db.Rollback()
			if _, err := db.ExecContext(d.ctx, good); err != nil {
				t.Error(err)
			}
		})
	}
	for name, statement := range map[string]string{
		"criticism by one":               action("slet", "lad_staa", 0, 0, 0, "fordi", "", "", criticism),
		"criticism hidden by one":        action("skjul", "lad_staa", 0, 0, 0, "fordi", "", "", criticism),
		"criticism without a reason":     action("slet", "slet", 1, 0, 1, "", "", "", criticism),
		"failed equality by one":         action("slet", "lad_staa", 0, 0, 0, "fordi", "", "", failed),
		"no equality test":               action("slet", "slet", 1, 0, 1, "", "", "", strings.Replace(passed, "njn", "n-n", 1)[:16]+"-n"),
		"exempt for nothing":             action("slet", "slet", 1, 1, 0, "", "", "", passed),
		"CPR hidden as recommended":      action("skjul", "skjul", 1, 1, 0, "", "", "", cpr),
		"CPR let stand as recommended":   action("lad_staa", "lad_staa", 1, 0, 0, "", "", "", cpr),
		"otherwise without a line":       action("lad_staa", "slet", 0, 0, 0, "", "", "", passed),
		"block by one":                   action("bloker", "vurder_blokering", 1, 0, 0, "fordi", "T5", "2026-12-22", passed),
		"block without an end":           action("bloker", "vurder_blokering", 1, 0, 1, "fordi", "T5", "", passed),
		"block that ended":               action("bloker", "vurder_blokering", 1, 0, 1, "fordi", "T5", "2026-11-22", passed),
		"block without a notice":         action("bloker", "vurder_blokering", 1, 0, 1, "fordi", "", "2026-12-22", passed),
		"block without a reason":         action("bloker", "vurder_blokering", 1, 0, 1, "", "T5", "2026-12-22", passed),
		"an end without a block":         action("slet", "slet", 1, 0, 0, "", "", "2026-12-22", passed),
		"unknown outcome":                action("sletslet", "slet", 1, 0, 0, "", "", "", passed),
		"answers of another sort":        action("slet", "slet", 1, 0, 0, "", "", "", "ja"),
		"agreed by the same":             `UPDATE moderation_action SET second = 1, second_name = 'x', second_at = '2026-11-22T12:00:00.000000000Z' WHERE id = 2`,
		"copied before agreed":           `UPDATE moderation_action SET copied_at = '2026-11-23T12:00:00.000000000Z' WHERE id = 2`,
		"done before agreed":             `UPDATE moderation_action SET done_at = '2026-11-23T12:00:00.000000000Z' WHERE id = 2`,
		"blocked before the notice":      `UPDATE moderation_action SET second = 2, second_name = 'x', second_at = '2026-11-22T12:00:00.000000000Z', copied_at = '2026-11-23T12:00:00.000000000Z', done_at = '2026-11-23T12:00:00.000000000Z' WHERE id = 2`,
		"notice after the block":         `UPDATE moderation_action SET second = 2, second_name = 'x', second_at = '2026-11-22T12:00:00.000000000Z', copied_at = '2026-11-23T12:00:00.000000000Z', sent_at = '2026-11-24T12:00:00.000000000Z', done_at = '2026-11-23T12:00:00.000000000Z' WHERE id = 2`,
		"done twice":                     `UPDATE moderation_action SET done_at = '2027-11-23T12:00:00.000000000Z' WHERE id = 1`,
		"another outcome afterwards":     `UPDATE moderation_action SET outcome = 'skjul' WHERE id = 1`,
		"another reason afterwards":      `UPDATE moderation_action SET reason = 'x' WHERE id = 1`,
		"action out":                     `DELETE FROM moderation_action`,
		"action on another text":         strings.Replace(action("slet", "slet", 1, 0, 0, "", "", "", passed), "'{}', sha256", "'{}', '"+strings.Repeat("a", 64)+"'", 1),
		"objection decided by who acted": `UPDATE moderation_objection SET decided_by = 1, decided_name = 'x', decided_at = '2026-11-24T12:00:00.000000000Z', upheld = 1, reason = 'x' WHERE id = 1`,
		"objection without a reason":     `UPDATE moderation_objection SET decided_by = 2, decided_name = 'x', decided_at = '2026-11-24T12:00:00.000000000Z', upheld = 1 WHERE id = 1`,
		"objection out":                  `DELETE FROM moderation_objection`,
		"a second open objection":        `INSERT INTO moderation_objection ("case", action, text, received, received_by) SELECT "case", action, 'x', received, 'x' FROM moderation_objection`,
		"line altered":                   `UPDATE moderation_log SET actor = 'x'`,
		"line out":                       `DELETE FROM moderation_log`,
		"last line out":                  `DELETE FROM moderation_log WHERE seq = (SELECT max(seq) FROM moderation_log)`,
		"line by replace":                `INSERT OR REPLACE INTO moderation_log SELECT seq, at, event, "case", person, 'x', cover, hash FROM moderation_log WHERE seq = 1`,
		"a gap":                          `INSERT INTO moderation_log SELECT seq + 1000, at, event, "case", person, actor, cover, hash FROM moderation_log WHERE seq = 1`,
		"content altered":                `UPDATE moderation_log_content SET content = 'x'`,
		"content out":                    `DELETE FROM moderation_log_content`,
		"content by replace":             `INSERT OR REPLACE INTO moderation_log_content SELECT seq, salt, 'x' FROM moderation_log_content WHERE seq = 1`,
		"edition altered":                `UPDATE moderation_edition SET content = '{}'`,
		"edition out":                    `DELETE FROM moderation_edition`,
		"case out":                       `DELETE FROM moderation_case`,
		"forgotten, with the text":       `UPDATE moderation_case SET state = 'glemt' WHERE id = 3`,
		"forgotten, with the alias":      `UPDATE moderation_case SET state = 'glemt', text = '' WHERE id = 3`,
		"case born decided":              `INSERT INTO moderation_case (state, received, text, sha256, changed_at) SELECT 'udfoert', received, text, sha256, changed_at FROM moderation_case WHERE id = 3`,
		"case by replace":                `INSERT OR REPLACE INTO moderation_case (id, state, received, text, sha256, changed_at) SELECT id, 'ny', received, 'x', sha256, changed_at FROM moderation_case WHERE id = 3`,
		"duty of one for oneself":        `INSERT INTO moderation_duty (person, stand_in, from_day, to_day) VALUES (1, 1, '2026-11-22', '2026-11-22')`,
	} {
		t.Run(name, func(t *testing.T) {
			err := raw(t, d.store.path, nil)(statement)
			if err == nil {
				t.Fatalf("the schema let it through: %s", statement)
			}
			if code := fault.CodeOf(coded(err, "")); code != Refused && code != VersionApproved {
				t.Errorf("%v", err)
			}
			if v := must(d.Verify(d.ctx, ""))(t); !v.OK() {
				t.Errorf("something was changed all the same: %+v", v.Broken)
			}
		})
	}
}
