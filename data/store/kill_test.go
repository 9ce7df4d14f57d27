package store

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"synlig/data/document"
	"synlig/data/strategy"
)

// The child of TestKill is this test program once more, with its job in the
// environment: "what|journal|workspace|backups".
const childJob = "SYNLIG_STORE_TEST_JOB"

func TestMain(m *testing.M) {
	if job := os.Getenv(childJob); job != "" {
		work(strings.Split(job, "|"))
	}
	os.Exit(m.Run())
}

// work does its job over and over and tells after each round, until it is
// killed. An error ends it, which the parent takes for a failure.
func work(job []string) {
	ctx := context.Background()
	what, path, folder := job[0], job[2], job[3]
	options := Options{NoBackup: true, local: func(string) bool { return job[1] == "wal" }}
	var do func(n int) error
	switch s, err := Open(ctx, path, options); {
	case err != nil:
		do = func(int) error { return err }
	case what == "write":
		do = func(n int) error { return s.SaveRevision(ctx, numbered(n%2)) }
	case what == "moderate":
		do = moderate(ctx, s)
	case what == "post":
		do = func(n int) error { return walkPost(ctx, s, n) }
	case what == "backup":
		do = func(int) error { return s.Backup(ctx, filepath.Join(folder, "kopi.synlig"), true) }
	case what == "restore":
		do = func(n int) error {
			return Restore(ctx, filepath.Join(folder, fmt.Sprintf("%d.synlig", n%2)), path, options)
		}
	}
	for n := 0; ; n++ {
		if err := do(n); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("ready")
	}
}

// numbered is a revision whose every block says which of two it is.
func numbered(n int) strategy.Revision {
	r := strategy.Revision{Title: "Strategi", Draft: document.Version{Number: 1, Status: document.Draft, Blocks: text(300)}}
	for i := range r.Draft.Blocks {
		r.Draft.Blocks[i].Text = fmt.Sprintf("Udgave %d. %s", n, strings.Repeat("Borgere skal kunne læse det. ", 10))
		r.Draft.Blocks[i].Spans = nil
	}
	return r
}

// A program that is killed in the middle of writing, backing up or restoring
// leaves a workspace that opens, and that is the one state or the other.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills programs")
	}
	for _, what := range []string{"write", "backup", "restore"} {
		for _, mode := range []journal{wal, rollback} {
			t.Run(what+"/"+string(mode), func(t *testing.T) {
				volume := mode == wal
				options := Options{local: func(string) bool { return volume }}
				path, folder := place(t), t.TempDir()
				s := create(t, path, options)
				for n := range 2 {
					ok(t, s.SaveRevision(t.Context(), numbered(n)))
					ok(t, s.Backup(t.Context(), filepath.Join(folder, fmt.Sprintf("%d.synlig", n)), false))
				}
				ok(t, s.Close())
				for round := range 5 {
					busy := path + map[journal]string{wal: "-wal", rollback: "-journal"}[mode]
					if what == "backup" {
						busy = filepath.Join(folder, ".synlig-*.tmp")
					}
					killAfter(t, 1+round%3, round, busy,
						strings.Join([]string{what, strings.ToLower(string(mode)), path, folder}, "|"))
					wantIntact(t, path, options)
					if what == "backup" {
						wantIntact(t, filepath.Join(folder, "kopi.synlig"), options)
					}
				}
				for _, b := range must(Backups(path))(t) {
					wantIntact(t, b.Path, options)
				}
			})
		}
	}
}

// killAfter starts the job and kills it in the round after the given one:
// when a file like busy shows that it is in the middle of something, and a
// moment of work later. The two only vary where it is hit.
func killAfter(t *testing.T, rounds, moment int, busy, job string) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childJob+"="+job)
	out := must(child.StdoutPipe())(t)
	ok(t, child.Start())
	blocks := text(100)
	lines := bufio.NewScanner(out)
	for range rounds {
		if !lines.Scan() || lines.Text() != "ready" {
			t.Errorf("the child stopped by itself: %q", lines.Text())
			break
		}
	}
	for range 10_000 {
		if found, _ := filepath.Glob(busy); found != nil {
			break
		}
	}
	for range moment { // a tenth of a millisecond of work each
		document.Hash(blocks)
	}
	ok(t, child.Process.Kill())
	for lines.Scan() { // drain, so that Wait may close the pipe
	}
	if err := child.Wait(); err == nil {
		t.Error("the child was not killed")
	}
}

func wantIntact(t *testing.T, path string, options Options) {
	t.Helper()
	s, err := Open(t.Context(), path, quick(options))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := s.Revision(t.Context()) // checks the hash
	if err != nil {
		t.Fatal(err)
	}
	if h := got.Draft.Hash(); h != numbered(0).Draft.Hash() && h != numbered(1).Draft.Hash() {
		t.Errorf("half of one and half of the other: %d blocks", len(got.Draft.Blocks))
	}
}
