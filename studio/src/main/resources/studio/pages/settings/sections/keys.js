// API keys: made, shown once, revoked.

import {define, html, nothing} from '../../../core/element.js';
import {get, post, remove} from '../../../core/api.js';
import {copyText} from '../../../core/clipboard.js';
import {ago, moment} from '../../../core/format.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {confirm, dialog} from '../../../parts/dialog.js';
import {icon} from '../../../parts/icon.js';
import {empty} from '../../../parts/states.js';
import {toast} from '../../../parts/toast.js';
import {said, Section} from '../section.js';

const t = words({
  en: {make: 'Make a key', name: 'What it is for', nameHint: 'Such as “n8n” or “nightly batch”, so that you know it again.', may: 'It may', write: 'make and read videos', read: 'only read', all: 'all that I may', until: 'It is good for', days: {one: '{n} day', other: '{n} days'}, ever: 'ever', shown: 'Your new key', once: 'Copy it now: it is never shown again.', copy: 'Copy', copied: 'Copied', done: 'Done', used: 'used {when}', unused: 'never used', ends: 'ends {when}', revoked: 'revoked', revoke: 'Revoke', revokeAsk: 'Revoke “{name}”?', revokeText: 'Programs that use it are refused at once.', gone: 'The key is revoked', none: 'No keys yet', noneHint: 'A key lets a program make videos without your password.', list: 'Your keys'},
  zh: {make: '创建密钥', name: '用途', nameHint: '例如“n8n”或“夜间批量”，便于日后辨认。', may: '权限', write: '制作和读取视频', read: '仅读取', all: '我的全部权限', until: '有效期', days: {other: '{n} 天'}, ever: '永久', shown: '您的新密钥', once: '请立即复制：之后不再显示。', copy: '复制', copied: '已复制', done: '完成', used: '{when}使用过', unused: '从未使用', ends: '{when}到期', revoked: '已撤销', revoke: '撤销', revokeAsk: '撤销“{name}”？', revokeText: '使用它的程序会立即被拒绝。', gone: '密钥已撤销', none: '还没有密钥', noneHint: '密钥让程序无需您的密码即可制作视频。', list: '您的密钥'},
  es: {make: 'Crear una clave', name: 'Para qué es', nameHint: 'Por ejemplo «n8n» o «lote nocturno», para reconocerla después.', may: 'Puede', write: 'hacer y leer vídeos', read: 'solo leer', all: 'todo lo que yo puedo', until: 'Vale', days: {one: '{n} día', other: '{n} días'}, ever: 'siempre', shown: 'Su nueva clave', once: 'Cópiela ahora: no se vuelve a mostrar.', copy: 'Copiar', copied: 'Copiada', done: 'Hecho', used: 'usada {when}', unused: 'nunca usada', ends: 'termina {when}', revoked: 'revocada', revoke: 'Revocar', revokeAsk: '¿Revocar «{name}»?', revokeText: 'Los programas que la usan quedan rechazados al instante.', gone: 'La clave está revocada', none: 'Aún no hay claves', noneHint: 'Una clave permite a un programa hacer vídeos sin su contraseña.', list: 'Sus claves'},
  de: {make: 'Schlüssel anlegen', name: 'Wofür er ist', nameHint: 'Etwa „n8n“ oder „nächtlicher Stapel“, damit Sie ihn wiedererkennen.', may: 'Er darf', write: 'Videos machen und lesen', read: 'nur lesen', all: 'alles, was ich darf', until: 'Er gilt', days: {one: '{n} Tag', other: '{n} Tage'}, ever: 'unbegrenzt', shown: 'Ihr neuer Schlüssel', once: 'Jetzt kopieren: er wird nie wieder gezeigt.', copy: 'Kopieren', copied: 'Kopiert', done: 'Fertig', used: 'benutzt {when}', unused: 'nie benutzt', ends: 'endet {when}', revoked: 'widerrufen', revoke: 'Widerrufen', revokeAsk: '„{name}“ widerrufen?', revokeText: 'Programme, die ihn benutzen, werden sofort abgewiesen.', gone: 'Der Schlüssel ist widerrufen', none: 'Noch keine Schlüssel', noneHint: 'Mit einem Schlüssel macht ein Programm Videos ohne Ihr Passwort.', list: 'Ihre Schlüssel'},
});

