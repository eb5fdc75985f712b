// The second step of signing in: a code of the authenticator app, a recovery code, or setting the app up.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { encode } from 'uqr'
import type { Access } from '../../../accounts/access.ts'
import { inGroups } from '../../../accounts/second-factor.ts'
import type { SessionHeld, Step } from '../../../accounts/sign-in.ts'
import { readConfig } from '../../../config.ts'
import { readTo } from '../../accounts-path.ts'
import type { Wrong } from '../../forms/errors.ts'
import type { Field } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { accountForm, accountPage, answerPrivately, keepCookies, refusalOf, wayOn } from './parts.ts'

const path = '/sign-in/second-factor'
const recoveryPath = '/sign-in/recovery'

const codeField = (label: string, hint: string): Field => ({
  as: 'text',
  name: 'code',
  label,
  hint,
  isNeeded: true,
  inputMode: 'numeric',
  autocomplete: 'one-time-code',
  width: 'year',
})

type Shown = { to: string | undefined; wrong?: readonly Wrong[] }

const codePage = (site: Site, { to, wrong = [] }: Shown): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('factor.title'),
    description: text('factor.description'),
    path,
    wrong,
    body: html`<header class="head"><h1>${text('factor.title')}</h1><p>${text('factor.lead')}</p></header>${accountForm(
      site,
      {
        action: addressOf(site, path),
        fields: [codeField(text('factor.code'), text('factor.code.hint'))],
        wrong,
        hidden: { to },
        go: text('factor.go'),
      },
    )}
<p><a href="${addressOf(site, recoveryPath, { to })}">${text('factor.lost')}</a></p>`,
  })
}

const recoveryPage = (site: Site, { to, wrong = [] }: Shown): Html | Promise<Html> => {
  const { text } = site
  const field: Field = {
    as: 'text',
    name: 'code',
    label: text('recovery.code'),
    hint: text('recovery.code.hint'),
    isNeeded: true,
    width: 'short',
  }
  return accountPage(site, {
    title: text('recovery.title'),
    description: text('recovery.description'),
    path: recoveryPath,
    wrong,
    body: html`<header class="head"><h1>${text('recovery.title')}</h1><p>${text('recovery.lead')}</p></header>${accountForm(
      site,
      {
        action: addressOf(site, recoveryPath),
        fields: [field],
        wrong,
        hidden: { to },
        go: text('factor.go'),
      },
    )}
<p><a href="${addressOf(site, path, { to })}">${text('recovery.back')}</a></p><p class="quiet">${text('recovery.none')}</p>`,
  })
}

/** The secret as a picture: dark squares on a light ground, with the quiet edge that cameras need. */
const picture = (address: string, label: string): Html => {
  const { data, size } = encode(address, { border: 4 })
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return html`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><title>${label}</title><path d="${squares.join('')}"/></svg>`
}

const setUpPage = (
  site: Site,
  step: Extract<Step, { step: 'set-up' }>,
  { to, wrong = [] }: Shown,
): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('setUp.title'),
    description: text('setUp.description'),
    path,
    wrong,
    body: html`<header class="head"><h1>${text('setUp.title')}</h1><p>${text('setUp.lead')}</p></header>
<h2>1. ${text('setUp.app')}</h2><p>${text('setUp.app.hint')}</p>${picture(step.address, text('setUp.picture'))}
<p><a href="${step.address}">${text('setUp.open')}</a></p>
<p>${text('setUp.byHand')}</p><p class="secret-key" translate="no">${inGroups(step.secret)}</p>
<h2>2. ${text('setUp.type')}</h2>${accountForm(site, {
      action: addressOf(site, path),
      fields: [codeField(text('factor.code'), text('factor.code.hint'))],
      wrong,
      hidden: { to },
      go: text('setUp.go'),
    })}`,
  })
}

/** What recovery codes on paper are for: whose they are, where they are typed, since when. */
const codesFor = (site: Site, c: Context, { name, address }: Pick<SessionHeld, 'name' | 'address'>): Html => {
  const { text, format } = site
  const where = new URL(readConfig().origin ?? c.req.url).origin
  const day = format.date(new Date().toISOString().slice(0, 10))
  return html`<dl class="checked"><div><dt>${text('codes.whose')}</dt><dd>${inLanguage(name, null)}, ${inLanguage(address, null)}</dd></div><div><dt>${text('codes.where')}</dt><dd><bdi>${where}/sign-in</bdi></dd></div><div><dt>${text('codes.since')}</dt><dd>${day}</dd></div></dl>`
}

