package text

import "testing"

// Agencies write place, day and their own name in every order.
func TestDatelineOrders(t *testing.T) {
	for line, want := range map[string]string{
		"OSTHAVEN (Reuters) - A ferry sank.":                    "OSTHAVEN|Reuters|",
		"OSTHAVEN, March 9 (Reuters) - A ferry sank.":           "OSTHAVEN|Reuters|March 9",
		"OSTHAVEN, Norland, March 9, 2014 (AP) — A ferry sank.": "OSTHAVEN, Norland|AP|March 9, 2014",
		"OSTHAVEN, Sunday (AFP) - A ferry sank.":                "OSTHAVEN|AFP|Sunday",
		"March 9 (Reuters) - A ferry sank.":                     "|Reuters|March 9",
		"9 March (UPI) -- A ferry sank.":                        "|UPI|9 March",
		"OSTHAVEN, March 9 AFP - A ferry sank.":                 "OSTHAVEN|AFP|March 9",
		"OSTHAVEN - AFP - A ferry sank.":                        "OSTHAVEN|AFP|",
		"OSTHAVEN, AFP — A ferry sank.":                         "OSTHAVEN|AFP|",
		"Osthaven, 9 March AFP — A ferry sank.":                 "Osthaven|AFP|9 March",
		"Osthaven (AFP) March 9, 2014 - A ferry sank.":          "Osthaven|AFP|March 9, 2014",
		"Osthaven (AFP) – A ferry sank.":                        "Osthaven|AFP|",
		"(ANSA) - Osthaven, March 9 - A ferry sank.":            "Osthaven|ANSA|March 9",
		"(ANSA) OSTHAVEN, March 9 - A ferry sank.":              "OSTHAVEN|ANSA|March 9",
		"(AFP) OSTHAVEN - A ferry sank.":                        "OSTHAVEN|AFP|",
		"AFP, OSTHAVEN - A ferry sank.":                         "OSTHAVEN|AFP|",
		"AFP - OSTHAVEN - A ferry sank.":                        "OSTHAVEN|AFP|",
		"Osthaven, March 9, SANA - A ferry sank.":               "Osthaven|SANA|March 9",
		"Osthaven, (SANA) – A ferry sank.":                      "Osthaven|SANA|",
		"Osthaven, SANA – A ferry sank.":                        "Osthaven|SANA|",
		"OSTHAVEN, March 9. /TASS/. A ferry sank.":              "OSTHAVEN|TASS|March 9",
		"OSTHAVEN, March 9 /TASS/. A ferry sank.":               "OSTHAVEN|TASS|March 9",
		"OSTHAVEN, March 9 - RIA Novosti. A ferry sank.":        "OSTHAVEN|RIA Novosti|March 9",
		"OSTHAVEN. March 9 (Interfax) - A ferry sank.":          "OSTHAVEN|Interfax|March 9",
		"OSTHAVEN. March 9. Interfax - A ferry sank.":           "OSTHAVEN|Interfax|March 9",
		"Osthaven /ritzau/ A ferry sank.":                       "Osthaven|Ritzau|",
		"Osthaven /ritzau/reuters/ A ferry sank.":               "Osthaven|Ritzau|",
		"(Osthaven) – A ferry sank.":                            "Osthaven||",
		"(Osthaven, March 9, 2014) – A ferry sank.":             "Osthaven||March 9, 2014",
		"(New Osthaven) - A ferry sank.":                        "New Osthaven||",
		"New Osthaven, Mar 9 (PTI) A ferry sank.":               "New Osthaven|PTI|Mar 9",
		"New Osthaven: Mar 9 (PTI) A ferry sank.":               "New Osthaven|PTI|Mar 9",
		"Osthaven, Mar 9 (EFE).- A ferry sank.":                 "Osthaven|EFE|Mar 9",
		"Osthaven (EFE).- A ferry sank.":                        "Osthaven|EFE|",
		"(CNN)A ferry sank.":                                    "|CNN|",
		"(CNN) -- A ferry sank.":                                "|CNN|",
		"(CNN) A ferry sank.":                                   "|CNN|",
		"(Reuters) - A ferry sank.":                             "|Reuters|",
		"(AP) A ferry sank.":                                    "|AP|",
		"Osthaven, Norland (CNN) -- A ferry sank.":              "Osthaven, Norland|CNN|",
		"Osthaven (CNN)A ferry sank.":                           "Osthaven|CNN|",
		"[AFP] OSTHAVEN - A ferry sank.":                        "OSTHAVEN|AFP|",
		"OSTHAVEN, March 9 (Xinhua) -- A ferry sank.":           "OSTHAVEN|Xinhua|March 9",
		"OSTHAVEN (Kyodo) _ A ferry sank.":                      "OSTHAVEN|Kyodo|",
		"OSTHAVEN (Thomson Reuters Foundation) - A ferry sank.": "OSTHAVEN|Thomson Reuters Foundation|",
		"OSTHAVEN, 9 March 2014 (IRIN) - A ferry sank.":         "OSTHAVEN|IRIN|9 March 2014",
		"OSTHAVEN: A ferry sank.":                               "OSTHAVEN||",
		"OSTHAVEN — A ferry sank.":                              "OSTHAVEN||",
		"OSTHAVEN, Norland — A ferry sank.":                     "OSTHAVEN, Norland||",
		"Osthaven, Norland – A ferry sank.":                     "Osthaven, Norland||",
		"Osthaven, March 9 - A ferry sank.":                     "Osthaven||March 9",
		"AFP - A ferry sank.":                                   "|AFP|",
		"Reuters - A ferry sank.":                               "|Reuters|",
		"SANA-A ferry sank.":                                    "|SANA|",
		"OSTHAVEN/NORTHPORT, March 9 (Reuters) - A ferry sank.": "OSTHAVEN/NORTHPORT|Reuters|March 9",
		"Osthaven, Mar 9 (IANS) A ferry sank.":                  "Osthaven|IANS|Mar 9",
		"OSTHAVEN (AP) A ferry sank.":                           "OSTHAVEN|AP|",
		"OSTHAVEN, March 9 (Yonhap) -- A ferry sank.":           "OSTHAVEN|Yonhap|March 9",
		"OSTHAVEN, March 9, 2014 (AFP) - A ferry sank.":         "OSTHAVEN|AFP|March 9, 2014",
		"OSTHAVEN (Anadolu Agency) - A ferry sank.":             "OSTHAVEN|Anadolu Agency|",
		"OSTHAVEN, Sunday, March 9 (AP) - A ferry sank.":        "OSTHAVEN|AP|March 9",
		// These are none.
		"Sources - the army says it will go on.":    "",
		"WATCH: The ferry sinks.":                   "",
		"The army - Reuters said - is near.":        "",
		"Norland's SANA - state news - said so.":    "",
		"He said (Reuters) that it sank.":           "",
		"Officials (and others) said it sank.":      "",
		"(Reporting by Ana Brook) The ferry sank.":  "",
		"(Updated) The ferry sank.":                 "",
		"(Photo: Ana Brook) The ferry sank.":        "",
		"al-Qaeda said it sank the ferry.":          "",
		"On March 9 the ferry - an old one - sank.": "",
		"(The ferry) - A report.":                   "",
	} {
		got := ""
		if d := matchDateline(line); d != nil {
			source := d.source
			if names := textAgenciesIn(source); len(names) > 0 {
				source = names[0]
			}
			got = d.place + "|" + source + "|" + d.date
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", line, got, want)
		}
	}
}
