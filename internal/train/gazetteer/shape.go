package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
)

// A shape is the outline of a country, state or county: its rings, outer and
// inner alike, in degrees.
type shape struct {
	id, name string
	rings    [][][2]float64 // longitude, latitude
}

// A topology is a TopoJSON file.
type topology struct {
	Arcs      [][][2]float64 `json:"arcs"`
	Transform struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Objects map[string]struct {
		Geometries []struct {
			Type       string          `json:"type"`
			ID         any             `json:"id"`
			Arcs       json.RawMessage `json:"arcs"`
			Properties struct {
				Name string `json:"name"`
			} `json:"properties"`
		} `json:"geometries"`
	} `json:"objects"`
}

// readShapes reads the shapes of one object of a TopoJSON file.
func readShapes(path, object string) ([]shape, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var t topology
	if err := json.Unmarshal(b, &t); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	arcs := make([][][2]float64, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y float64
		for _, p := range arc {
			x, y = x+p[0], y+p[1]
			arcs[i] = append(arcs[i], [2]float64{
				x*t.Transform.Scale[0] + t.Transform.Translate[0],
				y*t.Transform.Scale[1] + t.Transform.Translate[1],
			})
		}
	}
	var shapes []shape
	for _, g := range t.Objects[object].Geometries {
		s := shape{id: fmt.Sprint(g.ID), name: g.Properties.Name}
		var polygons [][][]int
		switch g.Type {
		case "Polygon":
			polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &polygons)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, s.id, err)
		}
		for _, p := range polygons {
			for _, ring := range p {
				s.rings = append(s.rings, join(arcs, ring))
			}
		}
		shapes = append(shapes, s)
	}
	return shapes, nil
}

// join strings arcs into one ring; a negative index means the arc backwards.
func join(arcs [][][2]float64, ring []int) [][2]float64 {
	var out [][2]float64
	for _, i := range ring {
		if i >= 0 {
			out = append(out, arcs[i]...)
			continue
		}
		arc := arcs[^i]
		for k := len(arc) - 1; k >= 0; k-- {
			out = append(out, arc[k])
		}
	}
	return out
}

// contains reports whether the point lies inside: an odd number of the edges
// of all rings crosses the ray from it.
func (s *shape) contains(lat, lon float64) bool {
	inside := false
	for _, ring := range s.rings {
		for i := range ring {
			a, b := ring[i], ring[(i+1)%len(ring)]
			if (a[1] > lat) != (b[1] > lat) && lon < (b[0]-a[0])*(lat-a[1])/(b[1]-a[1])+a[0] {
				inside = !inside
			}
		}
	}
	return inside
}

// A centre is the sum of places with weights; its point is their mean.
type centre struct {
	lat, lon, weight float64
}

func (c *centre) add(lat, lon, weight float64) {
	c.lat += lat * weight
	c.lon += lon * weight
	c.weight += weight
}

func (c *centre) point() (lat, lon float64) { return c.lat / c.weight, c.lon / c.weight }

// centre returns the centroid of the largest ring, weighted by its area. The
// other rings are islands and exclaves, which would pull it away from where
// people look for it.
func (s *shape) centre() centre {
	var best centre
	for _, ring := range s.rings {
		var area, x, y float64
		for i := range ring {
			a, b := ring[i], ring[(i+1)%len(ring)]
			cross := a[0]*b[1] - b[0]*a[1]
			area += cross / 2
			x += (a[0] + b[0]) * cross
			y += (a[1] + b[1]) * cross
		}
		if area == 0 {
			continue
		}
		lat, lon := y/(6*area), x/(6*area)
		weight := math.Abs(area) * math.Cos(lat*math.Pi/180)
		if weight > best.weight {
			best = centre{}
			best.add(lat, lon, weight)
		}
	}
	return best
}
