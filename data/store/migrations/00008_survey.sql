-- The awareness survey: surveys and their waves, the profiles that files are
-- imported by, the departments' staff numbers, and what people said of the
-- free texts.

-- +goose Up

CREATE TABLE survey (
    id      INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title   TEXT    NOT NULL CHECK (trim(title) <> '' AND length(title) <= 200),
    created TEXT    NOT NULL CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))
) STRICT;

-- "rows" and invited are 0 where they are not known. department is the position
-- of the question that says where a respondent works, -1 for none; staff is a
-- JSON list of the departments' sizes in the order of its answers. weights are
-- packed as survey_question's data are, or empty.
CREATE TABLE survey_wave (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    survey      INTEGER NOT NULL REFERENCES survey (id) ON DELETE CASCADE,
    title       TEXT    NOT NULL CHECK (length(title) <= 200),
    day         TEXT    NOT NULL DEFAULT '' CHECK (day = '' OR day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    "rows"      INTEGER NOT NULL CHECK ("rows" >= 0),
    invited     INTEGER NOT NULL CHECK (invited >= 0),
    respondents INTEGER NOT NULL CHECK (respondents > 0),
    department  INTEGER NOT NULL DEFAULT -1 CHECK (department >= -1),
    staff       TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(staff)),
    weights     BLOB    NOT NULL DEFAULT x'',
    aggregated  INTEGER NOT NULL DEFAULT 0 CHECK (aggregated IN (0, 1)),
    saved       TEXT    NOT NULL CHECK (saved GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX survey_wave_survey ON survey_wave (survey, day);

-- One question with everybody's answers in one piece: question is JSON, data
-- the cells column by column, packed. Free texts are masked before they come
-- here.
CREATE TABLE survey_question (
    wave     INTEGER NOT NULL REFERENCES survey_wave (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    id       TEXT    NOT NULL CHECK (id <> ''),
    question TEXT    NOT NULL CHECK (json_valid(question)),
    data     BLOB    NOT NULL,
    PRIMARY KEY (wave, position),
    UNIQUE (wave, id)
) STRICT, WITHOUT ROWID;

-- What somebody calls a free text. The text itself is named by its hash, so
-- that a tag says nothing of who wrote it.
CREATE TABLE survey_tag (
    wave     INTEGER NOT NULL,
    question TEXT    NOT NULL,
    text     TEXT    NOT NULL CHECK (length(text) = 64 AND text NOT GLOB '*[^0-9a-f]*'),
    tag      TEXT    NOT NULL CHECK (trim(tag) <> '' AND length(tag) <= 60),
    PRIMARY KEY (wave, question, text, tag),
    FOREIGN KEY (wave, question) REFERENCES survey_question (wave, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What in two waves is the same, as JSON.
CREATE TABLE survey_mapping (
    earlier INTEGER NOT NULL REFERENCES survey_wave (id) ON DELETE CASCADE,
    later   INTEGER NOT NULL REFERENCES survey_wave (id) ON DELETE CASCADE,
    mapping TEXT    NOT NULL CHECK (json_valid(mapping)),
    PRIMARY KEY (earlier, later),
    CHECK (earlier <> later)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_mapping_later ON survey_mapping (later);

CREATE TABLE survey_profile (
    name    TEXT NOT NULL PRIMARY KEY CHECK (trim(name) <> '' AND length(name) <= 100),
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_frame (
    name    TEXT NOT NULL PRIMARY KEY CHECK (trim(name) <> '' AND length(name) <= 100),
    staff   TEXT NOT NULL CHECK (json_valid(staff)),
    changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 8;
