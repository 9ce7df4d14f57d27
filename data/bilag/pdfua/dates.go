package pdfua

import (
	"regexp"
	"strconv"
	"time"
)

// checkDate wants the same moment in the document's information and the packet,
// and wants both to exist: a paper without a date is no archive's friend.
func (c *checker) checkDate(key, info, packet string) {
	a, ok := pdfDate(info)
	if !ok {
		c.flag("own 1", "date", "Info", "%s is %q, not a full date with a zone", key, info)
		return
	}
	b, err := time.Parse(time.RFC3339, packet)
	if err != nil {
		c.flag("own 1", "date", "metadata", "%s of the packet is %q, not a full date with a zone", key, packet)
		return
	}
	if !a.Equal(b) {
		c.flag("own 1", "date-mismatch", "Info", "%s is %s, the packet has %s", key, info, packet)
	}
}

var dateForm = regexp.MustCompile(`^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'(\d\d)'?)(?:00'00'?)?$`)

// pdfDate reads a date in the full form of ISO 32000-1, 7.9.4, zone included.
func pdfDate(s string) (time.Time, bool) {
	m := dateForm.FindStringSubmatch(s)
	if m == nil {
		return time.Time{}, false
	}
	var n [6]int // year to second
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	zone, _ := strconv.Atoi(m[8])
	minutes, _ := strconv.Atoi(m[9])
	zone = zone*3600 + minutes*60
	if m[7] == "-" {
		zone = -zone
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], 0, time.FixedZone("", zone))
	valid := t.Year() == n[0] && t.Month() == time.Month(n[1]) && t.Day() == n[2] && t.Hour() == n[3] && t.Minute() == n[4]
	return t, valid
}
