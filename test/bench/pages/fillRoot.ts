/** Writes paragraphs into an empty Lexical editor. Call inside an update. */
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical'

export function fillRoot(paragraphs: readonly string[]): void {
  const root = $getRoot()
  for (const text of paragraphs) root.append($createParagraphNode().append($createTextNode(text)))
}
