package web

import (
	"context"
	"sync"

	"synlig/data/links"
)

// CheckAll asks for many pages, two at once and one to a host, and calls each
// with the place in addresses and what came back, one call at a time and in
// the order the answers come. It ends with the last answer or soon after ctx
// does, with "cancelled"; without the network with NetOff.
func (c *Client) CheckAll(ctx context.Context, addresses []string, each func(i int, answer links.Answer, err error)) error {
	c.start()
	if err := c.mayAsk(); err != nil {
		return err
	}
	queue := make(chan []int)
	var workers sync.WaitGroup
	var telling sync.Mutex
	for range atOnce {
		workers.Go(func() {
			for places := range queue {
				for _, i := range places {
					if ctx.Err() != nil {
						return
					}
					answer, err := c.Check(ctx, addresses[i])
					if ctx.Err() != nil {
						return
					}
					telling.Lock()
					each(i, answer, err)
					telling.Unlock()
				}
			}
		})
	}
	c.deal(ctx, byHost(addresses), queue)
	workers.Wait()
	if ctx.Err() != nil {
		return cancelled(ctx)
	}
	return nil
}

// deal hands out the addresses of one host at a time.
func (c *Client) deal(ctx context.Context, groups [][]int, queue chan<- []int) {
	defer close(queue)
	for _, places := range groups {
		select {
		case queue <- places:
		case <-ctx.Done():
			return
		}
	}
}

// byHost gathers the places of addresses on the same host, so that nobody waits
// for a host while another is idle.
func byHost(addresses []string) (groups [][]int) {
	group := map[string]int{}
	for i, raw := range addresses {
		host := ""
		if address, err := parse(raw); err == nil {
			host = address.Host
		}
		if at, there := group[host]; there {
			groups[at] = append(groups[at], i)
			continue
		}
		group[host] = len(groups)
		groups = append(groups, []int{i})
	}
	return groups
}
