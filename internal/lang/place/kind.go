package place

import "wiredesk"

// A Kind says what a record of the gazetteer is.
type Kind byte

// The kinds, in the order in which the records of the gazetteer stand.
const (
	Region   Kind = iota // a continent, region, sea, river, island or range
	Country              // a country or dependent territory
	Division             // a first-level division: state, province, governorate
	County               // a second-level division: county, department, district
	Town                 // a town or village
	Quarter              // a part of a town
	Seat                 // the seat of a first-level division
	Capital              // the capital of a country
)

// precision says how finely a place of the kind lies.
func (k Kind) precision() wiredesk.Precision {
	switch k {
	case Region:
		return wiredesk.PrecisionRegion
	case Country:
		return wiredesk.PrecisionCountry
	case Division, County:
		return wiredesk.PrecisionProvince
	}
	return wiredesk.PrecisionCity
}
