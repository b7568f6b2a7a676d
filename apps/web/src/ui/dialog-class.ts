/** The veil behind a dialog. */
export const dialogBackdrop =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-(--calm) data-ending-style:opacity-0 data-starting-style:opacity-0'

/** The sheet itself: in the middle of a desk, at the foot of a phone, never larger than what is visible. */
export const dialogPopup =
  'fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[90dvh] w-full overflow-y-auto rounded-t-one bg-raised p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-float outline-none transition-[opacity,translate] duration-(--calm) ease-out data-ending-style:translate-y-(--travel) data-ending-style:opacity-0 data-starting-style:translate-y-(--travel) data-starting-style:opacity-0 tablet:inset-y-0 tablet:my-auto tablet:h-fit tablet:rounded-one'