/**
 * The page that shows recovery codes, the only time they are; nothing on it leads away but the word that they are kept.
 * `isAgain`: there were others before.
 */
export const codesPage = (
  c: Context,
  site: Site,
  codes: readonly string[],
  { whose, to, isAgain }: { whose: Pick<SessionHeld, 'name' | 'address'>; to: string; isAgain: boolean },
): Html | Promise<Html> => {
  const { text } = site
  return accountPage(site, {
    title: text('codes.title'),
    description: text('codes.description'),
    path: '/account',
    isShownOnce: true,
    body: html`<header class="head"><h1>${text('codes.title')}</h1><p>${text('codes.lead')}</p>${isAgain ? html`<p>${text('codes.before')}</p>` : nothing}</header>
${codesFor(site, c, whose)}
<ol class="recovery-codes" role="list" translate="no">${codes.map((code) => html`<li><bdi>${code}</bdi></li>`)}</ol>
<p class="buttons"><a class="as-button" href="${to}">${text('codes.go')}</a></p>`,
  })
}

const fieldOf = (site: Site, refused: string) => ({ name: 'code', label: site.text('factor.code'), refused })

const beginAgain = (c: Context, site: Site, to: string | undefined): Response =>
  seeOther(c, addressOf(site, '/sign-in', { again: '1', to }))

const show = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const to = readTo(c.req.query('to'))
  if (site.person.as === 'person') return seeOther(c, wayOn(site, to))
  const step = await access.steps.findStep(c.req.raw.headers)
  if (step.step === 'none') return seeOther(c, addressOf(site, '/sign-in', { to }))
  return answerPrivately(c, step.step === 'code' ? codePage(site, { to }) : setUpPage(site, step, { to }))
}

const setUp = async (
  c: Context,
  site: Site,
  access: Access,
  step: Extract<Step, { step: 'set-up' }>,
  { code, to }: { code: string; to: string | undefined },
): Promise<Response> => {
  const outcome = await access.steps.setUpSecondFactor(c.req.raw.headers, code)
  if (outcome.outcome === 'begin-again') return beginAgain(c, site, to)
  if (outcome.outcome !== 'in') {
    const { wrong, status } = refusalOf(site, outcome, fieldOf(site, site.text('factor.refused')))
    return answerPrivately(c, setUpPage(site, step, { to, wrong }), status)
  }
  keepCookies(c, outcome.setCookies)
  const shown = { whose: step.session, to: wayOn(site, to), isAgain: false }
  return answerPrivately(c, codesPage(c, site, outcome.recoveryCodes, shown))
}

const enterCode = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const posted = await readPosted(c, site)
  const { code = '' } = posted
  const to = readTo(posted.to)
  const step = await access.steps.findStep(c.req.raw.headers)
  if (step.step === 'set-up') return setUp(c, site, access, step, { code, to })
  const outcome = await access.steps.enterCode(c.req.raw.headers, code)
  if (outcome.outcome === 'begin-again') return beginAgain(c, site, to)
  if (outcome.outcome !== 'in') {
    const { wrong, status } = refusalOf(site, outcome, fieldOf(site, site.text('factor.refused')))
    return answerPrivately(c, codePage(site, { to, wrong }), status)
  }
  keepCookies(c, outcome.setCookies)
  return seeOther(c, wayOn(site, to))
}

const enterRecoveryCode = async (c: Context, site: Site, access: Access): Promise<Response> => {
  const posted = await readPosted(c, site)
  const to = readTo(posted.to)
  const outcome = await access.steps.enterRecoveryCode(c.req.raw.headers, posted.code ?? '')
  if (outcome.outcome === 'begin-again') return beginAgain(c, site, to)
  if (outcome.outcome !== 'in') {
    const { wrong, status } = refusalOf(site, outcome, {
      name: 'code',
      label: site.text('recovery.code'),
      refused: site.text('recovery.refused'),
    })
    return answerPrivately(c, recoveryPage(site, { to, wrong }), status)
  }
  keepCookies(c, outcome.setCookies)
  return seeOther(c, wayOn(site, to))
}

/** The pages of the second step. */
export const serveSecondFactor = (app: OpenAPIHono, site: Site, access: Access): void => {
  app.get(path, (c) => show(c, siteFor(c, site), access))
  app.post(path, (c) => enterCode(c, siteFor(c, site), access))
  app.get(recoveryPath, (c) =>
    answerPrivately(c, recoveryPage(siteFor(c, site), { to: readTo(c.req.query('to')) })),
  )
  app.post(recoveryPath, (c) => enterRecoveryCode(c, siteFor(c, site), access))
}
