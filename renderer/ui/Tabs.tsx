/** Tabs: {label, tabs: {id, label, count?, children}[], selected, onSelect}. Only the selected panel is mounted. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabsProps {
  label: string
  tabs: readonly {
    readonly id: string
    readonly label: string
    readonly count?: number
    readonly children: ReactNode
  }[]
  selected: string
  onSelect: (id: string) => void
}

export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))} className="ui-tabs">
      <TabList aria-label={label} className="ui-tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="ui-tab">
            {tab.label}
            {tab.count !== undefined && <span className="ui-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="ui-tab-panel">
          {tab.children}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
