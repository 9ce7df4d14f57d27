package web

import (
	"context"
	"sync"
)

// gate lets two questions through at once, and one to each host.
type gate struct {
	slots chan struct{}

	mu    sync.Mutex
	hosts map[string]*door
}

// door is one host; waiting counts who holds it or wants to.
type door struct {
	free    chan struct{}
	waiting int
}

// enter waits for a host and a slot, and gives the way out.
func (g *gate) enter(ctx context.Context, host string) (leave func(), err error) {
	d := g.door(host)
	select {
	case d.free <- struct{}{}:
	case <-ctx.Done():
		g.forget(host, d)
		return nil, ctx.Err()
	}
	select {
	case g.slots <- struct{}{}:
	case <-ctx.Done():
		<-d.free
		g.forget(host, d)
		return nil, ctx.Err()
	}
	return func() {
		<-g.slots
		<-d.free
		g.forget(host, d)
	}, nil
}

func (g *gate) door(host string) *door {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.hosts == nil {
		g.hosts = map[string]*door{}
	}
	d := g.hosts[host]
	if d == nil {
		d = &door{free: make(chan struct{}, 1)}
		g.hosts[host] = d
	}
	d.waiting++
	return d
}

func (g *gate) forget(host string, d *door) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if d.waiting--; d.waiting == 0 {
		delete(g.hosts, host)
	}
}
