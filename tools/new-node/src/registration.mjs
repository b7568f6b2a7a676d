/**
 * A place that names every node type.
 * @typedef {object} Registration
 * @property {string} file
 * @property {string | null} importLine
 * @property {string} addition what to put before `end`
 * @property {RegExp} end where the list of types ends
 */

/** @param {import('./names.mjs').Names} names @returns {Registration[]} */
export const registrations = ({ type, camel }) => [
  {
    file: 'packages/workshop-engine/src/registry.ts',
    importLine: `import { ${camel} } from './nodes/${type}/index.ts'`,
    addition: `, ${camel}`,
    end: /,?\s*\] as const satisfies/,
  },
  {
    file: 'packages/workshop-engine/src/testing/arbitraries/index.ts',
    importLine: `import { ${camel}Arbitraries } from './${type}.ts'`,
    addition: `, ${key(type)}: ${camel}Arbitraries`,
    end: /,?\s*\} satisfies/,
  },
  {
    file: 'packages/workshop-engine/src/testing/simulate/reply.ts',
    importLine: null,
    addition: `
    case '${type}':
      return { type: 'act', nodeId, node: '${type}', act: { type: 'answer', text: random.pick(remarks) } }`,
    end: /\s*default:\s*return unreachable/,
  },
  {
    file: 'apps/web/src/nodes/registry.ts',
    importLine: `import { ${camel} } from './${type}/index.ts'`,
    addition: type === camel ? `, ${camel}` : `, ${key(type)}: ${camel}`,
    end: /,?\s*\} as const satisfies/,
  },
  {
    file: 'apps/web/src/nodes/NodeIcon.tsx',
    importLine: null,
    addition: `, ${key(type)}: Presentation`,
    end: /,?\s*\} as const satisfies/,
  },
]

/** @param {string} type */
const key = (type) => (type.includes('-') ? `'${type}'` : type)

/**
 * The text of such a place with one type more; the formatter puts lines where they belong. Throws if the end of the list
 * is not found.
 * @param {string} text
 * @param {Registration} registration
 */
export function registered(text, { file, importLine, addition, end }) {
  const found = end.exec(text)
  if (found === null)
    throw new Error(`${file} does not end its list of node types as expected: add this by hand: ${addition}`)
  const extended = `${text.slice(0, found.index)}${addition}${text.slice(found.index)}`
  return importLine === null ? extended : `${importLine}\n${extended}`
}
