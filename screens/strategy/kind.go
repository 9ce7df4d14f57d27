package strategy

import (
	"strconv"

	"synlig/data/store"
	"synlig/screens/words"
)

// kind is the kind of document that the page is a desk for.
func (o Options) kind() string {
	if o.Kind == "" {
		return store.StrategyKind
	}
	return o.Kind
}

// the is what the document is called in a sentence: "strategien".
func (p *Page) the() string {
	key := "strategy.the_" + p.options.kind()
	if name := words.Text(key); name != key {
		return name
	}
	return words.Text("strategy.the_text")
}

// about is a sentence about the document, where {the} stands for it.
func (p *Page) about(key string) string { return words.Text(key, "the", p.the()) }

func number(n int) string { return strconv.Itoa(n) }
