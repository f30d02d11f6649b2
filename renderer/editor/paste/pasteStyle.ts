/**
 * What the style of a pasted element means for us: marks, and whether a person could see the text where it came from.
 * Declarations are read by the browser's own CSS parser on a detached element, so escapes, comments, shorthands and `!important`
 * cannot hide anything; nothing is applied, nothing is loaded. Office's own `mso-…` properties are not CSS and are read from the raw text.
 */

/** Inherited on the way down the tree. */
export interface Appearance {
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isStruck: boolean
  readonly isPre: boolean
  readonly isMonospaced: boolean
  readonly isVisible: boolean
  /** Font size in px. */
  readonly size: number
  readonly opacity: number
  readonly color: Rgb
  /** undefined: an image or gradient, about which nothing can be said. */
  readonly background: Rgb | undefined
}

export const plainAppearance: Appearance = {
  isBold: false,
  isItalic: false,
  isStruck: false,
  isPre: false,
  isMonospaced: false,
  isVisible: true,
  size: 16,
  opacity: 1,
  color: [0, 0, 0, 1],
  background: [255, 255, 255, 1],
}

export interface ReadStyle {
  readonly appearance: Appearance
  /** Nothing inside can be seen, whatever its own style says. */
  readonly isGone: boolean
  readonly isBlock: boolean
}

/** `declarations`: the style sheet's part and the `style` attribute, in that order. */
export function readStyle(element: Element, declarations: string, outer: Appearance): ReadStyle {
  if (declarations === '' && element.attributes.length === 0)
    return { appearance: tagAppearance(element, outer), isGone: false, isBlock: false }
  const style = probe(declarations)
  const value = (name: string) => style.getPropertyValue(name).toLowerCase()
  const tag = tagAppearance(element, outer)
  const appearance: Appearance = {
    isBold: boldness(value('font-weight'), tag.isBold),
    isItalic: slant(value('font-style'), tag.isItalic),
    isStruck: tag.isStruck || value('text-decoration-line').includes('line-through'),
    isPre:
      value('white-space-collapse') === '' ? tag.isPre : /preserve|break-spaces/.test(value('white-space-collapse')),
    isMonospaced:
      value('font-family') === '' ? tag.isMonospaced : /mono|consolas|courier|menlo/.test(value('font-family')),
    isVisible: value('visibility') === '' ? tag.isVisible : !/hidden|collapse/.test(value('visibility')),
    size: fontSize(value('font-size'), outer.size),
    opacity: outer.opacity * fraction(value('opacity')) * filterOpacity(value('filter')),
    color: inkColor(element, value, outer.color),
    background: paperColor(element, value, outer.background),
  }
  return {
    appearance,
    isGone: element.hasAttribute('hidden') || /mso-hide\s*:\s*all/i.test(declarations) || isRemoved(value),
    isBlock: /^(block|flex|grid|table|list-item|flow-root)$/.test(value('display')),
  }
}

/** Whether text drawn like this can be read by a person. */
export function isReadable(appearance: Appearance): boolean {
  if (!appearance.isVisible || appearance.size < 3 || appearance.opacity < 0.1) return false
  if (appearance.color[3] < 0.1) return false
  return appearance.background === undefined || contrast(appearance.color, appearance.background) >= 1.1
}

type Rgb = readonly [red: number, green: number, blue: number, alpha: number]
type ReadValue = (name: string) => string

let probeElement: HTMLElement | undefined
function probe(declarations: string): CSSStyleDeclaration {
  probeElement ??= document.createElement('span')
  probeElement.style.cssText = declarations
  return probeElement.style
}

const boldTags = new Set(['B', 'STRONG', 'TH'])
const italicTags = new Set(['I', 'EM', 'CITE', 'DFN', 'VAR', 'ADDRESS'])
const struckTags = new Set(['S', 'STRIKE', 'DEL'])

function tagAppearance(element: Element, outer: Appearance): Appearance {
  const tag = element.tagName
  if (boldTags.has(tag)) return { ...outer, isBold: true }
  if (italicTags.has(tag)) return { ...outer, isItalic: true }
  if (struckTags.has(tag)) return { ...outer, isStruck: true }
  if (tag === 'PRE' || tag === 'LISTING') return { ...outer, isPre: true, isMonospaced: true }
  return outer
}

function boldness(weight: string, inherited: boolean): boolean {
  if (weight === '' || weight === 'inherit') return inherited
  if (weight === 'bold' || weight === 'bolder') return true
  return Number.parseInt(weight, 10) >= 600
}

function slant(style: string, inherited: boolean): boolean {
  return style === '' || style === 'inherit' ? inherited : /italic|oblique/.test(style)
}

