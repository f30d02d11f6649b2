/** The sections of a finding's text: headings that carry a section's id. */
import { $createTextNode, $getRoot, type LexicalNode } from 'lexical'
import { bodySections, type BodySection } from '../../shared/domain/fieldTable.ts'
import {
  $createFindingBlock,
  $getKind,
  $getSection,
  $isFindingBlock,
  $setSection,
  type FindingBlock,
} from './blocks.ts'

export function $sectionHeading(section: BodySection): FindingBlock | undefined {
  return $getRoot()
    .getChildren()
    .filter($isFindingBlock)
    .find((block) => $getSection(block) === section)
}

/** The text below the heading, up to the next section or main heading. */
export function $sectionText(section: BodySection): string {
  const lines: string[] = []
  let next: LexicalNode | null = $sectionHeading(section)?.getNextSibling() ?? null
  for (; next !== null; next = next.getNextSibling()) {
    if ($isFindingBlock(next) && ($getSection(next) !== undefined || $getKind(next) === 'h2')) break
    lines.push(next.getTextContent())
  }
  return lines.join('\n').trim()
}

/** Puts the caret below the heading, which is added in the usual order when it is missing. Answers the heading. */
export function $enterSection(section: BodySection, words: string): FindingBlock {
  const heading = $sectionHeading(section) ?? $addHeading(section, words)
  const next = heading.getNextSibling()
  if ($isFindingBlock(next) && $getSection(next) === undefined && $getKind(next) !== 'h2') next.selectStart()
  else {
    const line = $createFindingBlock()
    heading.insertAfter(line)
    line.select()
  }
  return heading
}

function $addHeading(section: BodySection, words: string): FindingBlock {
  const heading = $createFindingBlock('h2')
  $setSection(heading, section)
  heading.append($createTextNode(words))
  const later = bodySections.slice(bodySections.indexOf(section) + 1)
  const follower = later.map($sectionHeading).find((found) => found !== undefined)
  const last = $getRoot().getLastChild()
  if (follower !== undefined) follower.insertBefore(heading)
  else if ($isFindingBlock(last) && last.isEmpty() && $getKind(last) === 'p') last.insertBefore(heading)
  else $getRoot().append(heading)
  return heading
}
