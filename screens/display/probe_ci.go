//go:build ci

package display

// Probe is always content: the windows of a build with the tag ci are drawn in
// memory.
func Probe() error { return nil }
