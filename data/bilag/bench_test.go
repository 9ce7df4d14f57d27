package bilag

import (
	"bytes"
	"context"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"testing"
	"time"
)

// BenchmarkMarked prints Bilag 2 of generated revisions, one word in two
// hundred changed, and reports tagged pages a second and the highest memory in
// use, as the runtime sees it.
func BenchmarkMarked(b *testing.B) {
	for _, pages := range []int{300, 3000} {
		b.Run(strconv.Itoa(pages)+"pages", func(b *testing.B) {
			r := generated(pages, 0.005, 1)
			c := r.Compare(weighty)
			debug.FreeOSMemory()
			peak := watchMemory()
			printed := 0
			b.ReportAllocs()
			for b.Loop() {
				file, err := Marked(context.Background(), r, c, Options{})
				if err != nil {
					b.Fatal(err)
				}
				printed = pageCount(file)
			}
			b.ReportMetric(float64(printed*b.N)/b.Elapsed().Seconds(), "pages/s")
			b.ReportMetric(float64(printed), "pages")
			b.ReportMetric(peak(), "peak-MB")
		})
	}
}

// pageCount counts the pages of a file, whose page objects are not packed.
func pageCount(file []byte) int { return bytes.Count(file, []byte("<</Type/Page/")) }

// watchMemory looks at the memory that the runtime holds, every few
// milliseconds until peak is called, which gives the most it saw, in MB.
func watchMemory() (peak func() float64) {
	const total, released = "/memory/classes/total:bytes", "/memory/classes/heap/released:bytes"
	samples := []metrics.Sample{{Name: total}, {Name: released}}
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		tick := time.NewTicker(3 * time.Millisecond)
		defer tick.Stop()
		var highest uint64
		for {
			metrics.Read(samples)
			highest = max(highest, samples[0].Value.Uint64()-samples[1].Value.Uint64())
			select {
			case <-done:
				most <- highest
				return
			case <-tick.C:
			}
		}
	}()
	return func() float64 { close(done); return float64(<-most) / 1e6 }
}
