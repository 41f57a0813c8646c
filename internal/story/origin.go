package story

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"wiredesk"
	"wiredesk/internal/lexicon"
)

// ownShare is the share of carried words below which a report's outlet may
// have added an account of its own.
const ownShare = 0.5

// CountOrigins answers "how many say so" for a set of reports of one story: the
// one function for it everywhere. Assignments stand in the order of the
// readings. Reports that carry one text count as one origin: the agency that
// one of them credits, or else the outlet that had it first. What a report
// compiles from several agencies, or adds to a text that it carries, is only
// perhaps an origin of its own.
func CountOrigins(readings []wiredesk.Reading, assignments []wiredesk.Assignment) wiredesk.Origins {
	var all []wiredesk.Origins
	for _, family := range families(readings, assignments) {
		all = append(all, family.origins())
	}
	return MergeOrigins(all...)
}

// MergeOrigins puts together what is known of several reports or claims. An
// origin that is certain somewhere is no longer perhaps.
func MergeOrigins(all ...wiredesk.Origins) wiredesk.Origins {
	var out wiredesk.Origins
	for _, o := range all {
		out.Known = union(out.Known, o.Known)
		out.Evidence = union(out.Evidence, o.Evidence)
		out.Speakers = union(out.Speakers, o.Speakers)
		out.Unknown += o.Unknown
	}
	for _, o := range all {
		for _, name := range o.Perhaps {
			if !slices.Contains(out.Known, name) {
				out.Perhaps = union(out.Perhaps, []string{name})
			}
		}
	}
	return out
}

// union adds what is new of b to a, in the order of b.
func union(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// OriginsOf returns the origins of one claim and its speaker: the first agency
// or outlet that carried it from the speaker, where the claim's chain names one;
// the speaker, where it is a post that everybody can read; or else the origins
// of the report as they stand in its assignment.
func OriginsOf(claim wiredesk.Claim, reading *wiredesk.Reading, assignment wiredesk.Assignment) wiredesk.Origins {
	o := carriedBy(claim, reading, assignment)
	if speaker := speakerOf(claim); speaker != "" {
		o.Speakers = []string{speaker}
	}
	return o
}

// speakerOf is who speaks in a claim, or "" for the report itself and for
// somebody who is not known.
func speakerOf(claim wiredesk.Claim) string {
	if claim.Kind == wiredesk.Narrated || len(claim.Chain) < 2 || claim.Chain[0] == unknownSpeaker {
		return ""
	}
	return claim.Chain[0]
}

// unknownSpeaker stands in a chain for a speaker who is not known.
const unknownSpeaker = "unknown"

func carriedBy(claim wiredesk.Claim, reading *wiredesk.Reading, assignment wiredesk.Assignment) wiredesk.Origins {
	for i := 1; i+1 < len(claim.Chain); i++ {
		e := entityOf(claim, reading, i)
		_, known := knownAgency(claim.Chain[i])
		if !known && (e == nil || !e.Agency) {
			continue
		}
		name := agencyName(claim.Chain[i])
		return wiredesk.Origins{
			Known:    []string{name},
			Evidence: []string{fmt.Sprintf("%s carried this claim, as %s says", name, outletOf(reading))},
		}
	}
	if speaker := speakerOf(claim); speaker != "" && posted(claim, reading) {
		return wiredesk.Origins{
			Known:    []string{speaker},
			Evidence: []string{fmt.Sprintf("%s posted it, as %s says: whoever prints it has it from there", speaker, outletOf(reading))},
		}
	}
	return assignment.Origins
}

//go:embed lexicon/posts.txt
var postsFile []byte

// posts are the words for what somebody posts for all to read.
var posts = sync.OnceValue(func() map[string]bool { return lexicon.Set(postsFile) })

// postReach is the number of bytes around a cue in which a word tells that
// something was posted: "said in a tweet on Monday".
const postReach = 30

// posted reports whether a claim is a post.
func posted(claim wiredesk.Claim, reading *wiredesk.Reading) bool {
	for _, cue := range claim.Cue {
		if cue.End <= cue.Start || !cue.Valid(reading.Text) {
			continue
		}
		around := wiredesk.Span{Start: cue.Start, End: min(len(reading.Text), cue.End+postReach)}
		for _, w := range scan(reading.Text, around) {
			if w.opens && w.span.Start > cue.Start {
				break
			}
			if posts()[w.plain] {
				return true
			}
		}
	}
	return false
}

// entityOf returns the entity of one link of a claim's chain, or nil.
func entityOf(claim wiredesk.Claim, reading *wiredesk.Reading, i int) *wiredesk.Entity {
	if i >= len(claim.ChainEntities) || claim.ChainEntities[i] == "" {
		return nil
	}
	for k := range reading.Entities {
		if reading.Entities[k].ID == string(claim.ChainEntities[i]) {
			return &reading.Entities[k]
		}
	}
	return nil
}

// outletOf names a report for people: by its outlet, or by its id.
func outletOf(r *wiredesk.Reading) string {
	if r.Outlet != "" {
		return string(r.Outlet)
	}
	return r.ID
}
