import { z } from 'zod'
import { defineNodeType, type ViewContext } from '../../node-type.ts'
import { planLimits } from '../../plan.ts'
import { firstLine } from '../first-line.ts'
import { showing } from '../showing.ts'

const CountdownConfig = z.strictObject({
  /** Lines above the number. */
  text: z.string().max(2_000).default(''),
  seconds: z.number().min(planLimits.shortestClock).max(86_400),
})
export type CountdownConfig = z.output<typeof CountdownConfig>

const view = ({ config }: ViewContext<CountdownConfig, null>) => ({ text: config.text, seconds: config.seconds })

/** A number that fills the screen and goes on at zero; the clock is the step's `goesOnAt`. */
export const countdown = defineNodeType({
  ...showing,
  type: 'countdown',
  config: CountdownConfig,
  finishes: false,
  goesOnAfter: (config) => config.seconds,
  participant: view,
  screen: view,
  host: view,
  headline: (config) => firstLine(config.text) || `${config.seconds} s`,
})
