import { describe, expect, test } from 'vitest'
import { parseRoute, type Route, writeRoute } from '../../renderer/commands/routes.ts'

describe('places of the window', () => {
  test('[UI5] every place survives being written into the address and read again', () => {
    const routes: readonly Route[] = [
      { screen: 'home' },
      { screen: 'settings' },
      { screen: 'findings', review: 'b2c/4 ä' },
      { screen: 'finding', review: 'r1', finding: 'f#2' },
    ]
    for (const route of routes) expect(parseRoute(writeRoute(route))).toEqual(route)
  })

  test('[UI5] an address that nobody knows is home, never an error', () => {
    for (const address of [
      '',
      '#',
      '#/nowhere',
      '#/review',
      '#/review/',
      '#/review/r/finding',
      '#/review/r/other/x',
      '#/settings/x',
      '#%E0%A4%A',
      '#/a/b/c/d/e',
    ])
      expect(parseRoute(address)).toEqual({ screen: 'home' })
  })
})
