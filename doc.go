// Package wiredesk holds the words of the desk as types: Report, Span, Source,
// Claim, Figure, Event, Story, Brief. It imports the standard library only,
// and everything else imports it.
//
// This is the tour, in the order in which a report walks through the rooms.
//
// 1. Intake turns raw bytes into reports: internal/intake tells the format,
// internal/intake/decode makes UTF-8 of it, and the package of the format reads
// it: internal/intake/text, which finds headline, byline, dateline, photos and
// body in running text and serves the others, internal/intake/html and
// internal/intake/jsonl, and for feeds internal/intake/rss,
// internal/intake/atom and internal/intake/jsonfeed, which share
// internal/intake/feed; internal/intake/opml reads lists of feeds.
// Wire items come in internal/intake/newsml, internal/intake/nitf,
// internal/intake/ninjs and internal/intake/teleprinter. internal/intake/markup looks at XML before its parsers do.
// internal/intake/email reads messages, internal/intake/table tables, internal/intake/frontmatter Markdown with a head,
// internal/intake/office texts of word processors
// and internal/intake/fieldxml XML of no known vocabulary; internal/intake/fields knows the names of their fields.
// internal/intake/warc reads web archives. internal/intake/date reads all dates of publication, internal/intake/pattern compiles expressions late. internal/intake/fetch is
// the only package that opens connections to addresses it is given.
//
// 2. Language turns a report into a Doc: internal/lang runs internal/lang/token
// and internal/lang/sentence over headline, body and captions, then
// internal/lang/tag for parts of speech and lemmas, internal/lang/parse for the
// heads of words (internal/lang/dense multiplies for it), internal/lang/name and
// internal/lang/entity for whom and what the words name (internal/lang/nation,
// internal/lang/people and internal/lang/body are what they know of countries,
// of people's names and titles and of standing bodies), internal/lang/number,
// internal/lang/timex and internal/lang/place for quantities, dates and places.
// internal/lexicon reads the word lists of this and the later stages, and
// internal/lang/langtest runs the fixtures of their tests;
// internal/lang/linear runs the linear models that several of them use,
// internal/lang/packed packs the files of most models,
// internal/lang/cluster knows which words are used alike in our own texts, and
// internal/lang/vector which are in very many others.
//
// 3. Claims come out of the Doc: internal/claim runs
// internal/claim/attribution for who says what through whom, which rests on
// internal/claim/quote for quotation marks, internal/claim/role for the words
// that are source, cue and content, and internal/claim/link for which of them
// belong together,
// internal/claim/predicate for what each clause of a claim says,
// internal/claim/stance for what a claim does,
// internal/claim/figure for casualty figures, internal/claim/event for who did
// what to whom, both by internal/claim/clause for where and when a clause says
// that something is, internal/claim/photo for captions and credits, and
// internal/claim/trim for what of a sentence can be left out. The result
// is a Reading: everything that the desk read out of one report.
//
// 4. Stories are found by internal/story: one ordered writer that links each
// reading to a story, tells pickups from independent accounts and counts
// origins.
//
// 5. The accounts of a story are laid beside each other by internal/dossier:
// incidents, tolls, positions, who agrees and who differs.
//
// 6. The brief of a story is compiled by internal/brief, and each of its
// sentences is let through or refused by internal/brief/check, which shares no
// code with it.
//
// internal/desk runs the stages over what is new and is the only place where
// they meet a store: the one engine of the commands and of the server.
// internal/standing decides which version of a report stands, what a kill or
// correction reaches and what an editor's act moves. internal/store says what is
// kept, internal/store/sqlite keeps it in one folder, internal/store/memory for
// the length of a command, internal/store/open opens a desk by its address, and
// internal/store/storetest is the suite that every store passes. internal/search
// reads what a person looks for and cuts snippets.
//
// The ways out are internal/export for text and Markdown, internal/web for
// pages and internal/api for JSON under /v1. cmd/wiredesk is the command line, one file per command.
//
// internal/eval measures the stages on public data sets, which
// internal/eval/corpus reads; what is made from such sets is made by
// internal/train/wordcount, internal/train/attribution, internal/train/linker, internal/train/names,
// internal/train/people, internal/train/clusters, internal/train/vectors, internal/train/syntax, and with
// internal/train/perceptron, which trains linear models.
// internal/train/gazetteer makes the gazetteer and internal/train/toponym the
// weights of its names.
package wiredesk
