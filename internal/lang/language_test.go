package lang

import (
	"testing"

	"wiredesk"
)

func TestLanguage(t *testing.T) {
	for want, text := range map[wiredesk.Optional]string{
		"en": "The harbour master said on Friday that the ferry had left the pier with forty people on board and that nobody had been told of the storm.",
		"fr": "Le capitaine du port a déclaré vendredi que le ferry avait quitté le quai avec quarante personnes à bord et que personne n'avait été prévenu de la tempête.",
		"es": "El capitán del puerto dijo el viernes que el transbordador había salido del muelle con cuarenta personas a bordo y que nadie había sido avisado de la tormenta.",
		"nl": "De havenmeester zei vrijdag dat de veerboot met veertig mensen aan boord van de pier was vertrokken en dat niemand voor de storm was gewaarschuwd. Volgens de politie wordt nog gezocht naar zes vermisten; twee lichamen werden zaterdag door vissers gevonden.",
		"de": "Der Hafenmeister sagte am Freitag, die Fähre habe mit vierzig Menschen an Bord den Pier verlassen, und niemand sei vor dem Sturm gewarnt worden.",
		"ar": "قال مدير الميناء يوم الجمعة إن العبارة غادرت الرصيف وعلى متنها أربعون شخصا وإن أحدا لم يبلغ بالعاصفة.",
		"ru": "Капитан порта сообщил в пятницу, что паром отошёл от причала с сорока пассажирами на борту и что никто не был предупреждён о шторме. По данным полиции, шесть человек считаются пропавшими без вести, двое погибших были найдены рыбаками в субботу утром.",
		"":   "Ferry leaves Port Luna",
	} {
		r := &wiredesk.Report{Text: text, Body: []wiredesk.Span{{Start: 0, End: len(text)}}}
		d := Analyze(r)
		if d.Report.Language != want {
			t.Errorf("%q is taken for %q, want %q", text, d.Report.Language, want)
		}
		if r.Language != "" {
			t.Error("the report given was changed")
		}
		tagged := len(d.Tokens) > 0 && d.Tokens[0].UPOS != ""
		if english := want == "en" || want == ""; tagged != english {
			t.Errorf("%q: tagged as English: %v", want, tagged)
		}
	}
}
