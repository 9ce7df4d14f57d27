-- The strategy: documents, their versions, what was said about each change and
-- what the committee decides. Rules that SQL can hold stand here, so that no
-- program, this one included, can break them.

-- +goose Up

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id       INTEGER NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    initials TEXT    NOT NULL CHECK (length(initials) BETWEEN 1 AND 5),
    role     TEXT    NOT NULL DEFAULT '' CHECK (length(role) <= 100),
    active   INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- Somebody who has left may have had the initials of somebody who comes.
CREATE UNIQUE INDEX person_initials ON person (initials) WHERE active = 1;

-- A table and not a CHECK: a later area adds its kind by an INSERT.
CREATE TABLE document_kind (kind TEXT NOT NULL PRIMARY KEY) STRICT;
INSERT INTO document_kind (kind) VALUES ('strategi');

CREATE TABLE document (
    id          INTEGER NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL REFERENCES document_kind (kind),
    title       TEXT    NOT NULL,
    office      TEXT    NOT NULL DEFAULT '',
    case_number TEXT    NOT NULL DEFAULT '',
    example     INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX document_one_strategy ON document (kind) WHERE kind = 'strategi';

-- author is the name as it was when the text was written; person is who it is.
-- based_on may name a version from before the workspace, so it is no foreign key.
CREATE TABLE version (
    id           INTEGER NOT NULL PRIMARY KEY,
    document     INTEGER NOT NULL REFERENCES document (id),
    number       INTEGER NOT NULL CHECK (number >= 1),
    status       TEXT    NOT NULL CHECK (status IN ('kladde', 'fremsendt', 'godkendt', 'erstattet')),
    based_on     INTEGER NOT NULL DEFAULT 0 CHECK (based_on >= 0 AND based_on < number),
    author       TEXT    NOT NULL DEFAULT '',
    person       INTEGER REFERENCES person (id),
    changed      TEXT    NOT NULL CHECK (changed = '' OR changed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    meeting_body TEXT    NOT NULL DEFAULT '',
    meeting_date TEXT    NOT NULL DEFAULT '' CHECK (meeting_date = '' OR meeting_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    meeting_item TEXT    NOT NULL DEFAULT '',
    sha256       TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    UNIQUE (document, number)
) STRICT;

CREATE UNIQUE INDEX version_one_draft ON version (document) WHERE status = 'kladde';
CREATE UNIQUE INDEX version_one_approved ON version (document) WHERE status = 'godkendt';

CREATE TABLE block (
    version  INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    id       TEXT    NOT NULL CHECK (id <> ''),
    kind     TEXT    NOT NULL CHECK (kind IN ('paragraph', 'heading1', 'heading2', 'heading3', 'bullet', 'numbered', 'quote')),
    level    INTEGER NOT NULL CHECK (level BETWEEN 0 AND 2),
    text     TEXT    NOT NULL CHECK (instr(text, char(10)) = 0 AND instr(text, char(13)) = 0),
    spans    TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(spans)),
    PRIMARY KEY (version, position),
    UNIQUE (version, id)
) STRICT;

-- What a draft was like before somebody went on with it. content is the blocks
-- as compressed JSON. At most one a minute and author.
CREATE TABLE snapshot (
    id      INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    minute  TEXT    NOT NULL CHECK (minute GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
    author  TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    sha256  TEXT    NOT NULL CHECK (length(sha256) = 64),
    content BLOB    NOT NULL,
    UNIQUE (version, author, minute)
) STRICT;

-- The points of the recommendation that asks for a version.
CREATE TABLE point (
    version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL CHECK (number >= 1),
    text    TEXT    NOT NULL,
    PRIMARY KEY (version, number)
) STRICT;

CREATE TABLE point_requirement (
    version  INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    requires INTEGER NOT NULL CHECK (requires <> number),
    PRIMARY KEY (version, number, requires),
    FOREIGN KEY (version, number) REFERENCES point (version, number) ON DELETE CASCADE,
    FOREIGN KEY (version, requires) REFERENCES point (version, number) ON DELETE CASCADE
) STRICT;

-- What people said about a change of a version, tied to its place in the text
-- that the version is based on. A note that says nothing is not kept.
CREATE TABLE note (
    id        INTEGER NOT NULL PRIMARY KEY,
    version   INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    block     TEXT    NOT NULL,
    after     INTEGER NOT NULL CHECK (after IN (0, 1)),
    from_word INTEGER NOT NULL CHECK (from_word >= 0),
    to_word   INTEGER NOT NULL CHECK (to_word >= 0 AND (to_word >= from_word OR through <> '')),
    through   TEXT    NOT NULL DEFAULT '', -- the block that to_word counts in, where it is another
    act       INTEGER NOT NULL DEFAULT 0 CHECK (act BETWEEN 0 AND 6), -- redline.Action
    text      TEXT    NOT NULL DEFAULT '',
    class     TEXT    NOT NULL DEFAULT '' CHECK (class IN ('', 'redaktionel', 'indholdsmæssig', 'struktur')),
    reason    TEXT    NOT NULL DEFAULT '',
    point     INTEGER,
    author    TEXT    NOT NULL DEFAULT '',
    at        TEXT    NOT NULL DEFAULT '',
    UNIQUE (version, block, after, from_word, to_word, through, act, text),
    FOREIGN KEY (version, point) REFERENCES point (version, number),
    CHECK (class <> '' OR reason <> '' OR point IS NOT NULL)
) STRICT;

-- Approved and replaced versions never change, and neither does what belongs
-- to them. A version starts as a draft or submitted, so that its text is in
-- place before it is approved.

-- +goose StatementBegin
CREATE TRIGGER version_starts_open BEFORE INSERT ON version
WHEN NEW.status NOT IN ('kladde', 'fremsendt')
    OR EXISTS (SELECT 1 FROM version WHERE status IN ('godkendt', 'erstattet')
        AND (id = NEW.id OR document = NEW.document AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a version starts as a draft and replaces no approved one'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER version_approved_stays BEFORE UPDATE ON version
WHEN OLD.status IN ('godkendt', 'erstattet')
    AND NOT (OLD.id = NEW.id AND OLD.document = NEW.document AND OLD.number = NEW.number
        AND (OLD.status = NEW.status OR OLD.status = 'godkendt' AND NEW.status = 'erstattet')
        AND OLD.based_on = NEW.based_on AND OLD.author = NEW.author AND OLD.person IS NEW.person
        AND OLD.changed = NEW.changed AND OLD.meeting_body = NEW.meeting_body
        AND OLD.meeting_date = NEW.meeting_date AND OLD.meeting_item = NEW.meeting_item
        AND OLD.sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER version_replaced_was_approved BEFORE UPDATE OF status ON version
WHEN NEW.status = 'erstattet' AND OLD.status NOT IN ('godkendt', 'erstattet')
BEGIN SELECT RAISE(ABORT, 'only an approved version can be replaced'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER version_approved_is_kept BEFORE DELETE ON version
WHEN OLD.status IN ('godkendt', 'erstattet')
BEGIN SELECT RAISE(ABORT, 'an approved version is never deleted'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER block_approved_insert BEFORE INSERT ON block
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER block_approved_update BEFORE UPDATE ON block
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER block_approved_delete BEFORE DELETE ON block
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_approved_insert BEFORE INSERT ON point
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_approved_update BEFORE UPDATE ON point
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_approved_delete BEFORE DELETE ON point
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_requirement_approved_insert BEFORE INSERT ON point_requirement
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_requirement_approved_update BEFORE UPDATE ON point_requirement
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_requirement_approved_delete BEFORE DELETE ON point_requirement
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER note_approved_insert BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER note_approved_update BEFORE UPDATE ON note
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER note_approved_delete BEFORE DELETE ON note
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- Shown to every program that opens the file, and checked before it is opened.
PRAGMA user_version = 1;
