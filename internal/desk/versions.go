package desk

import (
	_ "embed"
	"strings"
	"sync"

	"wiredesk/internal/store"
)

// versionsFile holds the version of each stage: a hash of what the stage makes of
// all fixtures, and of its models and word lists. `make versions` writes it, and a
// test fails where it is not what the stages make by now.
//
//go:embed versions.txt
var versionsFile string

// StageVersions returns the version of each stage of this program by its name.
var StageVersions = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(versionsFile) {
		if stage, version, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			out[stage] = version
		}
	}
	return out
})

// Versions are the names of this program's stages. A name holds the versions
// of all that its results depend on, besides the stages before it. A desk with
// results of other versions reads its archive again.
func Versions() store.LineNames {
	v := func(stage string) string { return stage + "/" + StageVersions()[stage] }
	return store.LineNames{
		Intake:  v("intake") + " " + v("standing"),
		Reading: v("lang/en") + " " + v("claim/en"),
		Story:   v("story"),
		Brief:   v("brief"),
	}
}
