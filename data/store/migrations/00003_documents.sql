-- Every kind of document is one document with its versions, as the strategy is.
-- A later area adds its kind to document_kind and has all that the strategy has.

-- +goose Up

DROP INDEX document_one_strategy;
CREATE UNIQUE INDEX document_one_of_a_kind ON document (kind);

PRAGMA user_version = 3;
