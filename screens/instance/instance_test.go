package instance

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// folder is short enough for a socket, whatever the test's name.
func folder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "synlig")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

func seat(t *testing.T, folder string) *Seat {
	t.Helper()
	s := New(folder)
	t.Cleanup(s.Close)
	return s
}

func TestTheSecondStartBringsTheFirstForward(t *testing.T) {
	seats := folder(t)
	file := filepath.Join(t.TempDir(), "Årets sager.synlig")
	first := seat(t, seats)
	if first.Claim(file) {
		t.Fatal("the first start found another")
	}
	var fronts atomic.Int32
	first.Front(func() { fronts.Add(1) })
	for i := range int32(3) {
		if !seat(t, seats).Claim(file) {
			t.Fatal("a later start did not find the first")
		}
		if fronts.Load() != i+1 {
			t.Fatalf("the window came forward %d times after %d starts", fronts.Load(), i+1)
		}
	}
	if other := filepath.Join(t.TempDir(), "andet.synlig"); seat(t, seats).Claim(other) {
		t.Error("another workspace counts as the same")
	}
	if first.Claim(file) {
		t.Error("the first asked itself")
	}
}

// TestWhileTheWindowIsOnItsWay is an impatient double double-click.
func TestWhileTheWindowIsOnItsWay(t *testing.T) {
	seats, file := folder(t), filepath.Join(t.TempDir(), "a.synlig")
	seat(t, seats).Claim(file)
	if !seat(t, seats).Claim(file) {
		t.Error("a second window opens while the first is being made")
	}
}

func TestEveryWayToWriteAPath(t *testing.T) {
	place := t.TempDir()
	long := filepath.Join(place, "Mødesager & æøå", strings.Repeat("lang", 40))
	if err := os.MkdirAll(long, 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(long, "Strategi 100 % #1?.synlig")
	if runtime.GOOS == "windows" {
		file = filepath.Join(long, "Strategi.synlig")
	}
	os.WriteFile(file, nil, 0o644)
	seats := folder(t)
	seat(t, seats).Claim(file)
	t.Chdir(long)
	same := map[string]string{
		"relative":   filepath.Base(file),
		"roundabout": filepath.Join("..", filepath.Base(long), ".", filepath.Base(file)),
	}
	link := filepath.Join(place, "genvej.synlig")
	if err := os.Symlink(file, link); err != nil {
		t.Logf("no links here: %v", err)
	} else {
		same["link"] = link
	}
	linked := filepath.Join(place, "mappe")
	if os.Symlink(long, linked) == nil {
		same["link to the folder"] = filepath.Join(linked, filepath.Base(file))
	}
	for name, path := range same {
		if !seat(t, seats).Claim(path) {
			t.Errorf("%s: %s counts as another workspace", name, path)
		}
	}
	// A file that is gone is known by where it was, also through a link.
	if nameOf(filepath.Join(long, "væk.synlig")) != nameOf(filepath.Join(linked, "væk.synlig")) {
		t.Error("a missing file has two names")
	}
}

func TestFollowMovesTheSeat(t *testing.T) {
	seats, place := folder(t), t.TempDir()
	a, b := filepath.Join(place, "a.synlig"), filepath.Join(place, "b.synlig")
	first := seat(t, seats)
	first.Claim(a)
	if err := first.Follow(b); err != nil {
		t.Fatal(err)
	}
	second := seat(t, seats)
	if second.Claim(a) {
		t.Error("the window has left, and still holds the seat")
	}
	if !seat(t, seats).Claim(b) {
		t.Error("the window's new workspace is not held")
	}
	if err := first.Follow(a); err != errTaken {
		t.Errorf("a taken seat gave %v", err)
	}
	if seat(t, seats).Claim(b) {
		t.Error("the seat before was not given up")
	}
}

func TestCloseGivesTheSeatUp(t *testing.T) {
	seats, file := folder(t), filepath.Join(t.TempDir(), "a.synlig")
	first := seat(t, seats)
	first.Claim(file)
	first.Close()
	first.Close()
	second := seat(t, seats)
	if second.Claim(file) {
		t.Error("a closed seat is held")
	}
	if sockets, _ := filepath.Glob(filepath.Join(seats, "*.sock")); len(sockets) != 1 {
		t.Errorf("sockets: %v", sockets)
	}
}

// TestNoAnswer is a window that hangs: after the time the second start opens
// normally.
func TestNoAnswer(t *testing.T) {
	seats, file := folder(t), filepath.Join(t.TempDir(), "a.synlig")
	first, release := seat(t, seats), make(chan struct{})
	t.Cleanup(func() { close(release) })
	first.Claim(file)
	first.Front(func() { <-release })
	second := seat(t, seats)
	second.patience = 50 * time.Millisecond
	if second.Claim(file) {
		t.Error("a window that hangs counts as one that came forward")
	}
}

// TestStrangerOnTheSocket is one who says something else: no answer, no harm.
func TestStrangerOnTheSocket(t *testing.T) {
	seats, file := folder(t), filepath.Join(t.TempDir(), "a.synlig")
	first := seat(t, seats)
	first.Front(func() { t.Error("the window came forward for a stranger") })
	first.Claim(file)
	for _, words := range []string{"frontal\n", strings.Repeat("x", 1000), "\n"} {
		c, err := net.Dial("unix", first.address(nameOf(file)))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(c, words)
		var answer []byte
		for one := make([]byte, 1); ; {
			n, err := c.Read(one)
			answer = append(answer, one[:n]...)
			if err != nil {
				break
			}
		}
		if strings.Contains(string(answer), done) {
			t.Errorf("%q was answered with %q", words, answer)
		}
		c.Close()
	}
}

func TestOnlyTheUserMayEnter(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows keeps the folder by the rights of the user's profile, not by mode bits")
	}
	seats := filepath.Join(folder(t), "synlig")
	os.Mkdir(seats, 0o777)
	seat(t, seats).Claim("a.synlig")
	if info, err := os.Stat(seats); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	entries, _ := os.ReadDir(seats)
	for _, entry := range entries {
		if strings.Contains(entry.Name(), "a.synlig") {
			t.Errorf("%s tells the workspace's name", entry.Name())
		}
	}
}