/** Rules by which a browser draws nothing of an element and of what is inside it. */
function isRemoved(value: ReadValue): boolean {
  if (value('display') === 'none' || value('content-visibility') === 'hidden') return true
  const clip = value('clip')
  if (clip.startsWith('rect') && lengths(clip).every((length) => Math.abs(length) <= 1)) return true
  if (/^(inset\((5\d|[6-9]\d|100)%|circle\(0|polygon\(0)/.test(value('clip-path'))) return true
  const isClipped = /hidden|clip/.test(`${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`)
  if (isClipped && ['width', 'height', 'max-width', 'max-height'].some((name) => isTiny(value(name)))) return true
  if (/absolute|fixed|relative/.test(value('position')))
    if (['left', 'top', 'right', 'bottom'].some((name) => isFarAway(firstLength(value(name))))) return true
  if (['text-indent', 'margin-left', 'margin-top'].some((name) => firstLength(value(name)) <= -500)) return true
  const transform = `${value('transform')} scale(${value('scale')}) translate(${value('translate')})`
  return /scale\w*\(\s*0(\.0\d*)?\s*[,)\s]/.test(transform) || /translate\w*\([^)]*-\d{4,}/.test(transform)
}

function lengths(text: string): number[] {
  return [...text.matchAll(/-?\d*\.?\d+/g)].map((match) => Number(match[0]))
}

const pxPerUnit: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  cm: 38,
  mm: 3.8,
  in: 96,
  pc: 16,
  vw: 12,
  vh: 8,
  '%': 10,
}

function firstLength(text: string): number {
  const match = /(-?\d*\.?\d+(?:e[+-]?\d+)?)([a-z%]*)/.exec(text)
  return match === null ? 0 : Number(match[1]) * (pxPerUnit[match[2] ?? ''] ?? 1)
}

function isFarAway(length: number): boolean {
  return length <= -500 || length >= 4000
}

function isTiny(text: string): boolean {
  return /\d/.test(text) && Math.abs(firstLength(text)) <= 1
}

function fontSize(text: string, outer: number): number {
  const match = /(-?\d*\.?\d+(?:e[+-]?\d+)?)([a-z%]*)/.exec(text)
  if (match === null) return /small|medium|large/.test(text) && !/smaller|larger/.test(text) ? 16 : outer
  const number = Number(match[1])
  if (match[2] === '%') return (outer * number) / 100
  return match[2] === 'em' ? outer * number : number * (pxPerUnit[match[2] ?? ''] ?? 1)
}

function fraction(text: string): number {
  const match = /(\d*\.?\d+(?:e[+-]?\d+)?)(%?)/.exec(text)
  return match === null ? 1 : Number(match[1]) / (match[2] === '%' ? 100 : 1)
}

function filterOpacity(text: string): number {
  const match = /opacity\(([^)]*)\)/.exec(text)
  return match === null ? 1 : fraction(match[1] ?? '')
}

function inkColor(element: Element, value: ReadValue, outer: Rgb): Rgb {
  const text = value('-webkit-text-fill-color') || value('color') || legacyColor(element, 'color')
  return text === '' || /^(inherit|currentcolor|windowtext|canvastext|initial|unset)$/.test(text)
    ? outer
    : rgbOf(text, outer)
}

function paperColor(element: Element, value: ReadValue, outer: Rgb | undefined): Rgb | undefined {
  const image = value('background-image')
  if (image !== '' && image !== 'none' && image !== 'initial') return undefined
  const text = value('background-color') || legacyColor(element, 'bgcolor')
  if (text === '' || /^(inherit|transparent|initial|unset|canvas|window)$/.test(text)) return outer
  const color = rgbOf(text, [255, 255, 255, 0])
  return color[3] < 0.5 ? outer : color
}

function legacyColor(element: Element, name: string): string {
  return element.getAttribute(name)?.toLowerCase() ?? ''
}

const knownColors = new Map<string, Rgb>()
let canvas: OffscreenCanvasRenderingContext2D | null | undefined

/** Any CSS colour as red, green, blue (0 to 255) and alpha (0 to 1). */
function rgbOf(text: string, otherwise: Rgb): Rgb {
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text)
  if (match !== null) return [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4] ?? 1)]
  const known = knownColors.get(text)
  if (known !== undefined) return known
  if (!CSS.supports('color', text)) return otherwise
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (canvas === null) return otherwise
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = text
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  const color: Rgb = [red, green, blue, alpha / 255]
  if (knownColors.size < 500) knownColors.set(text, color)
  return color
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.slice(0, 3).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG contrast, 1 to 21. */
function contrast(first: Rgb, second: Rgb): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
