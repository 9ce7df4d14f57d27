package importer

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// A program that is killed in the middle of an import has left nothing of the
// answers behind.
func TestAKilledImportLeavesNothing(t *testing.T) {
	const child = "SYNLIG_KILLED_IMPORT"
	if os.Getenv(child) != "" {
		data := book(t, answers(30_000).sheet("A"))
		_, err := Read(t.Context(), []File{FromBytes("a.xlsx", data)}, Reading{}, func(share float64) {
			if share > 0.3 {
				fmt.Println("in the middle")
				select {}
			}
		})
		t.Fatalf("not killed: %v", err)
	}
	folder := t.TempDir()
	command := exec.Command(os.Args[0], "-test.run=^TestAKilledImportLeavesNothing$")
	command.Env = append(os.Environ(), child+"=1", "TMPDIR="+folder, "TMP="+folder, "TEMP="+folder)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	reached := false
	for lines := bufio.NewScanner(out); !reached && lines.Scan(); {
		reached = lines.Text() == "in the middle"
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait()
	left, err := os.ReadDir(folder)
	if !reached || err != nil || len(left) > 0 {
		t.Errorf("reached the middle %v, left behind %v, %v", reached, left, err)
	}
}
