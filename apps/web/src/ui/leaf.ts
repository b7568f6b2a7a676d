/** Our leaf: a square with two opposite corners round. It grows from its foot at (0, 0) up to the right; mirror it for the other side. */
export const leafPath = (size: number): string => {
  const half = size / 2
  return `M0 0v${-half}a${half} ${half} 0 0 1 ${half} ${-half}h${half}v${half}a${half} ${half} 0 0 1 ${-half} ${half}z`
}
