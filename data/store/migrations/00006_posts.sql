-- Posts on Facebook: their words, who approved them, when they are planned,
-- what was published and what came of it.

-- +goose Up

-- A picture as it is kept: written anew, so without EXIF and GPS. id is the
-- SHA-256 of content in hex.
CREATE TABLE post_image (
    id        TEXT    NOT NULL PRIMARY KEY CHECK (length(id) = 64 AND id NOT GLOB '*[^0-9a-f]*'),
    type      TEXT    NOT NULL CHECK (type IN ('image/jpeg', 'image/png')),
    width     INTEGER NOT NULL CHECK (width > 0),
    height    INTEGER NOT NULL CHECK (height > 0),
    content   BLOB    NOT NULL,
    thumbnail BLOB    NOT NULL
) STRICT;

-- AUTOINCREMENT: the number of a post stands in addresses, and is never given
-- to another one. *_name is the name as it was then. approval is the one in
-- force; card and pictures are JSON. planned is a wish until the state is
-- planlagt. sha256 is that of text, link, card and pictures.
CREATE TABLE post (
    id             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    revision       INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    state          TEXT    NOT NULL CHECK (state IN ('idé', 'udkast', 'til godkendelse', 'godkendt', 'planlagt', 'udgivet', 'arkiveret')),
    template       TEXT    NOT NULL DEFAULT '',
    subject        TEXT    NOT NULL DEFAULT '' CHECK (length(subject) <= 200),
    text           TEXT    NOT NULL DEFAULT '',
    link           TEXT    NOT NULL DEFAULT '',
    card           TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(card)),
    pictures       TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(pictures)),
    sha256         TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    author         INTEGER NOT NULL REFERENCES person (id),
    author_name    TEXT    NOT NULL,
    submitter      INTEGER REFERENCES person (id),
    submitter_name TEXT    NOT NULL DEFAULT '',
    approval       INTEGER REFERENCES post_approval (id),
    planned        TEXT    NOT NULL DEFAULT '' CHECK (planned = '' OR planned GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    reminded       TEXT    NOT NULL DEFAULT '',
    copied         TEXT    NOT NULL DEFAULT '',
    published      TEXT    NOT NULL DEFAULT '' CHECK (published = '' OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    address        TEXT    NOT NULL DEFAULT '' CHECK (address = '' OR address GLOB 'https://*'),
    created        TEXT    NOT NULL CHECK (created GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    changed        TEXT    NOT NULL CHECK (changed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    trashed        TEXT    NOT NULL DEFAULT '',
    example        INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
    UNIQUE (id, author),
    CHECK ((state IN ('godkendt', 'planlagt', 'udgivet') OR state = 'arkiveret' AND published <> '') = (approval IS NOT NULL)),
    CHECK (state <> 'til godkendelse' OR submitter IS NOT NULL),
    CHECK (state <> 'planlagt' OR planned <> ''),
    CHECK (state <> 'udgivet' OR published <> ''),
    CHECK (published = '' OR state IN ('udgivet', 'arkiveret')),
    CHECK (address = '' OR published <> ''),
    CHECK (trashed = '' OR state IN ('idé', 'udkast', 'til godkendelse', 'arkiveret') AND published = '')
) STRICT;

CREATE INDEX post_state ON post (state, id);
CREATE INDEX post_planned ON post (planned) WHERE planned <> '';
CREATE INDEX post_published ON post (published) WHERE published <> '';
CREATE INDEX post_when ON post (CASE WHEN published <> '' THEN published ELSE planned END);
CREATE UNIQUE INDEX post_address ON post (address) WHERE address <> '';

-- Who approved exactly what. It stays when the approval falls. content is the
-- approved words as JSON, and sha256 the post's then.
CREATE TABLE post_approval (
    id            INTEGER NOT NULL PRIMARY KEY,
    post          INTEGER NOT NULL,
    author        INTEGER NOT NULL,
    submitter     INTEGER NOT NULL REFERENCES person (id),
    approver      INTEGER NOT NULL REFERENCES person (id),
    approver_name TEXT    NOT NULL CHECK (approver_name <> ''),
    at            TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    content       TEXT    NOT NULL CHECK (json_valid(content)),
    sha256        TEXT    NOT NULL,
    FOREIGN KEY (post, author) REFERENCES post (id, author) ON DELETE CASCADE,
    CHECK (approver <> author),
    CHECK (approver <> submitter)
) STRICT;

CREATE INDEX post_approval_post ON post_approval (post);

-- What happened to a post. act is '' for words that were changed; then content
-- is the words afterwards, once a minute and person at most.
CREATE TABLE post_event (
    id         INTEGER NOT NULL PRIMARY KEY,
    post       INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    at         TEXT    NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    person     INTEGER NOT NULL REFERENCES person (id),
    name       TEXT    NOT NULL,
    act        TEXT    NOT NULL,
    from_state TEXT    NOT NULL,
    to_state   TEXT    NOT NULL,
    content    TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX post_event_post ON post_event (post, id);

-- Notes to a reviewer or an author; they never become part of the text.
CREATE TABLE post_note (
    id     INTEGER NOT NULL PRIMARY KEY,
    post   INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id),
    name   TEXT    NOT NULL,
    at     TEXT    NOT NULL,
    text   TEXT    NOT NULL CHECK (text <> ''),
    done   INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;

CREATE INDEX post_note_post ON post_note (post, id);

-- Edits made on Facebook after publication.
CREATE TABLE post_amendment (
    id     INTEGER NOT NULL PRIMARY KEY,
    post   INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id),
    name   TEXT    NOT NULL,
    at     TEXT    NOT NULL,
    text   TEXT    NOT NULL,
    why    TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX post_amendment_post ON post_amendment (post, id);

-- Minutes of work, by day, so that a period can be counted.
CREATE TABLE post_time (
    id      INTEGER NOT NULL PRIMARY KEY,
    post    INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    person  INTEGER NOT NULL REFERENCES person (id),
    day     TEXT    NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    minutes INTEGER NOT NULL CHECK (minutes <> 0 AND minutes BETWEEN -1440 AND 1440)
) STRICT;

CREATE INDEX post_time_post ON post_time (post);

-- What Facebook told of a post on a day, all since it was published.
CREATE TABLE post_figure (
    post   INTEGER NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    taken  TEXT    NOT NULL CHECK (taken GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    metric TEXT    NOT NULL CHECK (metric <> ''),
    value  INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (post, taken, metric)
) STRICT, WITHOUT ROWID;

-- The words of posts for the search, in small letters, and marks for what they
-- are filtered by; marks begin with "_". post_suffix has every word and each of its ends: the inner words of
-- compounds are found as the beginnings of ends. Words no post has any more are
-- gone.
CREATE VIRTUAL TABLE post_words USING fts4 (words, marks, matchinfo=fts3, order=desc, tokenize=unicode61 "remove_diacritics=0" "tokenchars=_");
CREATE TABLE post_suffix (
    suffix TEXT NOT NULL,
    term   TEXT NOT NULL,
    PRIMARY KEY (suffix, term)
) STRICT, WITHOUT ROWID;

-- A post is approved and published by steps, and never born so.

-- +goose StatementBegin
CREATE TRIGGER post_starts_open BEFORE INSERT ON post
WHEN NEW.state NOT IN ('idé', 'udkast', 'til godkendelse')
    OR EXISTS (SELECT 1 FROM post WHERE id = NEW.id AND published <> '')
BEGIN SELECT RAISE(ABORT, 'a post starts without approval'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_approved_stays BEFORE UPDATE ON post
WHEN OLD.approval IS NOT NULL AND NEW.approval IS NOT NULL
    AND NOT (OLD.approval = NEW.approval AND OLD.text = NEW.text AND OLD.link = NEW.link
        AND OLD.pictures = NEW.pictures AND OLD.sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'approved words never change under their approval'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_approval_is_of_these_words BEFORE UPDATE ON post
WHEN NEW.approval IS NOT NULL AND OLD.approval IS NOT NEW.approval
    AND (OLD.state <> 'til godkendelse' OR OLD.sha256 <> NEW.sha256
        OR NOT EXISTS (SELECT 1 FROM post_approval WHERE id = NEW.approval AND post = NEW.id AND sha256 = NEW.sha256
            AND author = NEW.author AND submitter = OLD.submitter))
BEGIN SELECT RAISE(ABORT, 'an approval is of the words as they were submitted'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_author_stays BEFORE UPDATE OF id, author, author_name, created ON post
WHEN NOT (OLD.id = NEW.id AND OLD.author = NEW.author AND OLD.author_name = NEW.author_name AND OLD.created = NEW.created)
BEGIN SELECT RAISE(ABORT, 'who wrote a post never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_published_stays BEFORE UPDATE ON post
WHEN OLD.published <> '' AND NOT (NEW.published = OLD.published AND NEW.state IN ('udgivet', 'arkiveret')
    AND OLD.text = NEW.text AND OLD.link = NEW.link AND OLD.card = NEW.card AND OLD.pictures = NEW.pictures
    AND OLD.sha256 = NEW.sha256 AND OLD.approval IS NEW.approval AND OLD.template = NEW.template
    AND (OLD.address = NEW.address OR OLD.address = ''))
BEGIN SELECT RAISE(ABORT, 'published words never change'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_published_is_kept BEFORE DELETE ON post
WHEN OLD.published <> ''
BEGIN SELECT RAISE(ABORT, 'a published post is never deleted'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_image_stays BEFORE UPDATE ON post_image
BEGIN SELECT RAISE(ABORT, 'a picture is named by its bytes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_image_in_use_is_kept BEFORE DELETE ON post_image
WHEN EXISTS (SELECT 1 FROM post, json_each(post.pictures) WHERE json_extract(json_each.value, '$.id') = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a picture in use is kept'); END;
-- +goose StatementEnd

-- What was recorded stays, as long as the post does.

-- +goose StatementBegin
CREATE TRIGGER post_approval_starts_true BEFORE INSERT ON post_approval
WHEN NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post AND state = 'til godkendelse' AND sha256 = NEW.sha256
        AND submitter = NEW.submitter AND trashed = '')
    OR EXISTS (SELECT 1 FROM post_approval WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an approval is of the words as they were submitted'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_approval_stays BEFORE UPDATE ON post_approval
BEGIN SELECT RAISE(ABORT, 'an approval never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_approval_is_kept BEFORE DELETE ON post_approval
WHEN EXISTS (SELECT 1 FROM post WHERE id = OLD.post)
BEGIN SELECT RAISE(ABORT, 'an approval is kept as long as its post'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_event_stays BEFORE UPDATE ON post_event
WHEN OLD.act <> '' OR NEW.act <> '' OR OLD.post <> NEW.post OR OLD.person <> NEW.person
    OR EXISTS (SELECT 1 FROM post WHERE id = OLD.post AND published <> '')
BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_event_is_kept BEFORE DELETE ON post_event
WHEN EXISTS (SELECT 1 FROM post WHERE id = OLD.post)
BEGIN SELECT RAISE(ABORT, 'what happened is kept as long as its post'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_amendment_starts_true BEFORE INSERT ON post_amendment
WHEN NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post AND published <> '')
    OR EXISTS (SELECT 1 FROM post_amendment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'only what was published is edited on Facebook'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_amendment_stays BEFORE UPDATE ON post_amendment
BEGIN SELECT RAISE(ABORT, 'what happened never changes'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER post_amendment_is_kept BEFORE DELETE ON post_amendment
WHEN EXISTS (SELECT 1 FROM post WHERE id = OLD.post)
BEGIN SELECT RAISE(ABORT, 'what happened is kept as long as its post'); END;
-- +goose StatementEnd

PRAGMA user_version = 6;
