-- Moderation: comments as far as they may be kept, what was done about them, and
-- the record that nothing is taken out of. The hard rules that SQL can hold
-- stand here.

-- +goose Up

INSERT INTO document_kind (kind) VALUES ('ordensregler'), ('internt-regelsaet'), ('facebook-strategi');

-- Editions of the checklist and the reply templates, as JSON. An edition never
-- changes; it can be adopted, once.
CREATE TABLE moderation_edition (
    kind    TEXT    NOT NULL CHECK (kind IN ('tjekliste', 'skabeloner')),
    number  INTEGER NOT NULL CHECK (number >= 1),
    sha256  TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    content TEXT    NOT NULL CHECK (json_valid(content)),
    author  TEXT    NOT NULL DEFAULT '',
    person  INTEGER REFERENCES person (id),
    at      TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    adopted TEXT    NOT NULL DEFAULT '' CHECK (adopted = '' OR adopted GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;

-- A comment, masked before it came here; covers are the places of the masks.
-- AUTOINCREMENT: the number stands on papers, and is never given again. owner
-- and changed_by are who works on it. question, rule and outcome are those of
-- the action that counts, for the lists.
CREATE TABLE moderation_case (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    revision   INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    state      TEXT    NOT NULL CHECK (state IN ('ny', 'i_gang', 'afventer', 'besluttet', 'udfoert', 'indsigelse', 'glemt')),
    post       TEXT    NOT NULL DEFAULT '',
    address    TEXT    NOT NULL DEFAULT '',
    alias      TEXT    NOT NULL DEFAULT '',
    seen       TEXT    NOT NULL DEFAULT '' CHECK (seen = '' OR seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    received   TEXT    NOT NULL CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    text       TEXT    NOT NULL,
    covers     TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(covers)),
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    owner      INTEGER REFERENCES person (id),
    deadline   TEXT    NOT NULL DEFAULT '' CHECK (deadline = '' OR deadline GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    answers    TEXT    NOT NULL DEFAULT '------------------' CHECK (length(answers) = 18 AND answers NOT GLOB '*[^-jnt]*'),
    details    TEXT    NOT NULL DEFAULT '------------------' CHECK (length(details) = 18 AND details NOT GLOB '*[^-x]*'),
    sources    TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(sources)),
    question   INTEGER NOT NULL DEFAULT 0 CHECK (question BETWEEN 0 AND 18),
    rule       INTEGER NOT NULL DEFAULT 0 CHECK (rule >= 0),
    outcome    TEXT    NOT NULL DEFAULT '',
    changed_by TEXT    NOT NULL DEFAULT '',
    changed_at TEXT    NOT NULL CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    forget_on  TEXT    NOT NULL DEFAULT '' CHECK (forget_on = '' OR forget_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    exported   TEXT    NOT NULL DEFAULT '' CHECK (exported = '' OR exported GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    example    INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
    CHECK ((state = 'glemt') = (text = ''))
) STRICT;

CREATE INDEX moderation_case_state ON moderation_case (state, received);
CREATE INDEX moderation_case_open ON moderation_case (received, id) WHERE state IN ('ny', 'i_gang', 'afventer', 'besluttet', 'indsigelse');
CREATE INDEX moderation_case_owner ON moderation_case (owner, state) WHERE owner IS NOT NULL;
CREATE INDEX moderation_case_deadline ON moderation_case (deadline, id) WHERE deadline <> '';
CREATE INDEX moderation_case_forget ON moderation_case (forget_on) WHERE forget_on <> '';
CREATE INDEX moderation_case_sha256 ON moderation_case (sha256);
CREATE INDEX moderation_case_question ON moderation_case (question, id);
CREATE INDEX moderation_case_alias ON moderation_case (alias) WHERE alias <> '';
CREATE INDEX moderation_case_received ON moderation_case (received);

-- The words of comments, in small letters, for the search.
CREATE TABLE moderation_word (
    word   TEXT    NOT NULL,
    "case" INTEGER NOT NULL REFERENCES moderation_case (id),
    PRIMARY KEY (word, "case")
) STRICT, WITHOUT ROWID;

CREATE INDEX moderation_word_case ON moderation_word ("case");

-- What was decided. The upper half never changes; the lower half is how far it
-- was carried out, and is only ever filled in.
CREATE TABLE moderation_action (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "case"       INTEGER NOT NULL REFERENCES moderation_case (id),
    outcome      TEXT    NOT NULL CHECK (outcome IN ('lad_staa', 'svar', 'ret', 'lov_svar', 'undersoeg', 'vejled', 'vis_vej', 'mind', 'spoerg_kollega', 'ring_efter_hjaelp', 'skjul', 'slet', 'bloker')),
    recommended  TEXT    NOT NULL,
    question     INTEGER NOT NULL CHECK (question BETWEEN 0 AND 18),
    rule         INTEGER NOT NULL CHECK (rule >= 0),
    offered      INTEGER NOT NULL CHECK (offered IN (0, 1)),
    exempt       INTEGER NOT NULL CHECK (exempt IN (0, 1)),
    needs_second INTEGER NOT NULL CHECK (needs_second IN (0, 1)),
    reason       TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    template     TEXT    NOT NULL,
    reply        TEXT    NOT NULL,
    private      INTEGER NOT NULL CHECK (private IN (0, 1)),
    until        TEXT    NOT NULL DEFAULT '' CHECK (until = '' OR until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    answers      TEXT    NOT NULL CHECK (length(answers) = 18 AND answers NOT GLOB '*[^-jnt]*'),
    details      TEXT    NOT NULL CHECK (length(details) = 18 AND details NOT GLOB '*[^-x]*'),
    sources      TEXT    NOT NULL CHECK (json_valid(sources)),
    snapshot     TEXT    NOT NULL CHECK (length(snapshot) = 64 AND snapshot NOT GLOB '*[^0-9a-f]*'),
    person       INTEGER NOT NULL REFERENCES person (id),
    name         TEXT    NOT NULL CHECK (name <> ''),
    at           TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),

    second       INTEGER REFERENCES person (id),
    second_name  TEXT    NOT NULL DEFAULT '',
    second_at    TEXT    NOT NULL DEFAULT '' CHECK (second_at = '' OR second_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    refused      INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1)),
    answer       TEXT    NOT NULL DEFAULT '',
    copied_at    TEXT    NOT NULL DEFAULT '' CHECK (copied_at = '' OR copied_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    sent_at      TEXT    NOT NULL DEFAULT '' CHECK (sent_at = '' OR sent_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    done_at      TEXT    NOT NULL DEFAULT '' CHECK (done_at = '' OR done_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    lifted_at    TEXT    NOT NULL DEFAULT '' CHECK (lifted_at = '' OR lifted_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    lifted_by    TEXT    NOT NULL DEFAULT '',
    overruled    INTEGER NOT NULL DEFAULT 0 CHECK (overruled IN (0, 1)),
    forgotten    INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1)),

    -- Two persons are two.
    CHECK (second IS NULL OR second <> person),
    CHECK ((second IS NULL) = (second_at = '')),
    -- Protection goes first only where one of questions 1–4, 6 and 14 says so.
    CHECK (exempt = 0 OR instr(substr(answers, 1, 4) || substr(answers, 6, 1) || substr(answers, 14, 1), 'j') > 0 OR instr(substr(answers, 1, 4) || substr(answers, 6, 1) || substr(answers, 14, 1), 't') > 0),
    -- Every other removal is put to the equality test.
    CHECK (NOT outcome IN ('skjul', 'slet', 'bloker') OR exempt = 1 OR substr(answers, 17, 1) IN ('j', 'n', 't')),
    -- A block, a removal of criticism (8 is Yes, 1–7 are No), and a removal that
    -- failed the equality test need a second person …
    CHECK (needs_second = 1 OR NOT (outcome = 'bloker'
        OR outcome IN ('skjul', 'slet', 'bloker') AND substr(answers, 1, 8) = 'nnnnnnnj'
        OR outcome IN ('skjul', 'slet', 'bloker') AND exempt = 0 AND substr(answers, 17, 1) <> 'j')),
    -- … and nothing is done before that person agreed.
    CHECK (needs_second = 0 OR second IS NOT NULL AND refused = 0 OR copied_at = '' AND sent_at = '' AND done_at = ''),
    -- They need a reason too, as does every choice that was not recommended.
    CHECK (forgotten = 1 OR reason <> '' OR offered = 1 AND outcome <> 'bloker' AND NOT (outcome IN ('skjul', 'slet', 'bloker') AND substr(answers, 1, 8) = 'nnnnnnnj')),
    -- A CPR number is deleted: neither hidden nor let stand is ever recommended.
    CHECK (substr(answers, 2, 1) <> 'j' OR recommended NOT IN ('skjul', 'lad_staa', 'svar', 'ret', 'lov_svar', 'undersoeg', 'vejled', 'vis_vej', 'mind')),
    -- A block has an end and a notice, and the notice goes first.
    CHECK (outcome <> 'bloker' OR until > substr(at, 1, 10) AND template <> ''),
    CHECK (outcome = 'bloker' OR until = '' AND lifted_at = ''),
    CHECK (outcome <> 'bloker' OR done_at = '' OR sent_at <> '' AND sent_at <= done_at),
    -- Snapshot → log → copy → done on Facebook.
    CHECK (template = '' OR done_at = '' OR copied_at <> ''),
    CHECK (sent_at = '' OR copied_at <> ''),
    CHECK (copied_at = '' OR copied_at >= at),
    CHECK (done_at = '' OR done_at >= at),
    CHECK (lifted_at = '' OR done_at <> ''),
    CHECK (forgotten = 0 OR reason = '' AND note = '' AND reply = '' AND answer = '')
) STRICT;

CREATE INDEX moderation_action_case ON moderation_action ("case", id);
CREATE INDEX moderation_action_at ON moderation_action (at);
CREATE INDEX moderation_action_block ON moderation_action (until) WHERE outcome = 'bloker' AND done_at <> '' AND lifted_at = '';

-- The real name of a blocked profile, as long as the block runs.
CREATE TABLE moderation_profile (
    action INTEGER NOT NULL PRIMARY KEY REFERENCES moderation_action (id),
    name   TEXT    NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE moderation_objection (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "case"       INTEGER NOT NULL REFERENCES moderation_case (id),
    action       INTEGER NOT NULL REFERENCES moderation_action (id),
    text         TEXT    NOT NULL,
    received     TEXT    NOT NULL CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    received_by  TEXT    NOT NULL,
    decided_by   INTEGER REFERENCES person (id),
    decided_name TEXT    NOT NULL DEFAULT '',
    decided_at   TEXT    NOT NULL DEFAULT '' CHECK (decided_at = '' OR decided_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    upheld       INTEGER CHECK (upheld IN (0, 1)),
    reason       TEXT    NOT NULL DEFAULT '',
    forgotten    INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1)),
    CHECK ((decided_at = '') = (decided_by IS NULL) AND (decided_at = '') = (upheld IS NULL)),
    CHECK (forgotten = 1 AND reason = '' AND text = '' OR forgotten = 0 AND (decided_at = '') = (reason = ''))
) STRICT;

CREATE INDEX moderation_objection_case ON moderation_objection ("case");
CREATE INDEX moderation_objection_received ON moderation_objection (received);
CREATE UNIQUE INDEX moderation_objection_one_open ON moderation_objection (action) WHERE decided_at = '';

CREATE TABLE moderation_note (
    id     INTEGER NOT NULL PRIMARY KEY,
    "case" INTEGER NOT NULL REFERENCES moderation_case (id),
    text   TEXT    NOT NULL CHECK (text <> ''),
    name   TEXT    NOT NULL,
    at     TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX moderation_note_case ON moderation_note ("case");

-- Screenshots with black boxes burned in. The original never comes here.
CREATE TABLE moderation_picture (
    id      INTEGER NOT NULL PRIMARY KEY,
    "case"  INTEGER NOT NULL REFERENCES moderation_case (id),
    sha256  TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    content BLOB    NOT NULL CHECK (length(content) > 0),
    name    TEXT    NOT NULL,
    at      TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX moderation_picture_case ON moderation_picture ("case");

-- Minutes of work, by day; a mistake is taken back with a negative number.
CREATE TABLE moderation_time (
    id      INTEGER NOT NULL PRIMARY KEY,
    "case"  INTEGER NOT NULL REFERENCES moderation_case (id),
    person  INTEGER NOT NULL REFERENCES person (id),
    day     TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    minutes INTEGER NOT NULL CHECK (minutes <> 0 AND minutes BETWEEN -1440 AND 1440)
) STRICT;

CREATE INDEX moderation_time_case ON moderation_time ("case");
CREATE INDEX moderation_time_day ON moderation_time (day);

-- Who has a case open, so that colleagues see each other.
CREATE TABLE moderation_presence (
    "case" INTEGER NOT NULL REFERENCES moderation_case (id),
    person INTEGER NOT NULL REFERENCES person (id),
    at     TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    PRIMARY KEY ("case", person)
) STRICT, WITHOUT ROWID;

-- Who looks after the page, and when.
CREATE TABLE moderation_duty (
    id       INTEGER NOT NULL PRIMARY KEY,
    person   INTEGER NOT NULL REFERENCES person (id),
    stand_in INTEGER REFERENCES person (id),
    from_day TEXT    NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    to_day   TEXT    NOT NULL CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    hours    TEXT    NOT NULL DEFAULT '',
    note     TEXT    NOT NULL DEFAULT '',
    CHECK (to_day >= from_day),
    CHECK (stand_in IS NULL OR stand_in <> person)
) STRICT;

CREATE INDEX moderation_duty_day ON moderation_duty (from_day, to_day);

-- What is attached to a document, such as the municipality's own guidelines.
CREATE TABLE moderation_attachment (
    id      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind    TEXT    NOT NULL REFERENCES document_kind (kind),
    name    TEXT    NOT NULL CHECK (name <> ''),
    type    TEXT    NOT NULL,
    sha256  TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    content BLOB    NOT NULL,
    author  TEXT    NOT NULL,
    at      TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    removed TEXT    NOT NULL DEFAULT '' CHECK (removed = '' OR removed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

-- The record. A line holds no word of a comment: cover is the SHA-256 of a salt
-- and of what the line is about, which stand in moderation_log_content and can
-- be forgotten. hash covers the line and the hash before it.
CREATE TABLE moderation_log (
    seq    INTEGER NOT NULL PRIMARY KEY,
    at     TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    event  TEXT    NOT NULL CHECK (event <> ''),
    "case" INTEGER NOT NULL,
    person INTEGER NOT NULL,
    actor  TEXT    NOT NULL,
    cover  BLOB    NOT NULL CHECK (length(cover) = 32),
    hash   BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX moderation_log_case ON moderation_log ("case", seq) WHERE "case" <> 0;

CREATE TABLE moderation_log_content (
    seq     INTEGER NOT NULL PRIMARY KEY REFERENCES moderation_log (seq),
    salt    BLOB    NOT NULL CHECK (length(salt) = 32),
    content TEXT    NOT NULL
) STRICT;

-- The record is only ever added to, and without a gap.

-- +goose StatementBegin
CREATE TRIGGER moderation_log_grows BEFORE INSERT ON moderation_log
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM moderation_log)
BEGIN SELECT RAISE(ABORT, 'the record has no gaps'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_log_stays BEFORE UPDATE ON moderation_log
BEGIN SELECT RAISE(ABORT, 'a line of the record never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_log_is_kept BEFORE DELETE ON moderation_log
BEGIN SELECT RAISE(ABORT, 'a line of the record is never taken out'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_log_content_grows BEFORE INSERT ON moderation_log_content
WHEN NEW.seq <> (SELECT max(seq) FROM moderation_log)
BEGIN SELECT RAISE(ABORT, 'a line has its content from the beginning'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_log_content_stays BEFORE UPDATE ON moderation_log_content
BEGIN SELECT RAISE(ABORT, 'a line of the record never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_log_content_is_kept BEFORE DELETE ON moderation_log_content
WHEN NOT EXISTS (SELECT 1 FROM moderation_log JOIN moderation_case ON moderation_case.id = moderation_log."case"
    WHERE moderation_log.seq = OLD.seq AND moderation_case.state = 'glemt')
BEGIN SELECT RAISE(ABORT, 'only a forgotten case loses its contents'); END;
-- +goose StatementEnd

-- Editions never change, and are adopted once.

-- +goose StatementBegin
CREATE TRIGGER moderation_edition_stays BEFORE UPDATE ON moderation_edition
WHEN NOT (OLD.kind = NEW.kind AND OLD.number = NEW.number AND OLD.sha256 = NEW.sha256 AND OLD.content = NEW.content
    AND OLD.author = NEW.author AND OLD.person IS NEW.person AND OLD.at = NEW.at AND OLD.adopted = '')
BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_edition_is_kept BEFORE DELETE ON moderation_edition
BEGIN SELECT RAISE(ABORT, 'an edition is never deleted'); END;
-- +goose StatementEnd

-- Cases stay, also when they are forgotten; then nothing comes back.

-- +goose StatementBegin
CREATE TRIGGER moderation_case_starts_new BEFORE INSERT ON moderation_case
WHEN NEW.state <> 'ny' OR EXISTS (SELECT 1 FROM moderation_case WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a case starts new'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_case_is_kept BEFORE DELETE ON moderation_case
BEGIN SELECT RAISE(ABORT, 'a case is forgotten, not deleted'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_case_stays_forgotten BEFORE UPDATE ON moderation_case
WHEN OLD.state = 'glemt' OR OLD.id <> NEW.id OR OLD.received <> NEW.received
BEGIN SELECT RAISE(ABORT, 'what was forgotten stays so'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_case_forgets_all BEFORE UPDATE OF state ON moderation_case
WHEN NEW.state = 'glemt' AND (NEW.alias <> '' OR NEW.address <> '' OR NEW.post <> '' OR NEW.covers <> '[]')
BEGIN SELECT RAISE(ABORT, 'a forgotten case holds nothing'); END;
-- +goose StatementEnd

-- An action starts as it was decided, never changes, and is carried out once.

-- +goose StatementBegin
CREATE TRIGGER moderation_action_starts_undone BEFORE INSERT ON moderation_action
WHEN NEW.second IS NOT NULL OR NEW.refused = 1 OR NEW.copied_at <> '' OR NEW.sent_at <> '' OR NEW.done_at <> '' OR NEW.lifted_at <> ''
    OR NEW.overruled = 1 OR NEW.forgotten = 1 OR EXISTS (SELECT 1 FROM moderation_action WHERE id = NEW.id)
    OR NOT EXISTS (SELECT 1 FROM moderation_case WHERE id = NEW."case" AND sha256 = NEW.snapshot AND state <> 'glemt')
BEGIN SELECT RAISE(ABORT, 'an action starts undone, and on the comment as it stands'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_action_stays BEFORE UPDATE ON moderation_action
WHEN NOT (OLD.id = NEW.id AND OLD."case" = NEW."case" AND OLD.outcome = NEW.outcome AND OLD.recommended = NEW.recommended
    AND OLD.question = NEW.question AND OLD.rule = NEW.rule AND OLD.offered = NEW.offered AND OLD.exempt = NEW.exempt
    AND OLD.needs_second = NEW.needs_second AND OLD.template = NEW.template AND OLD.private = NEW.private AND OLD.until = NEW.until
    AND OLD.answers = NEW.answers AND OLD.details = NEW.details AND OLD.sources = NEW.sources AND OLD.snapshot = NEW.snapshot
    AND OLD.person = NEW.person AND OLD.name = NEW.name AND OLD.at = NEW.at
    AND (NEW.forgotten = 1 OR OLD.reason = NEW.reason AND OLD.note = NEW.note AND OLD.reply = NEW.reply AND OLD.forgotten = 0)
    AND (OLD.second IS NULL AND OLD.refused = 0 OR OLD.second IS NEW.second AND OLD.second_at = NEW.second_at AND OLD.refused = NEW.refused)
    AND (OLD.copied_at = '' OR OLD.copied_at = NEW.copied_at) AND (OLD.sent_at = '' OR OLD.sent_at = NEW.sent_at)
    AND (OLD.done_at = '' OR OLD.done_at = NEW.done_at) AND (OLD.lifted_at = '' OR OLD.lifted_at = NEW.lifted_at)
    AND OLD.overruled <= NEW.overruled)
BEGIN SELECT RAISE(ABORT, 'what was decided never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_action_is_kept BEFORE DELETE ON moderation_action
BEGIN SELECT RAISE(ABORT, 'an action is never deleted'); END;
-- +goose StatementEnd

-- An objection is decided once, by somebody else than those who acted.

-- +goose StatementBegin
CREATE TRIGGER moderation_objection_other_hand BEFORE UPDATE ON moderation_objection
WHEN NEW.decided_by IS NOT NULL AND EXISTS (SELECT 1 FROM moderation_action WHERE id = NEW.action
    AND (person = NEW.decided_by OR second IS NEW.decided_by))
BEGIN SELECT RAISE(ABORT, 'somebody else decides an objection'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_objection_starts_open BEFORE INSERT ON moderation_objection
WHEN NEW.decided_by IS NOT NULL OR NEW.forgotten = 1 OR EXISTS (SELECT 1 FROM moderation_objection WHERE id = NEW.id)
    OR NOT EXISTS (SELECT 1 FROM moderation_action WHERE id = NEW.action AND "case" = NEW."case")
BEGIN SELECT RAISE(ABORT, 'an objection starts undecided'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_objection_stays BEFORE UPDATE ON moderation_objection
WHEN NOT (OLD.id = NEW.id AND OLD."case" = NEW."case" AND OLD.action = NEW.action AND OLD.received = NEW.received
    AND OLD.received_by = NEW.received_by AND (NEW.forgotten = 1 OR OLD.text = NEW.text)
    AND (OLD.decided_by IS NULL OR OLD.decided_by IS NEW.decided_by AND OLD.decided_at = NEW.decided_at AND OLD.upheld IS NEW.upheld
        AND (NEW.forgotten = 1 OR OLD.reason = NEW.reason)))
BEGIN SELECT RAISE(ABORT, 'what was decided never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER moderation_objection_is_kept BEFORE DELETE ON moderation_objection
BEGIN SELECT RAISE(ABORT, 'an objection is never deleted'); END;
-- +goose StatementEnd

PRAGMA user_version = 7;
