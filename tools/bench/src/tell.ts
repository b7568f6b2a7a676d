/** Says on the side what is being measured: tables come at the end, and that takes minutes. */
export const tell = (what: string): void => void process.stderr.write(`${what}\n`)
