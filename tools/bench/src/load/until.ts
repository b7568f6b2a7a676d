const lookEveryMs = 50

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Resolves when nothing has come on these lines for a while: what came with everybody's arrival is then over. */
export async function quiet(lines: readonly { readonly messages: number }[], forMs = 600): Promise<void> {
  const heard = () => lines.reduce((sum, { messages }) => sum + messages, 0)
  let before = heard()
  for (let calmMs = 0; calmMs < forMs; calmMs += lookEveryMs) {
    await pause(lookEveryMs)
    const now = heard()
    if (now !== before) calmMs = 0
    before = now
  }
}
