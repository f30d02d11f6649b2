import { describe, expect, test } from 'vitest'
import { interfaceLanguage } from '../../renderer/app/looks.ts'
import { defaultSettings, readSettings } from '../../renderer/commands/settings.ts'

describe('settings', () => {
  test('[UI6] what was stored is read back', () => {
    const settings = {
      ...defaultSettings,
      language: 'de',
      theme: 'dark',
      textSize: 150,
      hasLetterKeys: false,
      lastCommands: ['a.b'],
    }
    expect(readSettings(JSON.stringify(settings))).toEqual(settings)
  })

  test('[UI6] a part that is missing or nonsense takes its default and nothing else with it', () => {
    expect(readSettings(null)).toEqual(defaultSettings)
    for (const damaged of ['', 'null', '[]', '7', '{"theme":', '"light"'])
      expect(readSettings(damaged)).toEqual(defaultSettings)
    expect(
      readSettings('{"theme":"purple","textSize":99,"density":"roomy","lastCommands":[1,"x"],"hasLetterKeys":"no"}'),
    ).toEqual({
      ...defaultSettings,
      density: 'roomy',
      lastCommands: ['x'],
    })
  })

  test('[UI7] the window speaks German where the system does, else English, unless it is set', () => {
    expect(interfaceLanguage(defaultSettings, ['de-AT', 'en'])).toBe('de')
    expect(interfaceLanguage(defaultSettings, ['fr-FR', 'de'])).toBe('de')
    expect(interfaceLanguage(defaultSettings, ['fr-FR'])).toBe('en')
    expect(interfaceLanguage({ ...defaultSettings, language: 'en' }, ['de'])).toBe('en')
  })
})
