package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"

	"wiredesk/internal/lang/place"
)

// encode writes the gazetteer in the form that place.read reads.
func (b *builder) encode() ([]byte, error) {
	slices.SortStableFunc(b.entries, func(x, y entry) int {
		return cmp.Or(cmp.Compare(place.Fold(x.name), place.Fold(y.name)), cmp.Compare(x.record, y.record), cmp.Compare(x.name, y.name))
	})
	b.entries = slices.CompactFunc(b.entries, func(x, y entry) bool { return x.name == y.name && x.record == y.record })
	var names, codes bytes.Buffer
	var lengths, first []byte
	var owner, head []uint32
	previous := uint32(0)
	for _, e := range b.entries {
		names.WriteString(e.name)
		lengths = append(lengths, byte(len(e.name)))
		first = append(first, map[bool]byte{true: 1}[e.first])
		owner = append(owner, uint32(e.record)-previous)
		previous = uint32(e.record)
	}
	for k := place.Region; k <= place.County; k++ {
		head = append(head, b.count(k))
	}
	head = append(head, uint32(len(b.records)), uint32(len(b.entries)), uint32(names.Len()))
	var kinds, sizes []byte
	var country, admin1, lat, lon []uint16
	var ids []uint32
	for _, r := range b.records {
		kinds = append(kinds, byte(r.kind))
		sizes = append(sizes, size(r.population))
		country = append(country, uint16(r.country-int(head[0])+1))
		admin1 = append(admin1, uint16(r.admin1-int(head[0]+head[1])+1))
		lat = append(lat, uint16(int16(math.Round(r.lat*100))))
		lon = append(lon, uint16(int16(math.Round(r.lon*100))))
		if r.country < 0 {
			country[len(country)-1] = 0
		}
		if r.admin1 < 0 {
			admin1[len(admin1)-1] = 0
		}
		ids = append(ids, r.id)
		if r.kind < place.Town {
			codes.WriteString(r.code)
			codes.WriteByte('\n')
		}
	}
	head = append(head, uint32(codes.Len()))
	var out bytes.Buffer
	for _, column := range []any{head, names.Bytes(), lengths, first, owner, kinds, sizes, country, admin1, lat, lon, ids, codes.Bytes()} {
		if err := binary.Write(&out, binary.LittleEndian, column); err != nil {
			return nil, err
		}
	}
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return w.EncodeAll(out.Bytes(), []byte(place.Header)), nil
}

// count returns how many records there are of a kind.
func (b *builder) count(k place.Kind) uint32 {
	n := uint32(0)
	for _, r := range b.records {
		if r.kind == k {
			n++
		}
	}
	return n
}
