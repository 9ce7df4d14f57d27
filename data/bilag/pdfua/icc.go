package pdfua

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"

	"synlig/data/bilag/pdfua/rawpdf"
)

// checkIntents wants one output intent for PDF/A, with an RGB profile, since the
// papers draw in device RGB and grey (ISO 19005-2, 6.2.3 and 6.2.4.3).
func (c *checker) checkIntents() {
	var profile rawpdf.Object
	for _, o := range c.array(c.catalog["OutputIntents"]) {
		d := c.dict(o)
		if c.name(d["S"]) != "GTS_PDFA1" {
			continue
		}
		if d["DestOutputProfileRef"] != nil || profile != nil && where(profile) != where(d["DestOutputProfile"]) {
			c.flag("A 6.2.3", "output-intent", "catalog", "two profiles, or a profile outside the file")
		}
		if c.text(d["OutputConditionIdentifier"]) == "" {
			c.flag("A 6.2.3", "output-intent", "catalog", "no OutputConditionIdentifier")
		}
		profile = d["DestOutputProfile"]
	}
	s := c.stream(profile)
	if s == nil {
		c.flag("A 6.2.3", "output-intent", "catalog", "no output intent with a profile")
		return
	}
	if n, _ := c.integer(s.Dict["N"]); n != 3 {
		c.flag("A 6.2.3", "icc", where(profile), "N is %d, RGB has 3", n)
		return
	}
	if err := checkProfile(c.data(s, where(profile))); err != nil {
		c.flag("A 6.2.3", "icc", where(profile), "%v", err)
	}
}

// checkProfile wants an RGB profile of a screen or printer that a colour engine
// can use (ICC.1, 7 and 9).
func checkProfile(b []byte) error {
	if len(b) < 132 {
		return errors.New("the profile is shorter than its header")
	}
	if size := binary.BigEndian.Uint32(b); int64(size) != int64(len(b)) {
		return fmt.Errorf("the profile says %d bytes and has %d", size, len(b))
	}
	class, space, pcs := string(b[12:16]), string(b[16:20]), string(b[20:24])
	switch {
	case string(b[36:40]) != "acsp":
		return errors.New("the profile has no signature")
	case b[8] != 2 && b[8] != 4:
		return fmt.Errorf("the profile is of version %d", b[8])
	case class != "mntr" && class != "prtr":
		return fmt.Errorf("the profile is of class %q", class)
	case space != "RGB ":
		return fmt.Errorf("the profile's space is %q", space)
	case pcs != "XYZ " && pcs != "Lab ":
		return fmt.Errorf("the profile's connection space is %q", pcs)
	}
	tags, err := profileTags(b)
	if err != nil {
		return err
	}
	required := []string{"desc", "cprt", "wtpt"}
	if tags["A2B0"] == nil {
		required = append(required, "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC")
	}
	for _, name := range required {
		if tags[name] == nil {
			return fmt.Errorf("the profile has no %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(tags)) {
		data := tags[name]
		kind := string(data[:4])
		switch {
		case name[1:] == "XYZ" && (kind != "XYZ " || len(data) < 20),
			name[1:] == "TRC" && kind != "curv" && kind != "para":
			return fmt.Errorf("the profile's %s is of type %q", name, kind)
		case kind == "curv" && (len(data) < 12 || 12+2*int64(binary.BigEndian.Uint32(data[8:])) > int64(len(data))):
			return fmt.Errorf("the profile's %s is cut short", name)
		}
	}
	return nil
}

func profileTags(b []byte) (map[string][]byte, error) {
	n := int64(binary.BigEndian.Uint32(b[128:]))
	if n > 100 || 132+12*n > int64(len(b)) {
		return nil, errors.New("the profile's tag table is cut short")
	}
	tags := map[string][]byte{}
	for i := range n {
		row := b[132+12*i:]
		at, size := int64(binary.BigEndian.Uint32(row[4:])), int64(binary.BigEndian.Uint32(row[8:]))
		if at < 132 || size < 8 || at+size > int64(len(b)) {
			return nil, fmt.Errorf("the profile's tag %.4q lies outside it", row[:4])
		}
		tags[string(row[:4])] = b[at : at+size]
	}
	return tags, nil
}
