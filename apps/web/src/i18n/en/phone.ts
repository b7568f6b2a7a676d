export const phone = {
  // name
  nameHeading: 'What shall we call you?',
  nameLabel: 'Your name here',
  anotherName: 'Suggest another',
  enter: 'Join',
  hostedBy: 'with {{name}}',
  nameTaken: 'There is already somebody called that. Here you are {{name}}.',

  // waiting
  youAreIn: 'You are in.',
  asName: 'as {{name}}',
  startsSoon: 'It starts soon. Keep this page open; the first step comes by itself.',
  nextStepSoon: 'The next step comes by itself.',
  people_one: '{{count}} person is here',
  people_other: '{{count}} people are here',
  changeName: 'Change name',

  // a step
  lookUp: 'Look at the screen.',
  readFirst: 'Read first. Answers open in a moment.',
  chooseOne: 'Choose one.',
  chooseSeveral: 'Choose all that fit.',
  chooseUpTo_one: 'Choose one.',
  chooseUpTo_other: 'Choose up to {{count}}.',
  yourAnswer: 'Your answer',
  writeHere: 'Write here',
  send: 'Send answer',
  sendAnother: 'Send another',
  sending: 'Sending…',
  saved: 'Your answer is saved.',
  kept: 'Waiting for network. Your answer is kept.',
  change: 'Change answer',
  keepAnswer: 'Keep my answer',
  canChange: 'You can change it until answers close.',
  closed: 'Answers are closed.',
  closedWithout: 'Answers are closed. The next step comes by itself.',
  paused: 'The workshop is paused.',
  resultSoon: 'The result comes in a moment.',

  // results
  right: 'Right!',
  partlyRight: 'Partly right.',
  notRight: 'Not this time.',
  notAnswered: 'You did not answer this one.',
  pointsGained_one: '+{{count}} point',
  pointsGained_other: '+{{count}} points',
  pointsSoFar_one: '{{count}} point so far',
  pointsSoFar_other: '{{count}} points so far',
  yourPlace: 'Place {{place}} of {{total}}',
  why: 'Why',
  theRoom: 'What the room says',
  scoreboard: 'Scores so far',

  // the end
  thankYou: 'Thank you for being here.',
  over: 'This workshop is over.',
  stoppedEarly: 'The workshop was ended. What you answered is kept.',
  yourAnswers: 'Your answers',
  joinAnother: 'Join another workshop',

  // the menu
  menu: 'More',
  leave: 'Leave the workshop',
  leaveConfirm: 'Leave the workshop? Your answers stay. You can come back with the same code.',
  stay: 'Stay',
} as const
