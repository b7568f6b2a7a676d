/** The ink of a word, in parts of its font size. */
export interface Ink {
  readonly width: number
  readonly height: number
  /** From the middle of a line of this font down to the middle of the ink; negative is up. */
  readonly below: number
}

/** Measures words as an element writes them. */
export function letters(element: Element): (text: string) => Ink {
  const { fontFamily, fontSize, fontWeight } = getComputedStyle(element)
  const size = Number.parseFloat(fontSize)
  const pen = document.createElement('canvas').getContext('2d')
  const known = new Map<string, Ink>()
  if (pen !== null) pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const ink = pen === null ? { width: 0.6 * text.length, height: 1, below: 0 } : inkOf(pen.measureText(text), size)
    known.set(text, ink)
    return ink
  }
}

function inkOf(measured: TextMetrics, size: number): Ink {
  const { width, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = measured
  // A line is centred on what the font takes, the ink goes from `up` above its base to `down` below it.
  const base = (measured.fontBoundingBoxAscent - measured.fontBoundingBoxDescent) / 2
  return { width: width / size, height: (up + down) / size, below: (base - (up - down) / 2) / size }
}
