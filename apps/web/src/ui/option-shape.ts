/** How many options have a look of their own; the ninth begins again with the first colour and shape, and the letter I. */
const looks = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

export type OptionLook = (typeof looks)[number]

/** The colour and shape of the option at `index` (from 0). */
export const optionLook = (index: number): OptionLook => looks[index % looks.length] ?? 'a'

/** "A" for the option at index 0, "B" for the next, and so on. */
export const optionLetter = (index: number): string => String.fromCharCode(65 + (index % 26))

interface OptionShape {
  /** An outline in a box of 40 × 40. */
  readonly path: string
  /** Where the letter's middle is, from the top. */
  readonly middle: number
  readonly letterSize: number
}

/** Circle, triangle, square, diamond, pentagon, star, cross, hexagon: told apart without colour, from the last row. */
export const optionShapes = {
  a: { path: 'M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36Z', middle: 20, letterSize: 19 },
  b: { path: 'M20 3L38.5 36.5H1.5Z', middle: 26, letterSize: 16 },
  c: { path: 'M4 4H36V36H4Z', middle: 20, letterSize: 19 },
  d: { path: 'M20 1L39 20L20 39L1 20Z', middle: 20, letterSize: 17 },
  e: { path: 'M20 2L38.1 15.1L31.2 36.4H8.8L1.9 15.1Z', middle: 21.5, letterSize: 18 },
  f: {
    path: 'M20 1L26.3 12.3L39 15L30.2 24.6L31.8 37.4L20 32.2L8.2 37.4L9.8 24.6L1 15L13.7 12.3Z',
    middle: 21,
    letterSize: 15,
  },
  g: { path: 'M12 2H28V12H38V28H28V38H12V28H2V12H12Z', middle: 20, letterSize: 17 },
  h: { path: 'M10.5 3.5H29.5L39 20L29.5 36.5H10.5L1 20Z', middle: 20, letterSize: 19 },
} satisfies Record<OptionLook, OptionShape>
