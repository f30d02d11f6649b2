/** Before the first browser test: the tests' own pages and the programs are built when their sources are newer. */
import { buildIfNeeded } from './build.mjs'
import { buildTestPages } from './buildTestPages.mjs'

export default async function prepare() {
  await buildTestPages()
  // The pages' tests need no program of ours; those that do will say that it is not there.
  await buildIfNeeded().catch((error) => console.error(`The programs could not be built: ${error}`))
}
