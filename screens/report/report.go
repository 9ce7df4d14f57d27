// Package report is what the program leaves behind for whoever helps the
// office: a log, and a report when it ended on a mistake. Neither holds a
// person's name, a file's name or anything that somebody wrote: what goes in is
// codes, counts, times and names from the program's own source, and everything
// else is left out here, in one place. The package knows no window and no words.
//
// Both lie in one folder, and are never sent anywhere. A program that ends on a
// mistake on its first goroutine, where windows live, writes the report itself.
// On any other goroutine only the runtime still runs: it writes its own words
// into a file that nobody but the user can read, and the next start makes the
// report of it and empties it, before anything else.
package report

import (
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"gopkg.in/natefinch/lumberjack.v2"

	"synlig/data/fault"
)

// The files in the folder.
const (
	logFile  = "synlig.log"
	rawFile  = "crash.raw" // the runtime's own words; empty but for after a crash
	newFile  = "crash.txt" // the report that nobody was told of yet
	seenFile = "crash-seen.txt"
)

// The log's size: at most one file that is written and three old ones.
const (
	logMegabytes = 1
	oldLogs      = 3
)

// Keeper keeps log and report. Where the folder cannot be written it keeps
// nothing, and the program works all the same.
type Keeper struct {
	folder  string
	program string // "Synlig 0.1.0, linux/amd64, go1.26.0"
	file    io.WriteCloser
	undo    func()
}

// Start begins to keep log and report in folder, which is made where there is
// none; "" keeps nothing. Log lines of the whole program, and what Fyne says in
// Go's older log, go into it until Close. program is name and version.
func Start(folder, program string) *Keeper {
	k := &Keeper{
		folder:  folder,
		program: fmt.Sprintf("%s, %s/%s, %s", program, runtime.GOOS, runtime.GOARCH, runtime.Version()),
		undo:    func() {},
	}
	if folder == "" || os.MkdirAll(folder, 0o700) != nil {
		k.folder = ""
		return k
	}
	k.collect()
	k.listenForCrashes()
	k.file = &lumberjack.Logger{Filename: k.path(logFile), MaxSize: logMegabytes, MaxBackups: oldLogs}
	k.listenForLines()
	slog.Info("started", "program", Word(k.program), "process", os.Getpid())
	return k
}

// listenForLines turns both of Go's logs to the file. What Fyne says still
// stands on the standard error, for who starts the program there.
func (k *Keeper) listenForLines() {
	lines, words, flags := slog.Default(), log.Writer(), log.Flags()
	slog.SetDefault(slog.New(newHandler(slog.NewTextHandler(k.file, nil))))
	log.SetOutput(&toolkit{slog.Default(), words})
	log.SetFlags(flags)
	k.undo = func() {
		slog.SetDefault(lines)
		log.SetOutput(words)
		log.SetFlags(flags)
	}
}

// listenForCrashes lets the runtime write into the raw file. All programs of
// the user append to the same one: a line more is better than a report less.
func (k *Keeper) listenForCrashes() {
	raw, err := os.OpenFile(k.path(rawFile), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer raw.Close() // the runtime has a copy of its own
	debug.SetCrashOutput(raw, debug.CrashOptions{})
}

// collect makes the report of what the runtime wrote, and empties its file.
func (k *Keeper) collect() {
	info, err := os.Stat(k.path(rawFile))
	if err != nil || info.Size() == 0 {
		return
	}
	raw, err := os.ReadFile(k.path(rawFile))
	if err == nil {
		k.write(info.ModTime(), Scrub(string(raw)))
	}
	os.Truncate(k.path(rawFile), 0)
}

// write puts the report where the next start finds it.
func (k *Keeper) write(at time.Time, trace string) {
	text := fmt.Sprintf("%s\n%s\n\n%s", k.program, at.UTC().Format(time.RFC3339), trace)
	os.WriteFile(k.path(newFile), []byte(text), 0o600)
}

// Guard is deferred round all that the program does on its first goroutine. A
// panic there becomes the report, and an internal fault in err, so that the
// program ends as it does on any other fault: with words for the person.
func (k *Keeper) Guard(err *error) {
	value := recover()
	if value == nil {
		return
	}
	p := NewPanic(value, debug.Stack())
	slog.Error("crashed", "panic", p)
	if k.folder != "" {
		k.write(time.Now(), p.Error())
	}
	*err = fault.Wrap(p, fault.Internal)
}

// Crash is the report of a program that ended on a mistake, "" when there is
// none that a person was not told of yet.
func (k *Keeper) Crash() string {
	if k.folder == "" {
		return ""
	}
	text, err := os.ReadFile(k.path(newFile))
	if err != nil {
		return ""
	}
	return string(text)
}

// Told puts the report aside: a person has been told of it.
func (k *Keeper) Told() {
	if k.folder != "" {
		os.Remove(k.path(seenFile)) // Windows replaces no file by renaming
		os.Rename(k.path(newFile), k.path(seenFile))
	}
}

// Close ends the log; a second Close does nothing.
func (k *Keeper) Close() {
	if k.file == nil {
		return
	}
	slog.Info("ended")
	k.undo()
	debug.SetCrashOutput(nil, debug.CrashOptions{})
	k.file.Close()
	k.file = nil
}

func (k *Keeper) path(name string) string { return filepath.Join(k.folder, name) }
