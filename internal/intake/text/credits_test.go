package text

import (
	"strings"
	"testing"
)

const story = "Nine rescued as river floods quarter\n\nRescue crews pulled nine people from the flooded quarter on Sunday, the district office said.\n\nOfficials said that 31 houses were damaged and that two roads were closed."

// Lines below, above and at the end of a text credit agencies.
func TestCreditLines(t *testing.T) {
	head, rest, _ := strings.Cut(story, "\n\n")
	for name, c := range map[string]struct{ text, agencies, compiled string }{
		"with, in brackets":         {story + "\n\n(With AFP and Reuters)", "", "AFP Reuters"},
		"with, at the end":          {story + " (With AFP and Reuters)", "", "AFP Reuters"},
		"with, bare":                {story + "\n\nWith AP, AFP", "", "AP AFP"},
		"agencies":                  {story + "\n\n(Agencies)", "", ""},
		"two in brackets":           {story + "\n\n(AFP, Reuters)", "AFP Reuters", ""},
		"copyright":                 {story + "\n\nCopyright Associated Press", "AP", ""},
		"copyright, year behind":    {story + "\n\n© AFP 2014", "AFP", ""},
		"signed off":                {story + " PTI ABC XYZ", "PTI", ""},
		"first published":           {story + "\n\nThis story was first published by Reuters.", "Reuters", ""},
		"reporting by":              {story + "\n\nReporting by Reuters", "Reuters", ""},
		"byline":                    {head + "\n\nBy Reuters\n\n" + rest, "Reuters", ""},
		"byline with a bar":         {head + "\n\nBy Ana Brook | Reuters\n\n" + rest, "Reuters", ""},
		"byline over an agency":     {head + "\n\nAna Brook\nAssociated Press\n\n" + rest, "AP", ""},
		"byline of two houses":      {head + "\n\nBy REUTERS and Harbour Post staff\n\n" + rest, "Reuters", ""},
		"an agency spoken of":       {story + "\n\nThe office confirmed this to Reuters.", "", ""},
		"with something of its own": {story + "\n\n(With help from Reuters and two children)", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := Read(c.text, Known{})
			if got := strings.Join(r.Agencies, " "); got != c.agencies {
				t.Errorf("agencies %q, want %q", got, c.agencies)
			}
			if got := strings.Join(r.CompiledFrom, " "); got != c.compiled {
				t.Errorf("compiled from %q, want %q", got, c.compiled)
			}
		})
	}
}

// What metadata call an author is a person, an agency, or neither.
func TestCredits(t *testing.T) {
	for author, want := range map[string]string{
		"Ana Brook":                   "Ana Brook|",
		"By Ana Brook and Nils Harbo": "Ana Brook,Nils Harbo|",
		"By Ana Brook in Osthaven and Nils Harbo in Northport": "Ana Brook,Nils Harbo|",
		"Brook, Ana":                                       "Ana Brook|",
		"Brook, Ana; Harbo, Nils":                          "Ana Brook,Nils Harbo|",
		"Ana Brook, Nils Harbo":                            "Ana Brook,Nils Harbo|",
		"Ana Brook, Associated Press":                      "Ana Brook|AP",
		"Ana Brook (AFP)":                                  "Ana Brook|AFP",
		"Ana Brook / Reuters":                              "Ana Brook|Reuters",
		"Ana Brook - Reuters":                              "Ana Brook|Reuters",
		"Ana Brook of The Associated Press":                "Ana Brook|AP",
		"Ana Brook for AFP":                                "Ana Brook|AFP",
		"Ana Brook, AP Science Writer":                     "Ana Brook|AP",
		"Ana Brook, Staff Writer":                          "Ana Brook|",
		"Ana Brook <ana@post.example>":                     "Ana Brook|",
		"Ana Brook | Email the author | Follow on Twitter": "Ana Brook|",
		"Ana Brook Published: 04 Nov 2013 09:15 GMT":       "Ana Brook|",
		"Posted by Ana Brook":                              "Ana Brook|",
		"von Ana Brook und Nils Harbo":                     "Ana Brook,Nils Harbo|",
		"Reuters":                                          "|Reuters",
		"Reuters Staff":                                    "|Reuters",
		"The Associated Press":                             "|AP",
		"AP and Reuters":                                   "|AP,Reuters",
		"Agence France-Presse in Osthaven":                 "|AFP",
		"AFP/Reuters":                                      "|AFP,Reuters",
		"admin":                                            "|",
		"Harbour Post":                                     "|",
		"The Harbour Post":                                 "|",
		"Harbour Post Newsroom":                            "|",
		"Web Desk":                                         "|",
		"Ledger feed":                                      "|",
		"https://post.example/authors/7":                   "|",
		"gr/bp":                                            "|",
		"Petra Novak":                                      "Petra Novak|",
	} {
		names, agencies := Credits("Harbour Post", author)
		if got := strings.Join(names, ",") + "|" + strings.Join(agencies, ","); got != want {
			t.Errorf("%s: %q, want %q", author, got, want)
		}
	}
}

// A text that goes on elsewhere says so, and the mark is no part of it.
func TestGoesOn(t *testing.T) {
	for _, mark := range []string{
		"MORE", "(MORE)", "- MORE -", "--more--", "more", "(more to follow)", "More to come.", "More to follow", "Details to follow.", "Full story to follow",
		"Continued on page 4", "Continued on Page A4", "Continued on A4", "(Continued on page 7)", "Cont'd on p. 3", "Please turn to page 6", "Turn to A6", "See FLOOD, Page 9", "Continued on next page", "Continued...", "To be continued",
		"(story develops)", "(developing)", "Developing story", "This is a developing story.", "This is a developing story and will be updated.", "This story will be updated.", "Check back for updates.", "Story developing", "DEVELOPING...",
		"[Message clipped]", "[Message clipped]  View entire message", "... (truncated)", "[truncated]", "[...]", "[…]", "[+1234 chars]", "… [+86 more characters]",
		"Read more at harbourpost.example", "Continue reading", "Continue reading →", "Read the full story at https://post.example/a", "Read more...", "Full story", "Click here to read more", "Click here for the full article",
		"This article is for subscribers only.", "Subscribers only", "For subscribers only", "Subscribe to read the full story.", "To continue reading, log in or subscribe.", "You have reached your limit of free articles this month.",
		"You have 2 free articles left.", "This content is available to subscribers only.", "Log in to continue reading", "Sign up to keep reading", "Already a subscriber? Log in to continue", "This is premium content for members only.",
	} {
		r := Read(story+"\n\n"+mark+"\n", Known{})
		if n := len(r.Body); r.Complete || n != 2 {
			t.Errorf("%q: complete %v, %d paragraphs", mark, r.Complete, n)
		}
	}
	for _, tail := range []string{
		"(More)\n\nShe said that the river would fall.", "Read more: River falls in the north\n\nShe said so.", "She wants more.", "No more details were given.", "The ministry said the story was developing fast and that it would say more.",
		"They asked the members to read the full report.", "Subscribers to the water works were told to boil it.", "He said he would continue reading the names.", "", "The page is turned to page 6 of the book.",
		"Free articles of clothing were handed out.",
	} {
		if r := Read(story+"\n\n"+tail+"\n", Known{}); !r.Complete {
			t.Errorf("%q is no mark", tail)
		}
	}
}
