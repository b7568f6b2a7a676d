interface SentText {
  readonly slot: number
  readonly text: string
}

/** My answers by slot, with what is on its way laid over what the server has; `null` where a slot is empty. */
export function myTexts(known: readonly (string | null)[], sent: readonly SentText[]): readonly (string | null)[] {
  return known.map((text, slot) => {
    const last = sent.findLast((one) => one.slot === slot)
    if (last === undefined) return text
    return last.text === '' ? null : last.text
  })
}

/** The slot that the next answer goes into; `null` when all are taken. */
export function freeSlot(texts: readonly (string | null)[]): number | null {
  const slot = texts.indexOf(null)
  return slot === -1 ? null : slot
}