// TestWithoutAFolder opens normally where there is nowhere to put a socket.
func TestWithoutAFolder(t *testing.T) {
	taken := filepath.Join(folder(t), "fil")
	os.WriteFile(taken, nil, 0o644)
	for name, seats := range map[string]string{
		"none": "", "too long": filepath.Join(folder(t), strings.Repeat("x", 100)), "a file in its place": taken,
	} {
		for range 2 {
			if seat(t, seats).Claim("a.synlig") {
				t.Errorf("%s: found another", name)
			}
		}
	}
}

func TestFolder(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"} {
		t.Setenv(name, home)
	}
	t.Setenv("XDG_RUNTIME_DIR", "relative/folders/do/not/count")
	if got := Folder(); !strings.HasPrefix(got, home) {
		t.Error(got)
	}
	run := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", run)
	if got := Folder(); runtime.GOOS != "windows" && got != filepath.Join(run, "synlig") {
		t.Error(got)
	}
}

// TestKilled is a program that ended without a word: its seat is free at once,
// although its socket still stands there.
func TestKilled(t *testing.T) {
	if file := os.Getenv("SYNLIG_TEST_SEAT"); file != "" {
		if New(os.Getenv("SYNLIG_TEST_SEATS")).Claim(file) {
			os.Exit(3)
		}
		fmt.Println("seated")
		select {}
	}
	seats, file := folder(t), filepath.Join(t.TempDir(), "a.synlig")
	first := exec.Command(os.Args[0], "-test.run", "^TestKilled$")
	first.Env = append(os.Environ(), "SYNLIG_TEST_SEAT="+file, "SYNLIG_TEST_SEATS="+seats)
	out, err := first.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	if word, err := line(out); err != nil || word != "seated" {
		t.Fatal(word, err)
	}
	if !seat(t, seats).Claim(file) {
		t.Error("the other program was not found")
	}
	first.Process.Kill()
	first.Wait()
	if sockets, _ := filepath.Glob(filepath.Join(seats, "*.sock")); len(sockets) != 1 {
		t.Fatalf("no socket was left: %v", sockets)
	}
	second := seat(t, seats)
	if second.Claim(file) {
		t.Error("a program that is gone holds the seat")
	}
	if !seat(t, seats).Claim(file) {
		t.Error("the seat cannot be asked after a crash")
	}
}
