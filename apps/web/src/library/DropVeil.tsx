import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'

/** The whole page takes a file: while one is dragged over it, it says so. */
export function DropVeil({ onDrop }: { readonly onDrop: (file: File) => void }) {
  const { t } = useTranslation('library')
  const [isOver, setOver] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const dragged = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const left = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const dropped = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? []
      setOver(false)
      if (file === undefined) return
      event.preventDefault()
      latest.current(file)
    }
    addEventListener('dragover', dragged)
    addEventListener('dragleave', left)
    addEventListener('drop', dropped)
    return () => {
      removeEventListener('dragover', dragged)
      removeEventListener('dragleave', left)
      removeEventListener('drop', dropped)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-one border-2 border-accent border-dashed bg-wash/95">
      <p className="font-display font-semibold text-title">{t('importDrop')}</p>
    </div>
  )
}
