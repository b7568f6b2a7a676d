import { z } from 'zod'
import { defineNodeType, type ViewContext } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { showing } from '../showing.ts'

const EndConfig = z.strictObject({
  headline: z.string().max(300).optional(),
  /** GitHub-flavoured Markdown. */
  text: z.string().max(5_000).optional(),
})
export type EndConfig = z.output<typeof EndConfig>

const view = ({ config }: ViewContext<EndConfig, null>) => ({
  headline: config.headline ?? null,
  text: config.text ?? null,
})

/** The closing screen: reaching it completes the workshop. */
export const end = defineNodeType({
  ...showing,
  type: 'end',
  config: EndConfig,
  finishes: true,
  goesOnAfter: () => null,
  participant: view,
  screen: view,
  host: view,
  headline: (config) => config.headline ?? firstLine(config.text ?? ''),
})
