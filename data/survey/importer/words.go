package importer

import (
	"slices"
	"strings"
	"unicode"
)

// The words in this file are what survey systems and their users write in files
// in the languages they come in here. They are looked for and never shown.

// plain is a heading as it is compared: small letters and digits, with one
// space for everything else.
func plain(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

func set(words ...string) map[string]bool {
	all := map[string]bool{}
	for _, w := range words {
		all[w] = true
	}
	return all
}

// personal are headings of columns that tell who somebody is, as plain gives
// them.
var personal = map[string]map[string]bool{
	ReasonEmail: set("e mail", "email", "mail", "mailadresse", "e mailadresse", "emailadresse", "e mail adresse", "epost", "e post",
		"email address", "e mail address", "emailaddress", "recipientemail", "mail adresse", "arbejdsmail", "din mail", "din e mail"),
	ReasonName: set("navn", "name", "fornavn", "efternavn", "firstname", "lastname", "first name", "last name", "fulde navn", "full name", "fullname",
		"recipientfirstname", "recipientlastname", "respondentnavn", "brugernavn", "username", "user name", "initialer", "initials",
		"medarbejdernavn", "dit navn", "vorname", "nachname", "kontaktperson"),
	ReasonIP:      set("ip", "ip adresse", "ipaddr", "ipaddress", "ip address", "ipadresse", "ip addr", "remote addr"),
	ReasonBrowser: set("browser", "useragent", "user agent", "browser type", "browsertype", "operativsystem", "operating system", "os", "device", "device type", "skærmopløsning", "screen resolution", "javascript", "flash"),
	ReasonReferrer: set("referer", "referrer", "refurl", "referer url", "referrer url", "external referer", "henvisende url", "henvisende side",
		"kilde url", "url"),
	ReasonSession: set("session", "sessionid", "session id", "token", "respid", "respondent id", "respondentid", "respondent key", "respondentkey",
		"respondentnøgle", "respondent number", "respondent nr", "respondentnummer", "lfdn", "external lfdn", "id", "id 1", "responseid", "response id",
		"participant id", "participantid", "uid", "guid", "nøgle", "key", "seed", "svar id", "svarid", "besvarelsesid", "løbenummer", "løbenr",
		"cookie", "p sid", "sid", "medarbejdernummer", "medarbejder nr", "medarbejdernr", "tjenestenummer", "collector id", "collectorid", "unique id", "recordno", "record", "serial"),
	ReasonTime: set("start", "slut", "starttime", "endtime", "start time", "end time", "starttidspunkt", "sluttidspunkt", "fuldførelsestidspunkt", "completion time",
		"last modified time", "sidst ændret", "tidspunkt for seneste ændring", "påbegyndt", "startdate", "enddate", "start date", "end date", "recordeddate", "recorded date", "datestamp", "submitdate",
		"created", "modified", "closed", "createtime", "changetime", "closetime", "create time", "change time", "close time", "difftime", "duration",
		"duration in seconds", "varighed", "svartid", "tidsforbrug", "timestamp", "tidsstempel", "datetime", "date of first mail", "date of last access",
		"interviewtime", "besvarelsestidspunkt", "svartidspunkt", "date submitted", "date created", "date modified", "oprettet", "afsluttet", "ændret", "lukket", "rts", "totaltime", "total time"),
	ReasonPhone: set("telefon", "tlf", "tlf nr", "telefonnummer", "telefon nr", "mobil", "mobilnummer", "mobil nr", "phone", "phonenumber", "phone number", "mobile"),
	ReasonPlace: set("adresse", "address", "gade", "vej", "latitude", "longitude", "locationlatitude", "locationlongitude", "location latitude", "location longitude", "gps", "breddegrad", "længdegrad"),
	ReasonBirth: set("fødselsdato", "fødselsdag", "født", "fødsels dato", "date of birth", "birthdate", "birth date", "birthday", "dob"),
	ReasonCPR:   set("cpr", "cpr nr", "cprnr", "cpr nummer", "cprnummer", "personnummer"),
}

// reasons are looked through in this order, so that the result is the same
// every time.
var reasons = []string{ReasonEmail, ReasonName, ReasonIP, ReasonBrowser, ReasonReferrer, ReasonSession, ReasonTime, ReasonPhone, ReasonPlace, ReasonBirth, ReasonCPR}

// nameEndings are words that end a heading over people's names: "Medarbejderens
// navn".
var nameEndings = set("navn", "name", "fornavn", "efternavn", "firstname", "lastname")

// beside are columns of survey systems that are neither questions nor personal.
var beside = set("lastpage", "startlanguage", "sprog", "language", "lang", "userlanguage", "quota", "quota assignment", "quota rejected id", "page history", "hflip", "vflip",
	"output mode", "rnd pg", "mailing", "tic", "distribution", "distributionskanal", "distributionchannel", "progress", "progress pct", "last page", "collector", "hidden", "tags", "custom data")

// The states a respondent can be in.
var (
	statesDone = set("gennemført", "completed", "complete", "afsluttet", "besvaret", "fuldført", "færdig", "udfyldt", "finished", "done", "beendet",
		"fullført", "svaret", "submitted", "indsendt", "has answered", "har svaret", "answered", "responded", "lukket")
	statesPart = set("nogen svar", "nogle svar", "some answers", "partial", "partially completed", "partially answered", "partly completed", "delvist gennemført", "delvist besvaret", "delvis besvaret", "delvist", "delvis",
		"delvist udfyldt", "in progress", "påbegyndt", "started", "i gang", "unterbrochen", "incomplete", "ufuldstændig", "ikke færdig", "afbrudt")
	statesNone = set("ny", "new", "distribueret", "distributed", "inviteret", "invited", "ikke besvaret", "not answered", "ikke svaret", "has not answered", "har ikke svaret", "sendt", "sent", "åbnet", "opened",
		"frafaldet", "declined", "afvist", "screened out", "udelukket", "bounced", "bounce", "fejl", "failed", "not started", "ikke startet", "ikke begyndt", "ikke påbegyndt",
		"refused", "unsubscribed", "afmeldt", "no answer", "intet svar", "rejected", "udsendt", "reminded", "rykket", "påmindet", "ikke åbnet", "uåbnet", "quota full", "slettet")
	statusHeadings = []string{"status", "dispcode", "disposition", "disp", "tilstand", "besvarelsesstatus", "finished", "completed", "gennemført", "samlet status", "svarstatus", "statoverall", "stato"}
)

// Boxes: what a ticked one and one left empty are written as.
var (
	ticked   = set("1", "ja", "yes", "y", "x", "valgt", "checked", "selected", "true", "sand", "quoted", "afkrydset", "markeret", "sandt", "✓", "✔")
	unticked = set("0", "nej", "no", "n", "ikke valgt", "unchecked", "not selected", "false", "falsk", "not quoted", "ikke afkrydset", "ikke markeret", "unselected", "-")
)

// Answers that say nothing of the matter, and cells that are no answer.
var (
	dontKnow = set("ved ikke", "ved det ikke", "det ved jeg ikke", "jeg ved ikke", "ved ikke ikke relevant", "ikke relevant", "irrelevant", "kan ikke svare", "kan ikke vurdere", "kan ikke vurdere det", "ingen mening",
		"husker ikke", "husker det ikke", "don t know", "dont know", "do not know", "not applicable", "no opinion", "not relevant", "cannot say", "can t remember", "don t remember", "unsure",
		"weiß nicht", "weiss nicht", "vet ikke", "ikke aktuelt", "ønsker ikke at svare", "vil ikke svare", "prefer not to say", "ved ikke husker ikke", "ikke relevant for mig")
	noAnswer = set("ikke besvaret", "intet svar", "ubesvaret", "no answer", "not answered", "missing", "n a", "na", "null", "nan", "none given", "ej besvaret", "uoplyst", "keine angabe")
	notAsked = set("ikke spurgt", "ikke stillet", "not asked", "filter", "not reached", "ikke vist", "not shown", "skipped by filter")
)

// scales are answers with an order, the highest first. An answer may be written
// in several ways.
var scales = [][]string{
	{"i meget høj grad", "i høj grad", "i nogen grad|delvist", "i mindre grad|i lav grad|i ringe grad", "slet ikke|i meget lav grad|i meget ringe grad"},
	{"meget godt", "godt", "noget|nogenlunde|delvist", "lidt", "slet ikke"},
	{"meget godt|meget god", "godt|god", "hverken eller|hverken godt eller dårligt|hverken god eller dårlig|middel", "dårligt|dårlig", "meget dårligt|meget dårlig"},
	{"helt enig|meget enig", "enig|overvejende enig|delvist enig", "hverken eller|hverken enig eller uenig", "uenig|overvejende uenig|delvist uenig", "helt uenig|meget uenig"},
	{"meget stor", "stor", "nogen|hverken eller|hverken stor eller lille", "lille", "ingen|meget lille"},
	{"meget sandsynligt", "sandsynligt", "hverken eller|hverken sandsynligt eller usandsynligt", "usandsynligt|mindre sandsynligt", "meget usandsynligt|slet ikke sandsynligt"},
	{"meget tilfreds", "tilfreds", "hverken eller|hverken tilfreds eller utilfreds", "utilfreds", "meget utilfreds"},
	{"altid", "ofte", "nogle gange|af og til|nogen gange", "sjældent", "aldrig"},
	{"meget vigtigt|meget vigtig", "vigtigt|vigtig", "hverken eller|nogenlunde vigtigt", "mindre vigtigt|ikke så vigtigt", "slet ikke vigtigt|ikke vigtigt"},
	{"to a very high degree|to a very large extent|very large extent", "to a high degree|to a large extent", "to some degree|to some extent", "to a lesser degree|to a small extent", "not at all|to a very small extent"},
	{"strongly agree", "agree", "neither agree nor disagree|neutral|neither nor", "disagree", "strongly disagree"},
	{"very satisfied", "satisfied", "neither satisfied nor dissatisfied|neutral|neither nor", "dissatisfied", "very dissatisfied"},
	{"very well", "well", "somewhat|fairly well", "a little|not very well", "not at all"},
	{"very likely", "likely", "neither likely nor unlikely|neutral|neither nor", "unlikely", "very unlikely"},
	{"very good", "good", "fair|neither good nor bad|neither nor", "bad|poor", "very bad|very poor"},
	{"always", "often", "sometimes", "rarely|seldom", "never"},
}

// placeOnScale are the orders, 1 the lowest, of labels that all stand on one
// scale, those that say nothing aside. At least three must.
func placeOnScale(labels []string) (orders []int, ok bool) {
	for _, scale := range scales {
		orders = make([]int, len(labels))
		found := map[int]bool{}
		fits := true
		for i, label := range labels {
			label = plain(label)
			if dontKnow[label] {
				continue
			}
			at := slices.IndexFunc(scale, func(step string) bool {
				return slices.Contains(strings.Split(step, "|"), label)
			})
			if at < 0 || found[at] {
				fits = false
				break
			}
			found[at] = true
			orders[i] = len(scale) - at
		}
		if fits && len(found) >= 3 {
			return orders, true
		}
	}
	return nil, false
}

// departmentHeadings name where somebody works, the surest first, whereWords
// and workWords make a question of it; backgroundHeadings ask what else is known
// of somebody.
var (
	departmentHeadings = []string{"forvaltning", "department", "direktorat", "afdeling", "organisation", "arbejdssted", "arbejdsplads", "center", "enhed", "område", "dep", "unit"}
	whereWords         = []string{"hvor", "hvilken", "hvilket", "where", "which"}
	workWords          = []string{"ansat", "arbejder", "tilhører", "hører", "employed", "work", "belong"}
	backgroundHeadings = []string{"køn", "gender", "alder", "aldersgruppe", "anciennitet", "stilling", "faggruppe", "uddannelse", "ansættelse", "lederansvar", "age", "education"}
	weightHeadings     = set("vægt", "vægte", "weight", "weights", "wgt", "vgt", "gewicht", "w", "wt", "vægtning", "weighting", "vaegt")
	textHeadings       = []string{"bemærkning", "kommentar", "comment", "forslag", "uddyb", "skriv", "beskriv", "tekst", "med egne ord", "hvorfor", "andet noter", "notér", "open ended"}
)

// headed tells whether a heading has one of the words in it, as a word of its
// own or at the start of one.
func headed(heading string, words []string) (rank int, ok bool) {
	heading = " " + plain(heading)
	for i, w := range words {
		if strings.Contains(heading, " "+w) || len(w) > 6 && strings.Contains(heading, w) {
			return i, true
		}
	}
	return 0, false
}

// asksWhere tells how surely a heading asks where somebody works: 0 not at all.
// Many questions have the word in them ("… i din forvaltning?") and ask for
// something else.
func asksWhere(heading string) int {
	words := strings.Fields(plain(heading))
	has := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	rank, named := headed(heading, departmentHeadings)
	surely := 2*len(departmentHeadings) - rank
	switch {
	case named && len(words) <= 2:
		return surely + 1
	case len(words) <= 12 && has(whereWords) && has(workWords):
		if named {
			return surely + 2
		}
		return 3
	}
	return 0
}
