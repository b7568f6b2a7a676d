/**
 * A list in which every node type has its line.
 * @typedef {object} Registration
 * @property {string} file
 * @property {string} importLine
 * @property {string} entry
 * @property {RegExp} end where the list ends
 */

/** @param {import('./names.mjs').Names} names @returns {Registration[]} */
export const registrations = ({ type, camel }) => [
  {
    file: 'packages/workshop-engine/src/registry.ts',
    importLine: `import { ${camel} } from './nodes/${type}/index.ts'`,
    entry: camel,
    end: /,?\s*\] as const satisfies/,
  },
  {
    file: 'packages/workshop-engine/src/testing/arbitraries/index.ts',
    importLine: `import { ${camel}Arbitraries } from './${type}.ts'`,
    entry: `${key(type)}: ${camel}Arbitraries`,
    end: /,?\s*\} satisfies/,
  },
  {
    file: 'apps/web/src/nodes/registry.ts',
    importLine: `import { ${camel} } from './${type}/index.ts'`,
    entry: type === camel ? camel : `${key(type)}: ${camel}`,
    end: /,?\s*\} as const satisfies/,
  },
]

/** @param {string} type */
const key = (type) => (type.includes('-') ? `'${type}'` : type)

/**
 * The text of a list with one more line; the formatter puts the import in its place. Throws if the end is not found.
 * @param {string} text
 * @param {Registration} registration
 */
export function registered(text, { file, importLine, entry, end }) {
  const found = end.exec(text)
  if (found === null) throw new Error(`${file} does not end its list as expected: add ${entry} by hand`)
  return `${importLine}\n${text.slice(0, found.index)},\n  ${entry}${found[0].replace(/^,?/, ',')}${text.slice(found.index + found[0].length)}`
}
