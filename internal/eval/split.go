package eval

import (
	"crypto/sha1"
	"slices"

	"wiredesk/internal/eval/corpus"
)

// GunViolenceTrain and GunViolenceDev part the incidents of the Gun Violence
// Archive that are here: three quarters to train on, one to measure with. A
// quarter is as many as are held back elsewhere.
func GunViolenceTrain(shared string) ([]corpus.Article, error) { return gunPart(shared, false) }

// GunViolenceDev is the part that is not trained on; see GunViolenceTrain.
func GunViolenceDev(shared string) ([]corpus.Article, error) { return gunPart(shared, true) }

func gunPart(shared string, dev bool) ([]corpus.Article, error) {
	all, err := corpus.GunViolence(shared)
	return slices.DeleteFunc(all, func(a corpus.Article) bool {
		return (sha1.Sum([]byte(a.Story))[7]%4 == 0) != dev
	}), err
}
