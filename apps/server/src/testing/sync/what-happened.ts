/** How often each thing happened that the fuzz is about: a run in which nothing went wrong proves nothing. */
export const nothingYet = () => ({
  cuts: 0,
  requestsLost: 0,
  answersLost: 0,
  copies: 0,
  racesLost: 0,
  appendsLost: 0,
  commitsUnanswered: 0,
  commitsAfterAll: 0,
  stops: 0,
  kills: 0,
  takeovers: 0,
  changes: 0,
  snapshots: 0,
  acknowledged: 0,
  refused: 0,
})

export type WhatHappened = ReturnType<typeof nothingYet>
