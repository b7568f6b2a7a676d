/** Something the person who started us can put right: the message is one line that says what is wrong and what to do. */
export class Problem extends Error {
  /** @override */
  name = 'Problem'
}
