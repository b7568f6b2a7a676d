export const wordCloud = {
  // giving
  yourWord: 'Your word',
  anotherWord: 'One more',
  yourWords_one: 'Your word',
  yourWords_other: 'Your words',
  shortWords: 'A word, or a few.',
  wordsOf: '{{count}} of {{max}} words.',
  allGiven: 'All your words are given. Take one back to give another.',
  already: 'You have given this one.',
  tooLong_one: 'One character is enough.',
  tooLong_other: 'A little shorter, please: {{count}} characters at most.',
  give: 'Send',
  takeBackOf: 'Take back: {{text}}',

  // the cloud
  mine: 'yours',
  mostNamed: 'What was named most',
  differentWords_one: '{{count, number}} word',
  differentWords_other: '{{count, number}} different words',
  answers_one: '{{count, number}} answer',
  answers_other: '{{count, number}} answers',
  more_one: 'and {{count, number}} more word',
  more_other: 'and {{count, number}} more words',
  timesNamed_one: 'named once',
  timesNamed_other: 'named {{count, number}} times',

  // the host
  noWords: 'No words yet.',
  moreNames_one: '{{names}} and one more',
  moreNames_other: '{{names}} and {{count, number}} more',
  hidden: 'Kept off the screen',
  hideOf: 'Keep off the screen: {{text}}',
  showOf: 'Show on the screen: {{text}}',
  find: 'Find a word',
  saveWords: 'Save these words as CSV',
  word: 'Word',
  people: 'People',
} as const
