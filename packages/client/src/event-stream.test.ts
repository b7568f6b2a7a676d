import { expect, test } from 'vitest'
import { readEvents, type StreamEvent } from './event-stream.ts'

async function eventsOf(...pieces: readonly string[]): Promise<StreamEvent[]> {
  const bytes = pieces.map((piece) => Buffer.from(piece, 'latin1'))
  const events: StreamEvent[] = []
  for await (const event of readEvents(ReadableStream.from<Uint8Array>(bytes))) events.push(event)
  return events
}

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1')

test('an event ends with an empty line, wherever the network cuts the stream', async () => {
  const [a, b] = ['id: 7\ndata: {"a":', '1}\n\ndata: next\r\n\r\n']
  const whole = [
    { type: 'message', data: '{"a":1}', id: '7' },
    { type: 'message', data: 'next', id: '7' },
  ]
  expect(await eventsOf(a + b)).toEqual(whole)
  for (let at = 1; at < (a + b).length; at++) {
    expect(await eventsOf((a + b).slice(0, at), (a + b).slice(at))).toEqual(whole)
  }
})

test('letters of several bytes survive being cut in two', async () => {
  const bytes = bytesOf('data: Grüße 🌱\n\n')
  for (let at = 1; at < bytes.length; at++) {
    expect(await eventsOf(bytes.slice(0, at), bytes.slice(at))).toMatchObject([{ data: 'Grüße 🌱' }])
  }
})

test('events have a name and several lines; comments and unknown fields say nothing', async () => {
  const [event, ...more] = await eventsOf(
    ': hello\nevent: connected\nretry: 5\ndata: 1\ndata:2\n\n\n\nevent: empty\n\n',
  )
  expect(event).toEqual({ type: 'connected', data: '1\n2', id: '' })
  expect(more).toEqual([])
})

test('what was cut off before its end is not an event', async () => {
  expect(await eventsOf('data: half')).toEqual([])
  expect(await eventsOf('data: half\n')).toEqual([])
})
