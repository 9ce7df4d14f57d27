package pdf

import (
	"encoding/binary"
	"math"
	"sync"
)

const profileName = "sRGB IEC61966-2.1"

// profileTag is one entry of a colour profile.
type profileTag struct {
	name string
	data []byte
}

// colorProfile is a small display profile, made here so that it carries no
// licence: the sRGB primaries adapted to D50 and the sRGB tone curve as a
// table. Source: ICC.1:2001-04; values of IEC 61966-2-1.
var colorProfile = sync.OnceValue(func() []byte {
	curve := toneCurve(1024)
	return profileFile([]profileTag{
		{"desc", profileDescription(profileName)},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38515, 0.71687, 0.09708)},
		{"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	})
})

// fixed writes v as s15Fixed16Number.
func fixed(b []byte, v float64) []byte {
	return binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
}

func xyz(x, y, z float64) []byte {
	return fixed(fixed(fixed([]byte("XYZ \x00\x00\x00\x00"), x), y), z)
}

// profileDescription is a textDescriptionType without Unicode or script code.
func profileDescription(text string) []byte {
	b := append([]byte("desc\x00\x00\x00\x00"), 0, 0, 0, byte(len(text)+1))
	b = append(b, text...)
	return append(b, make([]byte, 1+4+4+2+1+67)...)
}

func toneCurve(points int) []byte {
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), uint32(points))
	for i := range points {
		v := float64(i) / float64(points-1)
		if v > 0.04045 {
			v = math.Pow((v+0.055)/1.055, 2.4)
		} else {
			v /= 12.92
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

// profileFile puts header, table and tags together; equal neighbours share
// their data.
func profileFile(tags []profileTag) []byte {
	const headerSize = 128
	start := headerSize + 4 + 12*len(tags)
	var data []byte
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	offset := 0
	for i, t := range tags {
		if i == 0 || &t.data[0] != &tags[i-1].data[0] {
			for (start+len(data))%4 != 0 {
				data = append(data, 0)
			}
			offset = start + len(data)
			data = append(data, t.data...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(offset))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	for (start+len(data))%4 != 0 {
		data = append(data, 0)
	}
	header := make([]byte, headerSize)
	binary.BigEndian.PutUint32(header, uint32(start+len(data)))
	copy(header[8:], []byte{2, 0x10, 0, 0}) // version 2.1
	copy(header[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(header[24:], 2014) // made on 1 January 2014
	binary.BigEndian.PutUint16(header[26:], 1)
	binary.BigEndian.PutUint16(header[28:], 1)
	copy(header[36:], "acsp")
	copy(header[68:], fixed(fixed(fixed(nil, 0.9642), 1), 0.8249)) // D50
	return append(append(header, table...), data...)
}
