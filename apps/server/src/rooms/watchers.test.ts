import { must } from '@humuus/workshop-engine'
import { expect, test } from 'vitest'
import { Watchers } from './watchers.ts'

const ann = { role: 'participant', userId: 'ann' } as const
const hal = { role: 'host', userId: 'hal' } as const
const open = (watchers: Watchers, viewer: Parameters<Watchers['enter']>[0], page: string, beats = false, now = 0) =>
  must(watchers.enter(viewer, { page, beats }, { steady: now, epoch: now }, { over: () => {} }), 'there is room')

test('the newest page of a participant wins, and the one before is told', () => {
  const watchers = new Watchers()
  const told: string[] = []
  const came = { steady: 0, epoch: 0 }
  const old = watchers.enter(ann, { page: 'page 1', beats: false }, came, { over: (end) => void told.push(end) })
  const fresh = open(watchers, ann, 'page 2')
  open(watchers, ann, 'page 3')
  expect([old?.end, fresh.end, told]).toEqual(['taken_over', 'taken_over', ['taken_over']])
})

test('one page may watch several times', () => {
  const watchers = new Watchers()
  const first = open(watchers, ann, 'page 1')
  open(watchers, ann, 'page 1')
  expect(first.end).toBeNull()
})

test('two consoles of one facilitator stand side by side, and one who also takes part keeps the console', () => {
  const watchers = new Watchers()
  const consoles = [open(watchers, hal, 'page 1'), open(watchers, hal, 'page 2')]
  open(watchers, { role: 'participant', userId: 'hal' }, 'page 3')
  expect(consoles.map(({ end }) => end)).toEqual([null, null])
})

test('people do not take each other over', () => {
  const watchers = new Watchers()
  const one = open(watchers, ann, 'page 1')
  open(watchers, { role: 'participant', userId: 'ben' }, 'page 2')
  expect(one.end).toBeNull()
})

test('whoever went on with another server is told here, unless it was the same page', () => {
  const watchers = new Watchers()
  const watch = open(watchers, ann, 'page 1')
  watchers.wentElsewhere('ann', { page: 'page 1', since: 5 })
  expect(watch.end).toBeNull()
  watchers.wentElsewhere('ann', { page: 'page 2', since: 5 })
  expect(watch.end).toBe('taken_over')
})

test('a page that promised to say that it is there is gone when it does not, any other is left alone', () => {
  const watchers = new Watchers()
  const [promised, silent, plain] = [
    open(watchers, ann, 'page 1', true),
    open(watchers, { role: 'participant', userId: 'ben' }, 'page 2', true),
    open(watchers, { role: 'participant', userId: 'cem' }, 'page 3'),
  ]
  watchers.beat('page 1', 5_000)
  watchers.sweep(8_000)
  expect([promised, silent, plain].map(({ end }) => end)).toEqual([null, 'silent', null])
})

test('nobody watches without end: the forty-first of a person is refused, until one leaves', () => {
  const watchers = new Watchers()
  const all = Array.from({ length: 40 }, () => open(watchers, hal, 'page'))
  const oneMore = () => watchers.enter(hal, { page: 'page', beats: false }, { steady: 0, epoch: 0 }, { over: () => {} })
  expect(oneMore()).toBeNull()
  watchers.leave(must(all[0], 'there are forty'))
  expect(oneMore()).not.toBeNull()
  expect(watchers.count).toBe(40)
})

test('news from elsewhere does not end a page that came after it', () => {
  const watchers = new Watchers()
  const watch = open(watchers, ann, 'page 2', false, 20)
  watchers.wentElsewhere('ann', { page: 'page 1', since: 10 })
  expect(watch.end).toBeNull()
  expect(watchers.pageOf('ann')).toEqual({ page: 'page 2', since: 20 })
})
