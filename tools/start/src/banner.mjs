/**
 * What stands on the screen once everything runs.
 * @typedef {object} Running
 * @property {string} here address on this machine
 * @property {string[]} network addresses for phones; empty while only this machine is listened to
 * @property {string | null} code a QR code of the first of them, in lines of block characters
 * @property {number} seconds how long the start took
 * @property {boolean} colours
 */

/** @param {Running} running @returns {string} */
export function banner({ here, network, code, seconds, colours }) {
  const style = (/** @type {number} */ number, /** @type {string} */ text) =>
    colours ? `\x1b[${number}m${text}\x1b[0m` : text
  const row = (/** @type {string} */ name, /** @type {string} */ value, note = '') =>
    `  ${style(2, name.padEnd(9))}${style(1, value)}${note && `  ${style(2, note)}`}`

  return [
    '',
    `  ${style(1, 'humuus')} is running ${style(2, `(${seconds.toFixed(1)} s)`)}`,
    '',
    row('Join', here),
    row('Host', `${here}/library`, 'a demo workshop is there to try'),
    ...phones(network, row),
    row('Stop', 'Ctrl-C'),
    ...(code === null
      ? []
      : ['', ...code.split('\n').map((line) => `  ${colours ? `\x1b[97;40m${line}\x1b[0m` : line}`)]),
    '',
  ].join('\n')
}

/** @param {string[]} network @param {(name: string, value: string, note?: string) => string} row */
function phones(network, row) {
  const [first, ...others] = network
  if (first === undefined) return [row('Phones', 'HOST=0.0.0.0 npm start', 'lets in those on the same network')]
  return [row('Phones', first, 'on the same network'), ...others.map((address) => row('', address))]
}
