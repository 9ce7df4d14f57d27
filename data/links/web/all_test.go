package web

import (
	"fmt"
	"net/http"
	"sync"
	"testing"

	"synlig/data/links"
)

// Two questions at once and one to a host, however many are asked.
func TestTwoAtOnceAndOneToAHost(t *testing.T) {
	n := newInternet(t)
	var mu sync.Mutex
	running, most := 0, 0
	byHost, mostToOne := map[string]int{}, 0
	together := make(chan struct{}) // closed when two are inside at the same time
	var once sync.Once
	n.mux.HandleFunc("/papir", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		running, byHost[r.Host] = running+1, byHost[r.Host]+1
		most, mostToOne = max(most, running), max(mostToOne, byHost[r.Host])
		if running == 2 {
			once.Do(func() { close(together) })
		}
		mu.Unlock()
		<-together
		mu.Lock()
		running, byHost[r.Host] = running-1, byHost[r.Host]-1
		mu.Unlock()
		w.Header().Set("Content-Type", "application/pdf")
	})
	var addresses []string
	for i := range 12 {
		addresses = append(addresses, fmt.Sprintf("https://v%d.example.com/papir?%d", i%3, i))
	}
	addresses = append(addresses, "javascript:alert(1)")
	answered, refused := map[int]bool{}, 0
	err := n.CheckAll(t.Context(), addresses, func(i int, a links.Answer, err error) {
		if err != nil {
			refused++
			return
		}
		answered[i] = a.Verdict == links.OK
	})
	if err != nil || len(answered) != 12 || refused != 1 {
		t.Errorf("%d answers, %d refused, %v", len(answered), refused, err)
	}
	for i, there := range answered {
		if !there {
			t.Errorf("%s was not found", addresses[i])
		}
	}
	if most != 2 || mostToOne != 1 {
		t.Errorf("%d questions at once, %d to one host", most, mostToOne)
	}
	if len(n.gate.hosts) > 0 {
		t.Errorf("the gate remembers %d hosts", len(n.gate.hosts))
	}
}
