package console

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"synlig/data/bilag"
	"synlig/data/fault"
	"synlig/data/files"
	"synlig/data/store"
	"synlig/data/survey"
	"synlig/data/survey/importer"
	"synlig/data/survey/present"
	"synlig/data/tabular"
	"synlig/screens/words"
)

// surveyOptions is what synlig undersøgelse was asked for.
type surveyOptions struct {
	profile, frame, second string
	cross                  []string
	pdf, xlsx, json        string
	all, strict, overwrite bool
}

// survey opens what a survey system exported and tells the figures: on the
// screen, as JSON, as the report and as a workbook.
func (c Console) survey(ctx context.Context, args []string) error {
	o := optionsOf("undersøgelse")
	var want surveyOptions
	o.set.StringVar(&want.profile, "profil", "", "")
	o.set.StringVar(&want.frame, "ramme", "", "")
	o.set.StringVar(&want.second, "bølge", "", "")
	o.set.StringVar(&want.second, "boelge", "", "")
	o.set.StringVar(&want.pdf, "pdf", "", "")
	o.set.StringVar(&want.xlsx, "xlsx", "", "")
	o.set.StringVar(&want.json, "json", "", "")
	o.set.BoolVar(&want.all, "vis-alt", false, "")
	o.set.BoolVar(&want.strict, "streng", false, "")
	o.set.BoolVar(&want.overwrite, "overskriv", false, "")
	o.set.Func("kryds", "", func(s string) error { want.cross = append(want.cross, s); return nil })
	paths, err := o.words(args)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return fault.New("words-missing", "command", "undersøgelse")
	}
	run, err := openSurvey(ctx, paths, want)
	if err != nil {
		return err
	}
	report, err := run.report()
	if err != nil {
		return err
	}
	if err := run.write(ctx); err != nil {
		return err
	}
	return c.tellSurvey(run, report)
}

// surveyRun is one run of the command.
type surveyRun struct {
	want          surveyOptions
	first, second *openedWave // second is nil without --bølge
	session       *survey.Session
	say           present.Presenter
	warned        []string
}

// openedWave is a file as it was read.
type openedWave struct {
	view    *survey.View // what the office itself sees: all, with --vis-alt
	safe    *survey.View // what papers and files show
	profile importer.Profile
	guesses []importer.Finding
	summary importer.Summary
}

