/** A calm strip above a screen: {tone: info|attention|danger, children: words, actions?, isStatus? (read out when it appears)}. */
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export interface BannerProps {
  tone?: 'info' | 'attention' | 'danger'
  children: ReactNode
  actions?: ReactNode
  isStatus?: boolean
}

export function Banner({ tone = 'info', children, actions, isStatus = false }: BannerProps) {
  return (
    <div className={`ui-banner ui-banner-${tone}`} {...(isStatus ? { role: 'status' } : {})}>
      <Icon name={tone === 'info' ? 'info' : 'alert'} />
      <div className="ui-banner-words">{children}</div>
      {actions}
    </div>
  )
}
