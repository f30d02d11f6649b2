/** Lets a test call the reader of pasted HTML inside a real browser, under the product's own content rules. */
import { blocksOfHtml } from '../../renderer/editor/paste/pasteHtml.ts'

Object.assign(window, { blocksOfHtml })
