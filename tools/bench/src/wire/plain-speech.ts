import { digitsAt, type Speech } from './speech.ts'

const beginOfMark = Buffer.from('"mark":')

/** Bare JSON: updates come to whoever is connected. Nobody votes. */
export const plainSpeech: Speech = {
  path: () => '/',
  enter: () => {},
  hear: (payload, line) => line.reached(digitsAt(payload, payload.indexOf(beginOfMark) + beginOfMark.length)),
  vote: () => {
    throw new Error('a bare WebSocket has no votes')
  },
}
