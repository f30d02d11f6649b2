/**
 * Words and characters of the text, counted again only for blocks that changed. A word is what the language's own rules call one.
 */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import { $isFindingBlock } from './blocks.ts'

export interface TextSize {
  readonly words: number
  readonly characters: number
}

/** `onSize` hears the size once at the start and after each change, when typing rests. */
export function registerWordCount(editor: LexicalEditor, lang: string, onSize: (size: TextSize) => void): () => void {
  const segmenter = new Intl.Segmenter(validLanguage(lang), { granularity: 'word' })
  const sizesByKey = new Map<string, TextSize>()
  const changed = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const measure = (text: string): TextSize => {
    let words = 0
    for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) words++
    return { words, characters: text.length }
  }

  const count = (): void => {
    editor.read(() => {
      for (const key of changed) {
        const node = $getNodeByKey(key)
        if ($isFindingBlock(node) && node.isAttached()) sizesByKey.set(key, measure(node.getTextContent()))
        else sizesByKey.delete(key)
      }
    })
    changed.clear()
    let words = 0
    let characters = 0
    for (const size of sizesByKey.values()) {
      words += size.words
      characters += size.characters
    }
    onSize({ words, characters })
  }

  const takeAll = (state: EditorState): void => state.read(() => addBlocks($getRoot()))
  function addBlocks(parent: ElementNode): void {
    for (const child of parent.getChildren()) {
      if ($isFindingBlock(child)) changed.add(child.getKey())
      else if ($isElementNode(child)) addBlocks(child)
    }
  }

  takeAll(editor.getEditorState())
  count()
  const stop = editor.registerUpdateListener(({ dirtyElements }) => {
    if (dirtyElements.size === 0) return
    for (const key of dirtyElements.keys()) changed.add(key)
    clearTimeout(timer)
    timer = setTimeout(count, 200)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}

function validLanguage(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
