package wiredesk

// Precision says how finely words place something.
type Precision string

// The precisions, finest first.
const (
	PrecisionPoint    Precision = "point"
	PrecisionCity     Precision = "city"
	PrecisionProvince Precision = "province"
	PrecisionCountry  Precision = "country"
	PrecisionRegion   Precision = "region"
)

// A Place is a place name in a text, resolved against the gazetteer. Lat and
// Lon are WGS 84 degrees of its centre; they say no more than Precision allows.
type Place struct {
	Span      Span      `json:"span"`
	Name      string    `json:"name"`    // the gazetteer's name
	Country   Optional  `json:"country"` // ISO 3166-1 alpha-2
	Admin1    Optional  `json:"admin1"`  // name of the first-level division
	Lat       float64   `json:"lat"`
	Lon       float64   `json:"lon"`
	Precision Precision `json:"precision"`
	ID        string    `json:"id"`                 // "geonames:169577", "country:SY"
	Dateline  bool      `json:"dateline,omitempty"` // where the report was filed: no place of anything that it tells
}

// Site is the place of a figure or an event. The finest place that the words
// themselves give, never the dateline's.
type Site struct {
	Name      string    `json:"name"`
	Precision Precision `json:"precision"`
	Country   Optional  `json:"country"`
	ID        string    `json:"id"`
}
