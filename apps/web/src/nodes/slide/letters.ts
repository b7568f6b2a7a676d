/** Size of a slide's text in units of 1/1080 of the screen: the less there is, the larger; never below what the last row reads. */
export function slideLetters(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 60)), 0)
  return Math.max(28, Math.min(48, Math.floor(640 / Math.max(1, lines * 1.5))))
}
