package instance

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"time"
)

// The whole conversation: the one with the window gives its process number, so
// that it can be allowed to come forward; the other asks; the answer says that
// the window did.
const (
	please = "front"
	done   = "here"
)

// again is the pause before a socket that does not answer yet is tried again.
const again = 10 * time.Millisecond

var errLong = errors.New("that is no word of this conversation")

// serve answers until the listener is closed.
func (s *Seat) serve(listener net.Listener) {
	for {
		conversation, err := listener.Accept()
		if err != nil {
			return
		}
		go s.answer(conversation)
	}
}

func (s *Seat) answer(c net.Conn) {
	defer c.Close()
	c.SetDeadline(time.Now().Add(s.patience))
	fmt.Fprintln(c, os.Getpid())
	if word, err := line(c); err != nil || word != please {
		return
	}
	s.mu.Lock()
	show := s.front
	s.mu.Unlock()
	if show != nil {
		show()
	}
	fmt.Fprintln(c, done)
}

// ask asks the one with the window to come forward, and tells whether it did
// within the time.
func ask(address string, patience time.Duration) bool {
	until := time.Now().Add(patience)
	c, err := net.Dial("unix", address)
	for err != nil && time.Now().Before(until) {
		time.Sleep(again) // it has its lock, and is about to listen
		c, err = net.Dial("unix", address)
	}
	if err != nil {
		return false
	}
	defer c.Close()
	c.SetDeadline(until)
	number, err := line(c)
	if err != nil {
		return false
	}
	if id, err := strconv.ParseUint(number, 10, 32); err == nil {
		letForward(uint32(id))
	}
	if _, err := fmt.Fprintln(c, please); err != nil {
		return false
	}
	answer, err := line(c)
	return err == nil && answer == done
}

// line reads one short line.
func line(from io.Reader) (string, error) {
	const longest = 32
	var text []byte
	for one := make([]byte, 1); len(text) < longest; {
		n, err := from.Read(one)
		if n == 1 && one[0] == '\n' {
			return string(text), nil
		}
		if err != nil {
			return "", err
		}
		text = append(text, one[:n]...)
	}
	return "", errLong
}
