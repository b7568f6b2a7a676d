/**
 * The three spellings of a node type.
 * @typedef {object} Names
 * @property {string} type as in files: `photo-wall`
 * @property {string} camel as a value: `photoWall`
 * @property {string} pascal as a type: `PhotoWall`
 */

const reserved =
  /^(await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/

/**
 * Spells a node type; null if it cannot be one.
 * @param {string | undefined} type
 * @returns {Names | null}
 */
export function spell(type) {
  if (type === undefined || !/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(type) || type.length > 40 || reserved.test(type))
    return null
  const pascal = type
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  return { type, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), pascal }
}

/** Puts a node type's names where the template's stand. @param {string} text @param {Names} names */
export function renamed(text, { type, camel, pascal }) {
  return text.replaceAll('new-node', type).replaceAll('newNode', camel).replaceAll('NewNode', pascal)
}
