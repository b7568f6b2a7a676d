/** Ground, leaf and stone of an avatar; chosen to sit well on paper and on night earth. */
const palettes = [
  ['#f0dfb0', '#2f6b46', '#c4572e'],
  ['#cfe3ee', '#1f4e79', '#d99a1c'],
  ['#f3d3cd', '#7a3058', '#3f7d55'],
  ['#d5e3cf', '#14573f', '#d9861c'],
  ['#ded6ee', '#55418b', '#cf6542'],
  ['#e8dfd0', '#33302a', '#2d8a86'],
  ['#f6d9a8', '#8a3b12', '#2b5f75'],
  ['#c9e2dc', '#1d5f5b', '#b5485a'],
] as const

export type CellShape = 'leaf' | 'turned-leaf' | 'quarter' | 'circle' | 'empty'

export interface AvatarCell {
  /** 0 upper left, 1 upper right, 2 lower left, 3 lower right. */
  readonly place: 0 | 1 | 2 | 3
  readonly shape: CellShape
  /** In quarter turns, clockwise. */
  readonly turn: 0 | 1 | 2 | 3
  readonly color: string
}

export interface AvatarDrawing {
  readonly ground: string
  readonly cells: readonly AvatarCell[]
}

const shapes: readonly CellShape[] = [
  'leaf',
  'turned-leaf',
  'quarter',
  'circle',
  'leaf',
  'quarter',
  'empty',
  'turned-leaf',
]
const turns = [0, 1, 2, 3] as const

/** What an avatar looks like; the same seed gives the same drawing, everywhere and for ever. */
export function avatarCells(seed: string): AvatarDrawing {
  const next = numbersFrom(seed)
  const [ground, leaf, stone] = palettes[next() % palettes.length] ?? palettes[0]
  const stoneAt = next() % 4
  const cells = turns.map((place) => {
    const shape = shapes[next() % shapes.length] ?? 'leaf'
    return {
      place,
      shape: place === stoneAt ? 'circle' : shape,
      turn: turns[next() % 4] ?? 0,
      color: place === stoneAt ? stone : leaf,
    }
  })
  return { ground, cells }
}

// FNV-1a for the seed, then xorshift: small, even, and not for secrets.
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  state = state >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state >>> 8
  }
}
