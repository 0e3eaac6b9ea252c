// The keys of an account for a program: a new one, shown once, and revoking those that leaked.

import {html, nothing} from '../../core/element.js';
import {get, post, remove} from '../../core/api.js';
import {copyText} from '../../core/clipboard.js';
import {ago, moment} from '../../core/format.js';
import {words} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import {said} from './section.js';

const t = words({
  en: {title: 'Keys of {name}', hint: 'The program shows one as X-API-Key. A key makes and reads videos for a year, unless it is revoked.', name: 'What it is for', make: 'Make a key', once: 'Copy it now: it is never shown again.', copy: 'Copy', copied: 'Copied', list: 'List keys', none: 'No keys yet', used: 'used {when}', unused: 'never used', ends: 'ends {when}', revoked: 'revoked', revoke: 'Revoke', revokeOf: 'Revoke: {name}', gone: 'The key is revoked'},
  zh: {title: '{name} 的密钥', hint: '程序以 X-API-Key 出示密钥。密钥可制作和读取视频，有效期一年，除非被撤销。', name: '用途', make: '创建密钥', once: '请立即复制：之后不再显示。', copy: '复制', copied: '已复制', list: '列出密钥', none: '还没有密钥', used: '{when}使用过', unused: '从未使用', ends: '{when}到期', revoked: '已撤销', revoke: '撤销', revokeOf: '撤销：{name}', gone: '密钥已撤销'},
  es: {title: 'Claves de {name}', hint: 'El programa muestra una como X-API-Key. Una clave hace y lee vídeos durante un año, salvo que se revoque.', name: 'Para qué es', make: 'Crear una clave', once: 'Cópiela ahora: no se vuelve a mostrar.', copy: 'Copiar', copied: 'Copiada', list: 'Ver las claves', none: 'Aún no hay claves', used: 'usada {when}', unused: 'nunca usada', ends: 'termina {when}', revoked: 'revocada', revoke: 'Revocar', revokeOf: 'Revocar: {name}', gone: 'La clave está revocada'},
  de: {title: 'Schlüssel von {name}', hint: 'Das Programm zeigt einen als X-API-Key. Ein Schlüssel macht und liest Videos, ein Jahr lang, wenn er nicht widerrufen wird.', name: 'Wofür er ist', make: 'Schlüssel anlegen', once: 'Jetzt kopieren: er wird nie wieder gezeigt.', copy: 'Kopieren', copied: 'Kopiert', list: 'Schlüssel auflisten', none: 'Noch keine Schlüssel', used: 'benutzt {when}', unused: 'nie benutzt', ends: 'endet {when}', revoked: 'widerrufen', revoke: 'Widerrufen', revokeOf: 'Widerrufen: {name}', gone: 'Der Schlüssel ist widerrufen'},
});

const YEAR = 365 * 86400e3;

/** What the form orders, as the API takes it. */
const order = name => ({name, expiresAt: new Date(Date.now() + YEAR).toISOString()});

/** @param {{id: string, name: string}} program a service account */
export function programKeys({id, name}) {
  const path = `/v1/service-accounts/${encodeURIComponent(id)}/api-keys`;
  const state = {keys: null, problem: null, made: null, busy: false};
  let redraw;

  async function act(work) {
    state.problem = null;
    try {
      await work();
      state.keys = (await get(path)).keys;
    } catch (problem) {
      state.problem = problem;
    }
    redraw();
  }

  /** One at a time; while keys are only read, one may be ordered already. */
  async function change(work) {
    state.busy = true;
    redraw();
    await act(work);
    state.busy = false;
    redraw();
  }

  function make(event) {
    const form = event.target;
    const wish = order(said(event).name);
    return change(async () => {
      state.made = (await post(path, wish)).key;
      form.reset();
    });
  }

  const revoke = key => change(async () => {
    await remove(`${path}/${encodeURIComponent(key.prefix)}`);
    toast(t('gone'));
  });

  const row = key => html`<li><div><b>${key.name}</b><small>${[`mp_${key.prefix}_…`, key.scopes.join(', '), key.lastUsedAt ? t('used', {when: ago(key.lastUsedAt)}) : t('unused'),
    key.expiresAt && t('ends', {when: moment(key.expiresAt)})].filter(Boolean).join(' · ')}</small></div>
    ${key.revokedAt ? html`<span class="chip bad">${t('revoked')}</span>`
      : html`<button class="quiet small" aria-label=${t('revokeOf', {name: key.name})} ?disabled=${state.busy} @click=${() => revoke(key)}>${t('revoke')}</button>`}</li>`;

  const fresh = () => html`<div role="status" class="stack tight"><p>${t('once')}</p><p class="secret" @copy=${() => (state.copied = state.made)}>${state.made}</p>
    <div><button class="quiet small" @click=${() => copyText(state.made).then(() => ((state.copied = state.made), toast(t('copied'))), complain)}>${icon('copy')}${t('copy')}</button></div></div>`;

  const calls = () => [{title: t('list'), method: 'GET', path}, {title: t('make'), method: 'POST', path, body: order('n8n'), cli: `moneyprinter service-key create --account ${id} n8n`},
    ...(state.keys ?? []).slice(0, 1).map(({prefix}) => ({title: t('revoke'), method: 'DELETE', path: `${path}/${prefix}`, cli: `moneyprinter service-key revoke ${id} ${prefix}`}))];

  const shown = dialog({
    title: t('title', {name}),
    once: () => Boolean(state.made) && state.copied !== state.made,
    body: (close, again) => {
      redraw = again;
      return html`<div class="stack program-keys"><p class="hint">${t('hint')}</p>
        <form class="stack" @submit=${make}><label class="field">${t('name')}<input name="name" maxlength="100" required autofocus></label>
          <div class="actions"><button class="primary" ?disabled=${state.busy}>${t('make')}</button>${asApi(calls)}</div></form>
        ${state.made ? fresh() : nothing}${problemBox(state.problem)}
        ${state.keys?.length ? html`<ul class="lines">${state.keys.map(row)}</ul>` : state.keys ? empty({icon: 'lock', title: t('none')}) : state.problem ? nothing : waiting(2)}</div>`;
    },
  });
  act(() => {});
  return shown;
}
