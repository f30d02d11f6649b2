/** How this person wants this window. Every change takes effect at once; nothing needs saving. */
import { useAbout } from '../commands/hostContext.ts'
import { changeSettings, type Settings as SettingsShape, textSizes, useSettings } from '../commands/settings.ts'
import { useReplica } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { Switch } from '../ui/Switch.tsx'
import './Settings.css'

export function Settings() {
  const words = useText().app.settings
  const settings = useSettings()
  const { me } = useReplica()
  const about = useAbout()
  // The pseudo-language is for tests: it shows here only once it was asked for.
  const languages: readonly SettingsShape['language'][] =
    settings.language === 'pseudo' ? ['system', 'en', 'de', 'pseudo'] : ['system', 'en', 'de']
  return (
    <>
      <header className="screen-head">
        <h1 tabIndex={-1}>{words.title}</h1>
      </header>
      <div className="screen-body">
        <div className="settings">
          <section aria-labelledby="settings-looks">
            <h2 id="settings-looks">{words.looks}</h2>
            <RadioGroup
              label={words.theme}
              value={settings.theme}
              onChange={(theme) => changeSettings({ theme })}
              options={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: words.themes[id] }))}
              isHorizontal
            />
            <RadioGroup
              label={words.density}
              value={settings.density}
              onChange={(density) => changeSettings({ density })}
              options={(['compact', 'default', 'roomy'] as const).map((id) => ({ id, label: words.densities[id] }))}
              isHorizontal
            />
            <Select
              label={words.textSize}
              value={String(settings.textSize)}
              onChange={(size) => changeSettings({ textSize: Number(size ?? 100) })}
              options={textSizes.map((size) => ({ id: String(size), label: words.percent(size) }))}
            />
          </section>
          <section aria-labelledby="settings-language">
            <h2 id="settings-language">{words.language}</h2>
            <Select
              label={words.interfaceLanguage}
              description={words.languageDescription}
              value={settings.language}
              onChange={(language) => changeSettings({ language: language ?? 'system' })}
              options={languages.map((id) => ({ id, label: words.languages[id] }))}
            />
          </section>
          <section aria-labelledby="settings-keys">
            <h2 id="settings-keys">{words.keys}</h2>
            <Switch
              label={words.letterKeys}
              description={words.letterKeysDescription}
              isSelected={settings.hasLetterKeys}
              onChange={(hasLetterKeys) => changeSettings({ hasLetterKeys })}
            />
          </section>
          <section aria-labelledby="settings-person">
            <h2 id="settings-person">{words.person}</h2>
            <dl className="settings-facts">
              <div>
                <dt>{words.personName}</dt>
                <dd>{me.name}</dd>
              </div>
            </dl>
            <p className="muted">{words.personDescription}</p>
          </section>
          <section aria-labelledby="settings-about">
            <h2 id="settings-about">{words.about}</h2>
            <dl className="settings-facts">
              {about !== undefined && (
                <>
                  <div>
                    <dt>{words.version}</dt>
                    <dd>{about.version}</dd>
                  </div>
                  <div>
                    <dt>{words.profile}</dt>
                    <dd>{about.profile}</dd>
                  </div>
                  <div>
                    <dt>{words.runsIn}</dt>
                    <dd>{about.host === 'desktop' ? words.desktop : words.browser}</dd>
                  </div>
                </>
              )}
            </dl>
            <p className="muted">{words.offline}</p>
          </section>
        </div>
      </div>
    </>
  )
}
