/** Names of sets of data: two people on one machine, or two devices of one person, each have their own. */
import { refuse, accept, type Result } from '../shared/base/result.ts'

export const defaultProfile = 'default'

/** The name after `--profile`, as `--profile NAME` or `--profile=NAME`; refused when it could not be a folder's name everywhere. */
export function readProfile(args: readonly string[]): Result<string> {
  const at = args.findIndex((word) => word === '--profile' || word.startsWith('--profile='))
  if (at === -1) return accept(defaultProfile)
  const word = args[at] ?? ''
  const name = word.includes('=') ? word.slice(word.indexOf('=') + 1) : (args[at + 1] ?? '')
  return isProfileName(name) ? accept(name) : refuse('profileNameNotAllowed', { name })
}

/** Lower-case letters, digits and dashes: the same folder on every system. */
export function isProfileName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,30}$/.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name)
}
