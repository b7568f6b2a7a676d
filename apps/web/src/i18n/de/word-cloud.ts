import type { wordCloud as english } from '../en/word-cloud.ts'
import type { Shape } from '../shape.ts'

export const wordCloud = {
  yourWord: 'Dein Wort',
  anotherWord: 'Noch eins',
  yourWords_one: 'Dein Wort',
  yourWords_other: 'Deine Wörter',
  shortWords: 'Ein Wort, oder ein paar.',
  wordsOf: '{{count}} von {{max}} Wörtern.',
  allGiven: 'Alle deine Wörter sind vergeben. Nimm eins zurück, um ein anderes zu geben.',
  already: 'Dieses hast du schon gegeben.',
  tooLong_one: 'Ein Zeichen genügt.',
  tooLong_other: 'Bitte etwas kürzer: höchstens {{count}} Zeichen.',
  give: 'Senden',
  takeBackOf: 'Zurücknehmen: {{text}}',

  mine: 'von dir',
  mostNamed: 'Was am häufigsten genannt wurde',
  differentWords_one: '{{count, number}} Wort',
  differentWords_other: '{{count, number}} verschiedene Wörter',
  answers_one: '{{count, number}} Antwort',
  answers_other: '{{count, number}} Antworten',
  more_one: 'und {{count, number}} weiteres Wort',
  more_other: 'und {{count, number}} weitere Wörter',
  timesNamed_one: 'einmal genannt',
  timesNamed_other: '{{count, number}}-mal genannt',

  noWords: 'Noch keine Wörter.',
  moreNames_one: '{{names}} und noch jemand',
  moreNames_other: '{{names}} und {{count, number}} weitere',
  hidden: 'Nicht auf der Leinwand',
  hideOf: 'Von der Leinwand nehmen: {{text}}',
  showOf: 'Auf der Leinwand zeigen: {{text}}',
  find: 'Wort suchen',
  saveWords: 'Diese Wörter als CSV sichern',
  word: 'Wort',
  people: 'Personen',
} as const satisfies Shape<typeof english>
