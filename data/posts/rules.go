package posts

import "synlig/data/danish"

// Rules are what the checks look with. They never change, so any number of
// goroutines may use them at once.
type Rules struct {
	Danish    *danish.Rules // personal data, casework, plain language
	Templates []Template    // for the closing lines
}

// Personal are the finds of personal data in text; none without Danish rules.
func (r Rules) Personal(text string) []danish.Find {
	if r.Danish == nil {
		return nil
	}
	return r.Danish.PersonalData(text)
}

// Template is the template with that key; the zero Template when there is none.
func (r Rules) Template(key string) Template {
	for _, t := range r.Templates {
		if t.Key == key {
			return t
		}
	}
	return Template{}
}
