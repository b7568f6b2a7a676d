import { expect, test } from 'vitest'
import { playWorkshop } from '../../testing/index.ts'

test('SL-1 a slide shows all of itself to everybody', () => {
  const data = { headline: 'Hi', text: '# Tables\n| a | b |', images: [{ url: 'https://example.org/a.png' }] }
  const play = playWorkshop({ nodes: [{ type: 'slide', data }] })
  play.facilitator.start()
  const content = {
    type: 'slide',
    headline: 'Hi',
    subheading: null,
    text: '# Tables\n| a | b |',
    images: [{ url: 'https://example.org/a.png', alt: '' }],
  }
  for (const role of ['participant', 'screen', 'host'] as const) expect(play.see(role).step?.content).toEqual(content)
})

test('SL-2 an agenda names a slide by its title, else by its headline, else by its first line without marks', () => {
  const slide = (data: object, title?: string) => ({ type: 'slide', data, ...(title === undefined ? {} : { title }) })
  const play = playWorkshop({
    nodes: [
      slide({ headline: 'Hi' }, 'Welcome'),
      slide({ headline: 'Hi', text: 'x' }),
      slide({ text: '\n\n## **Plan** of the `day`\nmore' }),
      slide({ text: 'x'.repeat(100) }),
    ],
  })
  expect(play.see('host').agenda.map(({ title }) => title)).toEqual([
    'Welcome',
    'Hi',
    'Plan of the day',
    `${'x'.repeat(79)}…`,
  ])
})
