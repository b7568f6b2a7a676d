import { expect, test } from 'vitest'
import { Admission } from './admission.ts'

const patient = () => new AbortController().signal
const turn = () => new Promise((resolve) => setImmediate(resolve))

async function crowd(door: Admission, count: number) {
  const inside: (() => void)[] = []
  const order: number[] = []
  for (let number = 0; number < count; number++) {
    void door.enter(patient()).then((leave) => {
      inside.push(leave)
      order.push(number)
    })
  }
  await turn()
  return { inside, order }
}

test('so many are let in at once, the others in the order of coming as somebody leaves', async () => {
  const door = new Admission()
  const { inside, order } = await crowd(door, 40)
  expect([inside.length, door.waiting]).toEqual([32, 8])
  for (const leave of inside.splice(0, 8)) leave()
  await turn()
  await turn()
  expect(order).toEqual(Array.from({ length: 40 }, (_, number) => number))
  expect(door.waiting).toBe(0)
})

test('whoever leaves twice frees one place', async () => {
  const door = new Admission()
  const { inside } = await crowd(door, 40)
  const [first] = inside
  first?.()
  first?.()
  await turn()
  await turn()
  expect([inside.length, door.waiting]).toEqual([33, 7])
})

test('somebody who gives up waiting holds nobody up', async () => {
  const door = new Admission()
  await crowd(door, 32)
  const impatient = new AbortController()
  const waits = door.enter(impatient.signal)
  expect(door.waiting).toBe(1)
  impatient.abort()
  const leave = await waits
  expect(door.waiting).toBe(0)
  leave()
})

test('where too many wait, one more is asked to come back', async () => {
  const door = new Admission({ atOnce: 2, waiting: 5 })
  await crowd(door, 7)
  await expect(door.enter(patient())).rejects.toThrow('slow_down')
})
