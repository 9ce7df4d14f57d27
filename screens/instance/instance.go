// Package instance keeps one window per workspace: a second start on the same
// file asks the first to come forward, and ends. It knows paths, locks and one
// socket in a folder that only the user can enter; no network, no window, and
// nothing of what a workspace holds.
//
// Who has a window on a workspace holds a lock named by the workspace's path.
// The system lets go of it when the program ends, however it ends, so nothing
// stale is ever waited for. Beside the lock stands the socket to ask on.
// Whatever does not work here, a lock or a socket that the system refuses, ends
// in a window that opens normally: two windows on one workspace are safe.
package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"
)

// patience is how long an answer is waited for before the window opens
// normally.
const patience = time.Second

var (
	errTaken  = errors.New("another program has a window on the workspace")
	errNoRoom = errors.New("there is no folder for a socket, or its path is too long for one")
)

// Seat is this program's place at a workspace. Its methods may be called from
// any goroutine.
type Seat struct {
	folder   string
	patience time.Duration

	mu       sync.Mutex
	name     string // of the workspace that is held, "" for none
	lock     *os.File
	listener net.Listener
	front    func()
}

// Folder is where the seats of this user are kept: the folder that the session
// has for sockets, or the user's cache. It is "" when there is neither.
func Folder() string {
	if runtime.GOOS != "windows" {
		if folder := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(folder) {
			return filepath.Join(folder, "synlig")
		}
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "Synlig", "seats")
}

// New is a program without a seat yet; folder is where the user's seats are.
func New(folder string) *Seat { return &Seat{folder: folder, patience: patience} }

// Claim takes the seat at the workspace at path. It tells whether another
// program has a window on it, which has then come forward: this one is to end.
// Otherwise this one opens its window, with the seat where it could be had.
func (s *Seat) Claim(path string) (elsewhere bool) {
	if err := s.Follow(path); !errors.Is(err, errTaken) {
		return false
	}
	return ask(s.address(nameOf(path)), s.patience)
}

// Follow moves the seat to the workspace at path, where the window has gone.
// The seat before is given up in any case. The error tells why there is no new
// one; the window does without.
func (s *Seat) Follow(path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := nameOf(path)
	if s.name == name {
		return nil
	}
	s.release()
	address := s.address(name)
	if address == "" {
		return errNoRoom
	}
	if err := private(s.folder); err != nil {
		return err
	}
	lock, err := takeLock(filepath.Join(s.folder, name+".lock"))
	if err != nil {
		return err
	}
	os.Remove(address) // of a program that ended without a word; ours alone, by the lock
	listener, err := net.Listen("unix", address)
	if err != nil {
		lock.Close()
		return err
	}
	s.name, s.lock, s.listener = name, lock, listener
	go s.serve(listener)
	return nil
}

// Front says how the window comes forward; show may wait for the UI goroutine.
// Until then whoever asks is told yes at once: the window is on its way.
func (s *Seat) Front(show func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.front = show
}

// Close gives the seat up; a second Close does nothing.
func (s *Seat) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.release()
}

// release needs s.mu. The socket goes first, so that nobody asks on one whose
// lock is free.
func (s *Seat) release() {
	if s.name == "" {
		return
	}
	s.listener.Close()
	s.lock.Close()
	s.name, s.lock, s.listener = "", nil, nil
}

// address is the socket of the seat with that name, "" where a socket's name
// may not be so long.
func (s *Seat) address(name string) string {
	const longest = 100 // the system's struct has room for 104 to 108
	address := filepath.Join(s.folder, name+".sock")
	if s.folder == "" || len(address) > longest {
		return ""
	}
	return address
}

// private makes the folder, and closes it to everybody else.
func private(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.Chmod(folder, 0o700)
}

// nameOf is the same for every way to write the path of one file: relative,
// through a link, and in other letters where the system sees no difference.
func nameOf(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	} else if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path))
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		path = strings.ToLower(path)
	}
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}
