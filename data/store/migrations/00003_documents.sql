-- Every kind of document is one document with its versions, as the strategy is.
-- A later area adds its kind to document_kind and has all that the strategy has.

-- +goose Up

DROP INDEX document_one_strategy;
CREATE UNIQUE INDEX document_one_of_a_kind ON document (kind);

-- A note may say only who made a change, as a Word file tells it.

CREATE TABLE note_of_now (
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
    CHECK (class <> '' OR reason <> '' OR point IS NOT NULL OR author <> '')
) STRICT;

INSERT INTO note_of_now SELECT id, version, block, after, from_word, to_word, through, act, text,
    class, reason, point, author, at FROM note;
DROP TABLE note; -- its triggers go with it
ALTER TABLE note_of_now RENAME TO note;

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

-- A place of a draft that two people changed and nobody has settled yet: content
-- is the texts of both as compressed JSON. An approved version has none.
CREATE TABLE dispute (
    id      INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    rival   TEXT    NOT NULL DEFAULT '',
    content BLOB    NOT NULL
) STRICT;

CREATE INDEX dispute_version ON dispute (version);

-- +goose StatementBegin
CREATE TRIGGER version_undisputed BEFORE UPDATE OF status ON version
WHEN NEW.status IN ('fremsendt', 'godkendt') AND OLD.status NOT IN ('godkendt', 'erstattet')
    AND EXISTS (SELECT 1 FROM dispute WHERE version = OLD.id)
BEGIN SELECT RAISE(ABORT, 'what is disputed is settled first'); END;
-- +goose StatementEnd

PRAGMA user_version = 3;
