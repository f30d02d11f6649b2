/** `npm run lint`: everything that judges the sources without running them. */
import { setUp } from './setup.mjs'
import { checks, runNode } from './steps.mjs'

await setUp()
for (const { name, words } of checks) {
  const code = await runNode(words, { minutes: 5 })
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}`)
  if (code !== 0) process.exitCode = 1
}
