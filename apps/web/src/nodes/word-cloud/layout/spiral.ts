export interface Point {
  readonly x: number
  readonly y: number
}

/** As wide and high as this, with its middle at the origin. */
export interface Area {
  readonly width: number
  readonly height: number
}

/** Distance of the rings and of the points on them, in parts of the area's height. */
const step = 0.02

/** Points from the middle of an area outwards, in rings of its shape, until its corners are reached. Nearer ones come first. */
export function spiral({ width, height }: Area): readonly Point[] {
  const wide = width / height
  const far = Math.SQRT2 / (2 * step)
  const points: Point[] = [{ x: 0, y: 0 }]
  for (let ring = 1; ring <= far; ring++) {
    const around = Math.max(6, Math.round(2 * Math.PI * ring * Math.sqrt((1 + wide * wide) / 2)))
    for (let nth = 0; nth < around; nth++) {
      // Each ring begins elsewhere: rows of words at one angle look like a table.
      const angle = ring * 2.4 + (2 * Math.PI * nth) / around
      const x = Math.cos(angle) * ring * step * width
      const y = Math.sin(angle) * ring * step * height
      if (Math.abs(x) < width / 2 && Math.abs(y) < height / 2) points.push({ x, y })
    }
  }
  return points
}
