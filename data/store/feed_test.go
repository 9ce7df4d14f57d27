package store

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"
)

func TestWatch(t *testing.T) {
	for name, volume := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			options := Options{local: func(string) bool { return volume }}
			ours := create(t, place(t), options)
			theirs := open(t, ours.path, options)
			changes, colleague := ours.Watch(ctx), theirs.Watch(ctx)

			ok(t, ours.SetSetting(ctx, "a", "1"))
			if c := <-changes; c.Foreign {
				t.Error("our own change came as a colleague's")
			}
			if c := <-colleague; !c.Foreign {
				t.Error("a colleague's change came as our own")
			}
			ok(t, theirs.SetSetting(ctx, "a", "2"))
			if c := <-changes; !c.Foreign {
				t.Error("a colleague's change came as our own")
			}
			if a, _ := mustSetting(t, ours, "a"); a != "2" {
				t.Errorf("read %q after the change was told", a)
			}
		})
	}
}

// Nobody takes anything from the channel: writing goes on, and what comes out
// in the end is one change that says that a colleague was among them.
func TestWatchMergesWhatNobodyTook(t *testing.T) {
	s := create(t, place(t), Options{Poll: time.Hour})
	changes := s.Watch(t.Context())
	s.feed.tell(Change{Foreign: true})
	for i := range 10 {
		ok(t, s.SetSettingInt(t.Context(), "a", i))
	}
	if c := <-changes; !c.Foreign {
		t.Error("the colleague's change was forgotten")
	}
	select {
	case c := <-changes:
		t.Errorf("a second change: %+v", c)
	default:
	}
}

func TestWatchEnds(t *testing.T) {
	s := create(t, place(t), Options{})
	ctx, cancel := context.WithCancel(t.Context())
	left, stays := s.Watch(ctx), s.Watch(t.Context())
	cancel()
	for range left {
	}
	ok(t, s.SetSetting(t.Context(), "a", "1"))
	<-stays
	ok(t, s.Close())
	for range stays {
	}
	for range s.Watch(t.Context()) {
	}
}

// Two programs write flat out to one file, each watches, and nothing is lost.
func TestTwoWriters(t *testing.T) {
	for name, volume := range map[string]bool{"wal": true, "rollback": false} {
		t.Run(name, func(t *testing.T) {
			const rounds = 60
			ctx := t.Context()
			options := Options{Wait: 30 * time.Second, local: func(string) bool { return volume }}
			first := create(t, place(t), options)
			second := open(t, first.path, options)
			var all sync.WaitGroup
			for i, s := range []*Store{first, second} {
				changes := s.Watch(ctx)
				all.Go(func() {
					for n := range rounds {
						if err := s.SetSettingInt(ctx, fmt.Sprintf("%d-%d", i, n), n); err != nil {
							t.Errorf("writer %d, round %d: %v", i, n, err)
						}
						if _, err := s.SettingInt(ctx, fmt.Sprintf("%d-%d", i, n), -1); err != nil {
							t.Errorf("reader %d, round %d: %v", i, n, err)
						}
					}
				})
				all.Go(func() {
					for c := range changes {
						if c.Foreign {
							return // the other was heard
						}
					}
				})
			}
			all.Wait()
			if n := must(ask[int](ctx, first.readers, "SELECT count(*) FROM setting WHERE key LIKE '%-%'"))(t); n != 2*rounds {
				t.Errorf("%d of %d writes are there", n, 2*rounds)
			}
		})
	}
}