func openSurvey(ctx context.Context, paths []string, want surveyOptions) (*surveyRun, error) {
	run := &surveyRun{want: want, session: survey.NewSession(), say: present.Presenter{Words: surveyWords{}}}
	var known *importer.Profile
	if want.profile != "" {
		data, err := files.Read(want.profile, 10<<20)
		if err != nil {
			return nil, err
		}
		known = new(importer.Profile)
		if err := json.Unmarshal(data, known); err != nil {
			return nil, fault.Wrap(err, "survey-profile-broken", "path", want.profile)
		}
	}
	var frame []survey.Department
	if want.frame != "" {
		err := withFiles([]string{want.frame}, func(opened []importer.File) (err error) {
			frame, err = importer.ReadFrame(opened[0])
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var err error
	if run.first, err = openWave(ctx, paths, known, frame, want); err != nil {
		return nil, err
	}
	if want.second != "" {
		// The next wave is read as the first was.
		if run.second, err = openWave(ctx, []string{want.second}, &run.first.profile, frame, want); err != nil {
			return nil, err
		}
	}
	return run, nil
}

// openWave reads one wave's files by the best guess, or refuses where --streng
// asks for certainty.
func openWave(ctx context.Context, paths []string, known *importer.Profile, frame []survey.Department, want surveyOptions) (*openedWave, error) {
	opened := &openedWave{}
	var raw *importer.Raw
	err := withFiles(paths, func(list []importer.File) (err error) {
		how := importer.Reading{}
		if known != nil {
			how = known.Reading
		}
		raw, err = importer.Read(ctx, list, how, nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	opened.profile, opened.guesses = importer.Examine(raw, known)
	if known == nil {
		opened.profile.FollowTemplate(store.BuiltInQuestionnaire().Questions())
	}
	if want.strict {
		if err := importer.Strict(opened.guesses); err != nil {
			return nil, err
		}
	}
	if frame != nil {
		opened.profile.SetFrame(frame)
	}
	wave, summary, err := importer.Import(ctx, raw, opened.profile, nil)
	if err != nil {
		return nil, err
	}
	opened.summary = summary
	if opened.view, err = survey.NewView(wave, survey.Filter{}); err != nil {
		return nil, err
	}
	opened.safe = opened.view
	if want.all {
		if opened.safe, err = survey.NewView(wave, survey.Filter{}); err != nil {
			return nil, err
		}
		opened.view.Threshold = 0
	}
	return opened, nil
}

// withFiles opens the files for as long as use takes.
func withFiles(paths []string, use func([]importer.File) error) error {
	var list []importer.File
	for _, path := range paths {
		file, err := files.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil {
			return fault.Wrap(err, files.Unreadable, "path", path)
		}
		list = append(list, importer.File{Name: path, Content: file, Size: info.Size()})
	}
	return use(list)
}

// paper is the report's input: the later wave against the earlier. A paper hides
// small figures also where --vis-alt shows them.
func (r *surveyRun) paper() bilag.SurveyReport {
	report := bilag.SurveyReport{Later: r.first.safe}
	if r.second != nil {
		report.Later, report.Earlier = r.second.safe, r.first.safe
	}
	report.Keys = bilag.SurveyKeys(report.Later.Wave)
	return report
}

// seen is the same for the office's own eyes.
func (r *surveyRun) seen() bilag.SurveyReport {
	report := r.paper()
	report.Later = r.first.view
	if r.second != nil {
		report.Later, report.Earlier = r.second.view, r.first.view
	}
	return report
}

// write writes the papers that were asked for.
func (r *surveyRun) write(ctx context.Context) error {
	if r.want.pdf != "" {
		report := r.paper()
		data, err := bilag.Survey(ctx, report, bilag.Options{})
		if err != nil {
			return err
		}
		if err := files.Write(r.want.pdf, data, r.want.overwrite); err != nil {
			return err
		}
	}
	if r.want.xlsx != "" {
		var data bytes.Buffer
		if err := tabular.WriteXLSX(&data, bilag.SurveySheets(r.paper())...); err != nil {
			return err
		}
		return files.Write(r.want.xlsx, data.Bytes(), r.want.overwrite)
	}
	return nil
}

// tellSurvey prints the figures and which files were written: JSON alone when it
// goes to Out.
func (c Console) tellSurvey(r *surveyRun, report surveyReport) error {
	if r.want.json == "-" {
		return writeJSON(c.Out, report)
	}
	if r.want.json != "" {
		var data strings.Builder
		if err := writeJSON(&data, report); err != nil {
			return err
		}
		if err := files.Write(r.want.json, []byte(data.String()), r.want.overwrite); err != nil {
			return err
		}
	}
	for _, path := range []string{r.want.pdf, r.want.xlsx, r.want.json} {
		if path != "" {
			fmt.Fprintln(c.Out, words.Text("console.written", "path", path))
		}
	}
	if r.want.pdf == "" && r.want.xlsx == "" && r.want.json == "" {
		r.print(c.Out, report)
	}
	for _, warning := range report.Warnings {
		fmt.Fprintln(c.Err, warning)
	}
	return nil
}

// surveyWords are the words of the survey in the language in use.
type surveyWords struct{}

func (surveyWords) Text(key string, pairs ...string) string {
	return words.Text("survey."+key, pairs...)
}

func (surveyWords) Count(key string, n int, pairs ...string) string {
	return words.Count("survey."+key, n, pairs...)
}
