package redline

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Work is shared out only where each piece has a place of its own for what it
// finds. How many take part, and who takes which piece, is then never seen in
// the result.

// worthSharing is how many blocks there are at least to compare for each that
// takes part; fewer are compared sooner than shared out.
const worthSharing = 64

// helpers is how many take part in comparing n blocks.
func helpers(n int) int { return max(1, min(runtime.GOMAXPROCS(0), n/worthSharing)) }

// together runs all of the jobs at once and waits for them. A panic in one of
// them is the caller's, who may know what to do about it.
func together(jobs ...func()) {
	var wait sync.WaitGroup
	var mishap atomic.Value
	for _, job := range jobs[1:] {
		wait.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					mishap.CompareAndSwap(nil, trouble{p})
				}
			}()
			job()
		})
	}
	func() {
		defer wait.Wait()
		jobs[0]()
	}()
	if t, ok := mishap.Load().(trouble); ok {
		panic(t.value)
	}
}

// trouble is what a job panicked with.
type trouble struct{ value any }

// portions hands out the numbers below n, some at a time, until none are left.
type portions struct {
	n    int
	next atomic.Int64
}

// each calls do with portions of the numbers below n: [from, to).
func (p *portions) each(do func(from, to int)) {
	const portion = 32
	for {
		to := int(p.next.Add(portion))
		from := to - portion
		if from >= p.n {
			return
		}
		do(from, min(to, p.n))
	}
}
