-- What the committee decides: alternatives among the points, the outcome of
-- each, the text that lay before the meeting, and what was not adopted.

-- +goose Up

-- Of the points with the same choice at most one can be adopted.
CREATE TABLE point_choice (
    version INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    choice  INTEGER NOT NULL CHECK (choice >= 1),
    PRIMARY KEY (version, number),
    FOREIGN KEY (version, number) REFERENCES point (version, number) ON DELETE CASCADE
) STRICT;

CREATE TABLE outcome (
    version INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    outcome TEXT    NOT NULL CHECK (outcome IN ('vedtaget', 'forkastet', 'udsat')),
    PRIMARY KEY (version, number),
    FOREIGN KEY (version, number) REFERENCES point (version, number) ON DELETE CASCADE
) STRICT;

-- The text as it was submitted, where the approved one is another. content is
-- the blocks as compressed JSON.
CREATE TABLE proposal (
    version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    sha256  TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    content BLOB    NOT NULL
) STRICT;

-- A change that was not adopted when version was approved, tied to its place in
-- that version's text. Anybody may take it up or put it away.
CREATE TABLE suggestion (
    id        INTEGER NOT NULL PRIMARY KEY,
    version   INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    block     TEXT    NOT NULL,
    after     INTEGER NOT NULL CHECK (after IN (0, 1)),
    from_word INTEGER NOT NULL CHECK (from_word >= 0),
    to_word   INTEGER NOT NULL CHECK (to_word >= 0 AND (to_word >= from_word OR through <> '')),
    through   TEXT    NOT NULL DEFAULT '',
    act       INTEGER NOT NULL DEFAULT 0 CHECK (act BETWEEN 0 AND 6), -- redline.Action
    text      TEXT    NOT NULL DEFAULT '',
    class     TEXT    NOT NULL DEFAULT '' CHECK (class IN ('', 'redaktionel', 'indholdsmæssig', 'struktur')),
    reason    TEXT    NOT NULL DEFAULT '',
    author    TEXT    NOT NULL DEFAULT '',
    at        TEXT    NOT NULL DEFAULT '',
    old       TEXT    NOT NULL DEFAULT '',
    new       TEXT    NOT NULL DEFAULT '',
    outcome   TEXT    NOT NULL CHECK (outcome IN ('forkastet', 'udsat')),
    point     INTEGER NOT NULL DEFAULT 0 CHECK (point >= 0), -- its number at the meeting
    asked     TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX suggestion_version ON suggestion (version);

-- kladde → fremsendt → godkendt → erstattet, and back from fremsendt to kladde.

-- +goose StatementBegin
CREATE TRIGGER version_submitted_first BEFORE UPDATE OF status ON version
WHEN NEW.status = 'godkendt' AND OLD.status NOT IN ('fremsendt', 'godkendt')
BEGIN SELECT RAISE(ABORT, 'only a submitted version can be approved'); END;
-- +goose StatementEnd

-- A meeting that decided one point decided them all.

-- +goose StatementBegin
CREATE TRIGGER version_fully_decided BEFORE UPDATE OF status ON version
WHEN NEW.status = 'godkendt' AND OLD.status <> 'godkendt'
    AND EXISTS (SELECT 1 FROM outcome WHERE version = OLD.id)
    AND (EXISTS (SELECT 1 FROM point WHERE version = OLD.id
            AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.version = point.version AND outcome.number = point.number))
        OR NOT EXISTS (SELECT 1 FROM outcome WHERE version = OLD.id AND outcome = 'vedtaget'))
BEGIN SELECT RAISE(ABORT, 'every point has an outcome, and one is adopted'); END;
-- +goose StatementEnd

-- What is not adopted cannot carry what is.

-- +goose StatementBegin
CREATE TRIGGER version_decided_soundly BEFORE UPDATE OF status ON version
WHEN NEW.status = 'godkendt' AND OLD.status <> 'godkendt'
    AND (EXISTS (SELECT 1 FROM point_requirement
            JOIN outcome ours ON ours.version = point_requirement.version AND ours.number = point_requirement.number
            JOIN outcome theirs ON theirs.version = point_requirement.version AND theirs.number = point_requirement.requires
            WHERE point_requirement.version = OLD.id AND ours.outcome = 'vedtaget' AND theirs.outcome <> 'vedtaget')
        OR EXISTS (SELECT 1 FROM point_choice
            JOIN outcome ON outcome.version = point_choice.version AND outcome.number = point_choice.number
            WHERE point_choice.version = OLD.id AND outcome.outcome = 'vedtaget'
            GROUP BY point_choice.choice HAVING count(*) > 1))
BEGIN SELECT RAISE(ABORT, 'adopted points need each other, or exclude each other'); END;
-- +goose StatementEnd

-- What belongs to an approved version never changes. Suggestions are for the
-- next one.

-- +goose StatementBegin
CREATE TRIGGER point_choice_approved_insert BEFORE INSERT ON point_choice
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_choice_approved_update BEFORE UPDATE ON point_choice
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER point_choice_approved_delete BEFORE DELETE ON point_choice
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER outcome_approved_insert BEFORE INSERT ON outcome
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER outcome_approved_update BEFORE UPDATE ON outcome
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER outcome_approved_delete BEFORE DELETE ON outcome
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER proposal_approved_insert BEFORE INSERT ON proposal
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER proposal_approved_update BEFORE UPDATE ON proposal
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version, NEW.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER proposal_approved_delete BEFORE DELETE ON proposal
WHEN EXISTS (SELECT 1 FROM version WHERE id IN (OLD.version) AND status IN ('godkendt', 'erstattet'))
BEGIN SELECT RAISE(ABORT, 'an approved version never changes'); END;
-- +goose StatementEnd

PRAGMA user_version = 2;
