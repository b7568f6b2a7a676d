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
  const styled = (/** @type {number | string} */ style) => (/** @type {string} */ text) =>
    colours && text !== '' ? `\x1b[${style}m${text}\x1b[0m` : text
  const [bold, dim, screen] = [styled(1), styled(2), styled('97;40')]

  const rows = [
    ['Join', here, ''],
    ['Host', `${here}/library`, 'a demo workshop is there to try'],
    ...phones(network),
    ['Stop', 'Ctrl-C', ''],
  ]
  const width = Math.max(...rows.map(([, value = '']) => value.length))
  const table = rows.map(([name = '', value = '', note = '']) =>
    `  ${dim(name.padEnd(8))}${bold(value)}${' '.repeat(width - value.length + 3)}${dim(note)}`.trimEnd(),
  )
  const picture = code === null ? [] : [...code.split('\n').map((line) => `  ${screen(line)}`), '']
  return [
    '',
    `  ${bold('humuus')} is running ${dim(`(after ${seconds.toFixed(1)} s)`)}`,
    '',
    ...table,
    '',
    ...picture,
  ].join('\n')
}

/** @param {string[]} network */
function phones([first, ...others]) {
  if (first === undefined) return [['Phones', 'HOST=0.0.0.0 npm start', 'lets in those on the same network']]
  return [['Phones', first, 'on the same network'], ...others.map((address) => ['', address, ''])]
}