const DAYS = [30, 90, 365];

class Keys extends Section {
  read(options) {
    return get('/v1/api-keys', options);
  }

  /** What the form orders, as the API takes it. */
  #order({name, may, days}) {
    const scopes = {read: ['videos:read', 'usage:read'], all: this.who.scopes}[may];
    return {name, ...(scopes && {scopes}), ...(days !== '0' && {expiresAt: new Date(Date.now() + days * 86400e3).toISOString()})};
  }

  async #make(event) {
    const form = event.target;
    const order = this.#order(said(event));
    let made;
    if (!await this.act('make', async () => (made = await post('/v1/api-keys', order)))) return;
    form.reset();
    this.load();
    let copied = false;
    await dialog({title: t('shown'), once: () => !copied, body: close => html`<p>${t('once')}</p><p class="secret" id="new-key" @copy=${() => (copied = true)}>${made.key}</p>
      <div class="actions end"><button class="quiet" @click=${() => this.#copy(made.key).then(() => (copied = true))}>${icon('copy')}${t('copy')}</button>
        <button class="primary" autofocus @click=${() => close()}>${t('done')}</button></div>`});
  }

  async #copy(key) {
    await copyText(key);
    toast(t('copied'));
  }

  async #revoke(key) {
    if (!await confirm({title: t('revokeAsk', {name: key.name}), text: t('revokeText'), action: t('revoke'), danger: true})) return;
    if (await this.act('list', () => remove(`/v1/api-keys/${encodeURIComponent(key.prefix)}`), t('gone'))) this.load();
  }

  #key(key) {
    const said = [`mp_${key.prefix}_…`, key.scopes.join(', '), key.lastUsedAt ? t('used', {when: ago(key.lastUsedAt)}) : t('unused'),
      key.expiresAt && t('ends', {when: moment(key.expiresAt)})].filter(Boolean);
    return html`<li><div><b>${key.name}</b><small>${said.join(' · ')}</small></div>
      ${key.revokedAt ? html`<span class="chip bad">${t('revoked')}</span>` : html`<button class="quiet small" @click=${() => this.#revoke(key)}>${t('revoke')}</button>`}</li>`;
  }

  view({keys}) {
    return html`
      <form class="card stack" @submit=${this.#make}><h3>${t('make')}</h3>
        ${this.field('make', '/name', t('name'), html`<input name="name" maxlength="100" required>`, t('nameHint'))}
        <div class="fields">
          ${this.field('make', '/scopes', t('may'), html`<select name="may"><option value="write">${t('write')}</option><option value="read">${t('read')}</option><option value="all">${t('all')}</option></select>`)}
          ${this.field('make', '/expiresAt', t('until'), html`<select name="days">${DAYS.map(n => html`<option value=${n} ?selected=${n === 90}>${t('days', {n})}</option>`)}<option value="0">${t('ever')}</option></select>`)}</div>
        ${this.refusal('make')}
        <div class="actions"><button class="primary" ?disabled=${this.busy === 'make'}>${t('make')}</button>
          ${asApi(() => [{title: t('make'), method: 'POST', path: '/v1/api-keys', body: this.#order({name: 'n8n', may: 'write', days: 90})}, {title: t('list'), method: 'GET', path: '/v1/api-keys'},
            ...keys.slice(0, 1).map(({prefix}) => ({title: t('revoke'), method: 'DELETE', path: `/v1/api-keys/${prefix}`}))])}</div></form>
      <div class="card stack"><h3>${t('list')}</h3>
        ${keys.length ? html`<ul class="lines">${keys.map(key => this.#key(key))}</ul>` : empty({icon: 'link', title: t('none'), text: t('noneHint')})}
        ${this.refusal('list')}</div>${nothing}`;
  }
}

define('mp-settings-keys', Keys);
