const mega = 1_000_000

/** Bytes as people say them, such as "3.4 MB" or "12 kB". */
export function sizeWords(bytes: number, language: string): string {
  const [amount, unit] =
    bytes < mega ? [Math.max(1, Math.round(bytes / 1_000)), 'kilobyte'] : [bytes / mega, 'megabyte']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: amount < 10 ? 1 : 0 }).format(
    amount,
  )
}
