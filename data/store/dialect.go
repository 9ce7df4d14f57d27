package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// All that only SQLite knows stands in this file, in inspect.go, in copy.go and
// in the migrations. Queries elsewhere are portable: numbered parameters, ON
// CONFLICT, RETURNING.

// applicationID marks a SQLite file as a workspace: "Synl" in ASCII, at byte 68
// of the header (https://www.sqlite.org/fileformat2.html#application_id).
const applicationID = 0x53796e6c

// objects are the tables, indexes and triggers that must be there for a file of
// the newest version to be whole. A test holds it against the migrations.
var objects = strings.Fields(`
	setting person person_initials document_kind document document_one_of_a_kind
	version version_one_draft version_one_approved block snapshot point
	point_requirement note
	version_starts_open version_approved_stays version_replaced_was_approved
	version_approved_is_kept
	block_approved_insert block_approved_update block_approved_delete
	point_approved_insert point_approved_update point_approved_delete
	point_requirement_approved_insert point_requirement_approved_update
	point_requirement_approved_delete
	note_approved_insert note_approved_update note_approved_delete
	point_choice outcome proposal suggestion suggestion_version
	version_submitted_first version_fully_decided version_decided_soundly
	point_choice_approved_insert point_choice_approved_update point_choice_approved_delete
	outcome_approved_insert outcome_approved_update outcome_approved_delete
	proposal_approved_insert proposal_approved_update proposal_approved_delete
	dispute dispute_version version_undisputed
	word_list
	link link_answer link_card
	post_image post post_state post_planned post_published post_when post_address
	post_approval post_approval_post post_event post_event_post post_note post_note_post
	post_amendment post_amendment_post post_time post_time_post post_figure post_suffix
	post_words post_words_content post_words_segments post_words_segdir post_words_stat
	post_starts_open post_approved_stays post_approval_is_of_these_words post_author_stays
	post_published_stays post_published_is_kept post_image_stays post_image_in_use_is_kept
	post_approval_starts_true post_approval_stays post_approval_is_kept
	post_event_stays post_event_is_kept post_amendment_starts_true
	post_amendment_stays post_amendment_is_kept
	moderation_edition moderation_case moderation_case_state moderation_case_open moderation_case_owner
	moderation_case_deadline moderation_case_forget moderation_case_sha256 moderation_case_question moderation_case_alias
	moderation_case_received moderation_word moderation_word_case moderation_action
	moderation_action_case moderation_action_at moderation_action_block moderation_profile
	moderation_objection moderation_objection_case moderation_objection_received
	moderation_objection_one_open moderation_note moderation_note_case moderation_picture
	moderation_picture_case moderation_time moderation_time_case moderation_time_day
	moderation_presence moderation_duty moderation_duty_day moderation_attachment moderation_log
	moderation_log_case moderation_log_content moderation_log_grows moderation_log_stays
	moderation_log_is_kept moderation_log_content_grows moderation_log_content_stays
	moderation_log_content_is_kept moderation_edition_stays moderation_edition_is_kept
	moderation_case_starts_new moderation_case_is_kept moderation_case_stays_forgotten
	moderation_case_forgets_all moderation_action_starts_undone moderation_action_stays
	moderation_action_is_kept moderation_objection_other_hand moderation_objection_starts_open
	moderation_objection_stays moderation_objection_is_kept
	survey survey_wave survey_wave_survey survey_question survey_tag survey_mapping
	survey_mapping_later survey_profile survey_frame`)

// journal is how SQLite keeps a transaction whole.
type journal string

// WAL lets readers go on while somebody writes, but needs memory shared by all
// programs, which a network volume has not and does not say so
// (https://www.sqlite.org/wal.html). The rollback journal works everywhere.
const (
	wal      journal = "WAL"
	rollback journal = "DELETE"
)

// connector opens connections to one file in one way. It keeps the settings
// beside the database handle and not in the driver's global registry.
type connector struct{ dsn string }

// hardened are settings without a place in the DSN: the file may come from
// elsewhere, so functions in its schema are not trusted, and damage is looked
// for as pages are read.
const hardened = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON"

// Connect opens one connection.
func (c connector) Connect(context.Context) (driver.Conn, error) { return c.Driver().Open(c.dsn) }

// Driver is the SQLite driver with our settings for each connection.
func (c connector) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(conn *sqlite3.SQLiteConn) error {
		_, err := conn.Exec(hardened, nil)
		return err
	}}
}

// pragmas are settings of a connection, in the DSN's own words.
type pragmas map[string]string

// connect opens path. It touches the file only when the first query comes.
func connect(path string, busy time.Duration, settings pragmas) *sql.DB {
	query := url.Values{
		"mode":                {"rw"}, // never make a file by opening it
		"_busy_timeout":       {strconv.FormatInt(busy.Milliseconds(), 10)},
		"_foreign_keys":       {"on"},
		"_recursive_triggers": {"on"}, // so that REPLACE asks the triggers too
		"_secure_delete":      {"on"}, // deleted text is gone from the file
		"_stmt_cache_size":    {"32"},
	}
	for name, value := range settings {
		query.Set(name, value)
	}
	return sql.OpenDB(connector{dsn(path) + "?" + query.Encode()})
}

// dsn writes path as a file: address (https://www.sqlite.org/uri.html), also for
// a Windows drive ("C:\a" → "file:///C:/a") and share.
func dsn(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath()
}

// openWriter opens the one connection that writes. Its transactions take the
// write lock at once (IMMEDIATE), so that none fails half-way for want of it.
func openWriter(path string, busy time.Duration, mode journal) *sql.DB {
	settings := pragmas{"_txlock": "immediate", "_journal_mode": string(mode), "_synchronous": "FULL"}
	if mode == rollback {
		settings["_synchronous"] = "EXTRA" // the folder too, for the journal's removal
	}
	db := connect(path, busy, settings)
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	return db
}

// openReaders opens a small pool that can only read. It is query_only and not
// mode=ro: a reader must be able to roll back what a crashed program left.
func openReaders(path string, busy time.Duration) *sql.DB {
	db := connect(path, busy, pragmas{"_query_only": "on"})
	db.SetMaxOpenConns(4)
	db.SetMaxIdleConns(4)
	return db
}

// ask is the single answer of a pragma or a short query.
func ask[T any](ctx context.Context, db querier, query string, args ...any) (T, error) {
	var answer T
	err := db.QueryRowContext(ctx, query, args...).Scan(&answer)
	return answer, err
}

// querier is what *sql.DB, *sql.Conn and *sql.Tx have in common for reading.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}
