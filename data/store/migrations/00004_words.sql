-- The word lists that the office has made its own. A list that is not here is
-- the program's.

-- +goose Up

CREATE TABLE word_list (
    name    TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 40),
    text    TEXT NOT NULL CHECK (length(text) <= 1000000), -- as written, with comments
    changed TEXT NOT NULL CHECK (changed GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T*Z')
) STRICT;

PRAGMA user_version = 4;
