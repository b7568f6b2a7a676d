import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'

interface ToastProviderProps {
  /** Keeps them above the bars at the foot of a console, and behind a dialog: somebody may be holding up its code. */
  readonly aboveBars?: boolean
  readonly children: ReactNode
}

/** Gives toasts to everything inside it: once per desk, console or report page. `useToast` shows one. */
export function ToastProvider({ aboveBars = false, children }: ToastProviderProps) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport
          className={cx(
            'fixed inset-x-4 mx-auto flex max-w-md flex-col gap-2 outline-none desk:right-6 desk:left-auto desk:w-md print:hidden',
            aboveBars
              ? 'z-30 bottom-[calc(10rem+env(safe-area-inset-bottom))] desk:bottom-28'
              : 'z-60 bottom-[max(1rem,env(safe-area-inset-bottom))]',
          )}
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function ToastList() {
  const { t } = useTranslation()
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="rounded-one bg-ink text-paper shadow-float transition-[opacity,translate] duration-(--calm) ease-out data-ending-style:opacity-0 data-limited:opacity-0 data-starting-style:translate-y-(--travel) data-starting-style:opacity-0"
    >
      <Base.Content className="flex min-h-14 items-center gap-2 py-1.5 pr-1.5 pl-4">
        <Base.Title render={<p />} className="min-w-0 flex-1" />
        <Base.Action className="min-h-11 rounded-one px-3 font-semibold underline underline-offset-4 outline-offset-0 focus-visible:outline-paper" />
        <Base.Close
          render={
            <IconButton
              label={t('close')}
              icon={<X aria-hidden="true" className="size-5" />}
              className="text-paper hover:bg-transparent hover:opacity-80 focus-visible:outline-paper"
            />
          }
        />
      </Base.Content>
    </Base.Root>
  ))
}
