/** Blocks as HTML for the clipboard: plain elements, no styles, so that other programs and our own paste read the same structure. */
import type { Block, Mark, Run, TextBlock } from '../../shared/document/blocks.ts'
import { isListKind } from '../../shared/document/richText.ts'

/** A lone paragraph is only its text, so that it joins the line it is pasted into. */
export function blocksToHtml(blocks: readonly Block[]): string {
  const [only] = blocks
  if (blocks.length === 1 && only?.kind === 'p') return runsHtml(only.runs)
  const parts: string[] = []
  let list: TextBlock[] = []
  const endList = () => {
    if (list.length > 0) parts.push(listHtml(list))
    list = []
  }
  for (const block of blocks) {
    if (block.kind !== 'table' && isListKind(block.kind)) list.push(block)
    else {
      endList()
      parts.push(block.kind === 'table' ? tableHtml(block.rows) : textHtml(block))
    }
  }
  endList()
  return parts.join('')
}

function textHtml(block: TextBlock): string {
  const inner = runsHtml(block.runs)
  if (block.kind === 'code') return `<pre><code>${escaped(block.runs.map((run) => run.text).join(''))}</code></pre>`
  if (block.kind === 'quote') return `<blockquote><p>${inner}</p></blockquote>`
  return `<${block.kind}>${inner}</${block.kind}>`
}

function listHtml(entries: readonly TextBlock[]): string {
  let html = ''
  const open: { tag: string; indent: number }[] = []
  for (const entry of entries) {
    const tag = entry.kind === 'number' ? 'ol' : 'ul'
    const indent = entry.indent ?? 0
    for (
      let last = open.at(-1);
      last !== undefined && (last.indent > indent || (last.indent === indent && last.tag !== tag));
    ) {
      html += `</li></${last.tag}>`
      open.pop()
      last = open.at(-1)
    }
    if (open.at(-1)?.indent === indent) html += '</li>'
    else {
      html += `<${tag}>`
      open.push({ tag, indent })
    }
    const check = entry.kind === 'check' ? ` role="checkbox" aria-checked="${entry.isChecked === true}"` : ''
    html += `<li${check} aria-level="${indent + 1}">${runsHtml(entry.runs)}`
  }
  return (
    html +
    open
      .reverse()
      .map(({ tag }) => `</li></${tag}>`)
      .join('')
  )
}

function tableHtml(rows: Extract<Block, { kind: 'table' }>['rows']): string {
  const body = rows.map((row) => {
    const cells = row.map(({ isHeader, blocks }) => {
      const tag = isHeader === true ? 'th' : 'td'
      return `<${tag}>${blocksToHtml(blocks)}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table><tbody>${body.join('')}</tbody></table>`
}

const tagByMark: Record<Mark, string> = { bold: 'strong', italic: 'em', code: 'code', strikethrough: 's' }

function runsHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join('')
}

function runHtml(run: Run): string {
  const plain = escaped(run.text).replaceAll('\n', '<br>')
  // Spaces that HTML would swallow.
  const text = /^ | $|\s{2}|\t/.test(run.text) ? `<span style="white-space:pre-wrap">${plain}</span>` : plain
  const marked = (run.marks ?? []).reduce((inner, mark) => `<${tagByMark[mark]}>${inner}</${tagByMark[mark]}>`, text)
  return run.link === undefined ? marked : `<a href="${escaped(run.link)}">${marked}</a>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
