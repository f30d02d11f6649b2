/** Waiting without an end in sight: {label}. It says what is going on; the words are a status for assistive technology. */
export function Progress({ label }: { label: string }) {
  return (
    <div className="ui-progress" role="status">
      <span className="ui-spinner" aria-hidden="true" />
      {label}
    </div>
  )
}
