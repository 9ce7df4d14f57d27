-- The link library: the pages that posts lead to, what came back when they were
-- last asked for, and the cards that were fetched for addresses.

-- +goose Up

CREATE TABLE link (
    id      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- no id is used twice: undo puts a page back under its own
    title   TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    address TEXT    NOT NULL UNIQUE CHECK ((address GLOB 'http://?*' OR address GLOB 'https://?*') AND length(address) <= 8000),
    topic   TEXT    NOT NULL DEFAULT '' CHECK (length(topic) <= 300),
    words   TEXT    NOT NULL DEFAULT '' CHECK (length(words) <= 2000)
) STRICT;

-- By address and not by link: a post may lead to a page outside the library.
CREATE TABLE link_answer (
    address          TEXT    NOT NULL PRIMARY KEY CHECK (address GLOB 'http://?*' OR address GLOB 'https://?*'),
    checked          TEXT    NOT NULL CHECK (checked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    verdict          TEXT    NOT NULL CHECK (verdict IN ('ok', 'moved', 'soft', 'dead', 'unknown')),
    reason           TEXT    NOT NULL DEFAULT '',
    detail           TEXT    NOT NULL DEFAULT '',
    status           INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 999),
    moved_to         TEXT    NOT NULL DEFAULT '',
    title            TEXT    NOT NULL DEFAULT '',
    fragment_missing INTEGER NOT NULL DEFAULT 0 CHECK (fragment_missing IN (0, 1)),
    secure           TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE link_card (
    address     TEXT NOT NULL PRIMARY KEY CHECK (address GLOB 'http://?*' OR address GLOB 'https://?*'),
    title       TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    image       TEXT NOT NULL DEFAULT '',
    site        TEXT NOT NULL DEFAULT '',
    canonical   TEXT NOT NULL DEFAULT '',
    fetched     TEXT NOT NULL CHECK (fetched GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

PRAGMA user_version = 5;
