package store

import (
	"context"
	"sync"
	"time"
)

// Change says that something was written since the last one.
type Change struct {
	// Foreign is true when another program wrote (too): a colleague's, or a
	// console command. False means that only this Store did.
	Foreign bool
}

// feed hands changes to everybody who watches.
type feed struct {
	mu       sync.Mutex
	watchers map[chan Change]struct{}
	closed   bool
}

// Watch gives a channel that gets a Change soon after each commit: at once for
// our own, within Options.Poll for a colleague's. Changes that nobody has
// taken yet become one. The channel is closed when ctx or the Store ends.
func (s *Store) Watch(ctx context.Context) <-chan Change {
	watcher := make(chan Change, 1)
	s.feed.mu.Lock()
	defer s.feed.mu.Unlock()
	if s.feed.closed {
		close(watcher)
		return watcher
	}
	if s.feed.watchers == nil {
		s.feed.watchers = map[chan Change]struct{}{}
	}
	s.feed.watchers[watcher] = struct{}{}
	context.AfterFunc(ctx, func() { s.feed.leave(watcher) })
	return watcher
}

func (f *feed) leave(watcher chan Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, there := f.watchers[watcher]; there {
		delete(f.watchers, watcher)
		close(watcher)
	}
}

// tell never waits: a change that a watcher has not taken is merged with this.
func (f *feed) tell(change Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for watcher := range f.watchers {
		merged := change
		select {
		case waiting := <-watcher:
			merged.Foreign = merged.Foreign || waiting.Foreign
		default:
		}
		watcher <- merged // room for one, and only this sends
	}
}

func (f *feed) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for watcher := range f.watchers {
		close(watcher)
	}
	clear(f.watchers)
}

// startFeed asks the writer's connection every Options.Poll whether anybody
// else has written: data_version changes on a connection only by the commits
// of others (https://www.sqlite.org/pragma.html#pragma_data_version), and the
// writer's is the one connection that makes all of ours. The answer costs
// 0.15 ms. stop waits until the asking has ended.
func (s *Store) startFeed() (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	seen, known := s.dataVersion(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		ticker := time.NewTicker(s.options.Poll)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
			// No answer (a lock, a network that is away): ask again next time.
			if version, ok := s.dataVersion(ctx); ok {
				if known && version != seen {
					s.feed.tell(Change{Foreign: true})
				}
				seen, known = version, true
			}
		}
	})
	return func() {
		cancel()
		done.Wait()
		s.feed.end()
	}
}

func (s *Store) dataVersion(ctx context.Context) (int64, bool) {
	version, err := ask[int64](ctx, s.writer, "PRAGMA data_version")
	return version, err == nil
}
