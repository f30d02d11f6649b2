/**
 * Runs inside a measured page before anything of its own: when something editable is on screen, what each key costs.
 * Works on any page; knows of no editor. It is sent as text, so it may use nothing from outside itself.
 */
export interface Probes {
  /** `performance.now()` after the first frame with something editable on it: a text with a block in it, not busy any more. */
  editableAt: number
  isMeasuring: boolean
  /** Milliseconds from a key's time stamp to the end of the next frame. */
  frames: number[]
  /** Event Timing of `keydown`; keys under 16 ms are not listed by the browser. */
  slowKeys: number[]
  longTasks: number[]
  /** `performance.now()` after the first frame with more than five rows of a table on it. */
  rowsAt: number
  /** Milliseconds from the press to the end of the frame in which the attribute changed; see `timeChange`. */
  changed: Promise<number>
  /** Times the next change of `attribute` on an element that matches, from the next press of the pointer. */
  timeChange(selector: string, attribute: string): void
  placeCaret(): void
  textAtCaret(): string
}

declare global {
  interface Window {
    probes: Probes
  }
}

export function installProbes(): void {
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = then
      channel.port2.postMessage(0)
    })
  const editable = () => document.querySelector<HTMLElement>('[contenteditable=true]')
  const middle = () => {
    const blocks = [...(editable()?.children ?? [])].filter((block) => block.textContent !== '')
    return blocks[blocks.length >> 1] ?? editable()?.firstElementChild ?? undefined
  }
  let block: Element | undefined
  const probes: Probes = {
    editableAt: 0,
    isMeasuring: false,
    frames: [],
    slowKeys: [],
    longTasks: [],
    rowsAt: 0,
    changed: Promise.resolve(0),
    timeChange(selector, attribute) {
      let pressed = 0
      addEventListener('pointerup', (event) => (pressed = event.timeStamp), { capture: true, once: true })
      probes.changed = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`${attribute} did not change`)), 20_000)
        const seen = new MutationObserver((changes) => {
          if (!changes.some(({ target }) => target instanceof Element && target.matches(selector))) return
          seen.disconnect()
          afterFrame(() => resolve(performance.now() - pressed))
        })
        seen.observe(document, { subtree: true, attributeFilter: [attribute] })
      })
    },
    placeCaret() {
      block = middle()
      if (block === undefined) throw new Error('nothing editable')
      block.scrollIntoView({ block: 'center' })
      editable()?.focus()
      const range = document.createRange()
      range.selectNodeContents(block)
      // Into the last text itself, so that no editor has to guess where the caret is.
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let last: Node | null = null
      while (texts.nextNode()) last = texts.currentNode
      if (last === null) range.collapse(false)
      else range.setStart(last, last.nodeValue?.length ?? 0)
      range.collapse(true)
      const selection = getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
    },
    textAtCaret: () => (block?.isConnected ? block : middle())?.textContent ?? '',
  }
  window.probes = probes

  const watch = new MutationObserver(() => {
    const editor = editable()
    if (!editor?.getClientRects().length || editor.childElementCount === 0) return
    if (editor.getAttribute('aria-busy') === 'true') return
    watch.disconnect()
    watchRows.disconnect()
    afterFrame(() => {
      probes.editableAt = performance.now()
    })
  })
  watch.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['contenteditable', 'aria-busy'],
  })
  const watchRows = new MutationObserver(() => {
    if (document.querySelectorAll('[role=row]').length <= 5) return
    watchRows.disconnect()
    watch.disconnect()
    afterFrame(() => {
      probes.rowsAt = performance.now()
    })
  })
  watchRows.observe(document, { childList: true, subtree: true })

  addEventListener(
    'keydown',
    (event) => {
      if (probes.isMeasuring) afterFrame(() => probes.frames.push(performance.now() - event.timeStamp))
    },
    { capture: true },
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (probes.isMeasuring && entry.name === 'keydown') probes.slowKeys.push(entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (probes.isMeasuring) probes.longTasks.push(entry.duration)
  }).observe({ type: 'longtask' })
}
