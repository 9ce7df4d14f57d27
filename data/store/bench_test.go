package store

import (
	"path/filepath"
	"testing"
)

// pages300 is about how many blocks 300 pages have.
const pages300 = 3000

func BenchmarkSaveRevision300Pages(b *testing.B) {
	s, r := saved(b, pages300)
	for b.Loop() {
		ok(b, s.SaveRevision(b.Context(), r))
	}
}

func BenchmarkLoadRevision300Pages(b *testing.B) {
	s, _ := saved(b, pages300)
	for b.Loop() {
		must(s.Revision(b.Context()))(b)
	}
}

// One word typed in the middle of 300 pages, and saved.
func BenchmarkSaveOneWord300Pages(b *testing.B) {
	s, r := saved(b, pages300)
	blocks := r.Draft.Blocks
	for b.Loop() {
		blocks[pages300/2].Text += " ord"
		must(s.SaveDraftBlocks(b.Context(), blocks, mette))(b)
	}
}

func BenchmarkOpen300Pages(b *testing.B) {
	s, _ := saved(b, pages300)
	ok(b, s.Close())
	for b.Loop() {
		ok(b, must(Open(b.Context(), s.path, quick(Options{})))(b).Close())
	}
}

func BenchmarkBackup300Pages(b *testing.B) {
	s, _ := saved(b, pages300)
	dst := filepath.Join(b.TempDir(), "kopi.synlig")
	for b.Loop() {
		ok(b, s.Backup(b.Context(), dst, true))
	}
}

// What the change feed costs each time it asks.
func BenchmarkPoll(b *testing.B) {
	s, _ := saved(b, 10)
	for b.Loop() {
		s.dataVersion(b.Context())
	}
}
