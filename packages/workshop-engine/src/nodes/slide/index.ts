import { defineNodeType } from '../../node-type.ts'
import { firstLine } from '../first-line.ts'
import { showing } from '../showing.ts'
import { SlideConfig } from './schema.ts'
import { slideView } from './views.ts'

/** Words and pictures for everybody. */
export const slide = defineNodeType({
  ...showing,
  type: 'slide',
  config: SlideConfig,
  finishes: false,
  goesOnAfter: () => null,
  participant: slideView,
  screen: slideView,
  host: slideView,
  headline: (config) => config.headline ?? firstLine(config.text ?? ''),
})
