package links

import (
	"strings"
	"time"
)

// Page is one page of the library: something that a post can lead to.
type Page struct {
	ID      int64  // 0 for one that is not kept yet
	Title   string // as readers know the page
	Address string // as Clean gives it
	Topic   string // what it is about, in a word or two
	Words   string // other words for it that people search by

	Checked time.Time // when it was last asked for; zero when never
	Answer  Answer    // what came back then
}

// ByTitle orders pages as a Danish list does: æ, ø and å last, "aa" as å.
func ByTitle(a, b Page) int {
	if c := strings.Compare(alphabetical.Replace(unaccented(a.Title)), alphabetical.Replace(unaccented(b.Title))); c != 0 {
		return c
	}
	return strings.Compare(a.Address, b.Address)
}

// alphabetical puts the last letters behind "z"; "{" is the next in ASCII.
var alphabetical = strings.NewReplacer("æ", "{a", "ø", "{b", "å", "{c", "aa", "{c")

// Verdict is what became of asking for a page.
type Verdict string

// The verdicts.
const (
	Unchecked Verdict = ""        // nobody has asked
	OK        Verdict = "ok"      // the page is there
	Moved     Verdict = "moved"   // it stands at another address now
	Soft      Verdict = "soft"    // it may be gone: something answers, but hardly the page
	Dead      Verdict = "dead"    // it is not there
	Unknown   Verdict = "unknown" // the site would not say
)

// Reason is why a verdict is what it is; its words stand under
// "links.why-<reason>".
type Reason string

// The reasons. With Status they say all that is known.
const (
	NotFound    Reason = "not-found"    // Dead: 404, 410 and other refusals
	ServerError Reason = "server-error" // Dead: 5xx
	NoSuchHost  Reason = "no-such-host" // Dead: no site of that name
	NoAnswer    Reason = "no-answer"    // Dead: nobody is listening, or too late
	BadSecurity Reason = "bad-security" // Dead: the certificate; Detail tells what
	TooMany     Reason = "too-many"     // Dead: redirects without end
	LeadsInside Reason = "leads-inside" // Dead: leads to an address inside a network

	ToFrontPage Reason = "to-front-page" // Soft: the page leads to the front page
	SaysGone    Reason = "says-gone"     // Soft: title or heading says that nothing is found
	NearlyEmpty Reason = "nearly-empty"  // Soft: there is hardly anything on it

	KeptOut     Reason = "kept-out"    // Unknown: 401, 403, 999
	TooOften    Reason = "too-often"   // Unknown: 429
	Interrupted Reason = "interrupted" // Unknown: the answer broke off
	NotForUs    Reason = "not-for-us"  // Unknown: an address this program does not ask
	Temporarily Reason = "temporarily" // Unknown: 503 with a promise to be back
	NoNetwork   Reason = "no-network"  // Unknown: this machine has no connection
)

// Answer is what came back when a page was asked for.
type Answer struct {
	Verdict Verdict
	Reason  Reason // "" with OK and Moved
	Detail  string // of the Reason: "expired", "wrong-host" …
	Status  int    // of HTTP; 0 when there was none
	MovedTo string // the address the page stands at now
	Title   string // of the page, when it was read

	// FragmentMissing tells that the page is there, but not the place on it
	// that the address names behind "#".
	FragmentMissing bool
	// Secure is the same page's https address, where http was asked and https
	// answers too.
	Secure string
}

// Card is what Facebook shows under a post that leads to the page.
type Card struct {
	Address     string // of the page the card is of
	Title       string
	Description string
	Image       string // address of the picture; it is not fetched
	Site        string // the website's own name for itself
	// Canonical is the address that the page calls its own, where that differs
	// and lies on the same registered domain.
	Canonical string
	Fetched   time.Time
}
