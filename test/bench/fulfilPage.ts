/** Puts a built page of the benchmarks beside the app, on the app's own origin, without the host knowing: so both see the same databases. */
import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import type { Page } from '@playwright/test'
import type { BuiltPage } from './buildPages.ts'
import { htmlOf } from './pageServer.ts'

export async function fulfilPage(page: Page, built: BuiltPage, origin: string): Promise<void> {
  await page.route(`${origin}/${built.name}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(built.name.length + 2)
    if (path === '') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: htmlOf(built) })
    const contentType = path.endsWith('.js') ? 'text/javascript' : 'text/css'
    return route.fulfill({ contentType, body: readFileSync(join(built.folder, normalize(`/${path}`))) })
  })
}
