package console

import (
	"encoding/json"
	"io"
	"time"

	"synlig/data/document"
	"synlig/data/redline"
)

// comparisonReport is the JSON of synlig sammenlign. In order, equal+delete of
// all blocks except inserted and moved_to is the old text; equal+insert of all
// except deleted and moved_from is the new text. A border between blocks within
// a split or merge is "\n".
type comparisonReport struct {
	Blocks  []blockReport  `json:"blocks"`
	Changes []changeReport `json:"changes"`
	Stats   statsReport    `json:"stats"`
}

type blockReport struct {
	Status   string          `json:"status"`
	Kind     string          `json:"kind"`
	Segments []segmentReport `json:"segments"`
	Marks    []formatReport  `json:"marks,omitempty"`
}

type segmentReport struct {
	Op   string `json:"op"`
	Text string `json:"text"`
	Old  string `json:"old,omitempty"` // the old spelling, where equal words are spelled differently
}

type formatReport struct {
	Aspect string `json:"aspect"`
	Text   string `json:"text"`
	Old    string `json:"old"`
	New    string `json:"new"`
	Change int    `json:"change"`
}

type changeReport struct {
	Number int    `json:"number"`
	Class  string `json:"class"`
	Old    string `json:"old"`
	New    string `json:"new"`
	Point  int    `json:"point"`
	Reason string `json:"reason,omitempty"`
}

type statsReport struct {
	WordsOld    int     `json:"words_old"`
	WordsNew    int     `json:"words_new"`
	WordsMarked int     `json:"words_marked"`
	Changes     int     `json:"changes"`
	CompareMs   float64 `json:"compare_ms"`
}

// papersReport is the JSON of synlig bilag.
type papersReport struct {
	Papers  []paperReport  `json:"papers"`
	Changes []changeReport `json:"changes"`
}

type paperReport struct {
	Number int    `json:"number"`
	Path   string `json:"path"`
}

func comparisonReportOf(c redline.Comparison, took time.Duration) comparisonReport {
	stats := redline.Measure(c)
	report := comparisonReport{
		Blocks:  make([]blockReport, len(c.Blocks)),
		Changes: changesOf(c),
		Stats: statsReport{
			WordsOld:    stats.WordsOld,
			WordsNew:    stats.WordsNew,
			WordsMarked: stats.WordsMarked,
			Changes:     stats.Changes,
			CompareMs:   float64(took.Microseconds()) / 1000,
		},
	}
	for i, block := range c.Blocks {
		report.Blocks[i] = blockReportOf(c, block)
	}
	return report
}

func blockReportOf(c redline.Comparison, block redline.Block) blockReport {
	report := blockReport{
		Status:   block.Status.String(),
		Kind:     kindOf(c, block).String(),
		Segments: make([]segmentReport, len(block.Segments)),
	}
	for i, s := range block.Segments {
		report.Segments[i] = segmentReport{s.Op.String(), s.Text, s.Old}
	}
	for _, f := range block.Formats {
		text := c.Draft[f.Draft.Block].Text[f.Draft.Start:f.Draft.End]
		report.Marks = append(report.Marks, formatReport{f.Aspect.String(), text, f.Old, f.New, f.Change})
	}
	return report
}

// kindOf is the block's kind in the draft, or in the base where it is gone.
func kindOf(c redline.Comparison, block redline.Block) document.Kind {
	if len(block.Draft) > 0 {
		return c.Draft[block.Draft[0]].Kind
	}
	return c.Base[block.Base[0]].Kind
}

func changesOf(c redline.Comparison) []changeReport {
	changes := make([]changeReport, len(c.Changes))
	for i, change := range c.Changes {
		changes[i] = changeReport{change.Number, string(change.Class), change.Old, change.New, change.Note.Point, change.Note.Reason}
	}
	return changes
}

func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	return encoder.Encode(value)
}
