import { describe, expect, test } from 'vitest'
import tokens from './tokens.css?raw'

/** The colours of each theme, read from the one file that has them. */
function colorsOf(css: string): Record<string, string> {
  return Object.fromEntries([...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]))
}
const [day = '', night = ''] = tokens.split('@variant night {')
const themes = { light: colorsOf(day), dark: { ...colorsOf(day), ...colorsOf(night) } }

/** As WCAG 2 counts: 1 (none) to 21 (black on white). */
function contrast(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) throw new Error('a token is missing')
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(Object.entries(themes))('in the %s theme', (_, color) => {
  test.each(['paper', 'raised'] as const)('text on %s can be read from the last row (AAA)', (ground) => {
    expect(contrast(color.ink, color[ground])).toBeGreaterThanOrEqual(7)
    expect(contrast(color['ink-soft'], color[ground])).toBeGreaterThanOrEqual(7)
  })

  test.each(['paper', 'raised', 'sunk', 'wash'] as const)('words and links on %s can be read (AA)', (ground) => {
    for (const words of ['ink', 'ink-soft', 'accent', 'danger']) {
      expect(contrast(color[words], color[ground])).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each(['yellow', 'green', 'blue', 'pink', 'orange', 'violet'])(
    'a %s note can be read from the last row',
    (note) => {
      expect(contrast(color.ink, color[`note-${note}`])).toBeGreaterThanOrEqual(7)
      expect(contrast(color['ink-soft'], color[`note-${note}`])).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('what is written on the accent, on danger and on soil can be read (AA)', () => {
    expect(contrast(color['on-accent'], color.accent)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(color['on-accent'], color['accent-deep'])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(color['on-danger'], color.danger)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(color['on-soil'], color.soil)).toBeGreaterThanOrEqual(7)
  })

  test('the edge of a control stands out from its ground (3 : 1)', () => {
    expect(contrast(color.edge, color.paper)).toBeGreaterThanOrEqual(3)
    expect(contrast(color.edge, color.raised)).toBeGreaterThanOrEqual(3)
  })

  test.each(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])(
    'the letter of option %s can be read on its colour (AA)',
    (option) => {
      expect(contrast(color[`on-option-${option}`], color[`option-${option}`])).toBeGreaterThanOrEqual(4.5)
    },
  )
})
