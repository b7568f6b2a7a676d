import type { styles as english } from '../en/styles.ts'
import type { Shape } from '../shape.ts'

export const styles = { title: 'Stile' } as const satisfies Shape<typeof english>
