/** What the caller did wrong, in one line for them to read. */
export class WrongUse extends Error {}
