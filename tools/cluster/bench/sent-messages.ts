/** Messages that servers have sent to views so far, as their metrics have it. */
export async function sentMessages(urls: readonly string[]): Promise<number> {
  const counts = await Promise.all(
    urls.map(async (url) => {
      const text = await (await fetch(`${url}/metrics`)).text()
      return [...text.matchAll(/^humuus_messages_total\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count))
    }),
  )
  return counts.flat().reduce((sum, count) => sum + count, 0)
}
