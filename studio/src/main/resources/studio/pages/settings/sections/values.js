// Shared values: JSON by key, in versions; a change that somebody else made meanwhile is not overwritten.

import {define, html, nothing} from '../../../core/element.js';
import {get, put} from '../../../core/api.js';
import {ago} from '../../../core/format.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {empty} from '../../../parts/states.js';
import {said, Section} from '../section.js';

const t = words({
  en: {add: 'Add a value', key: 'Key', keyHint: 'Lower-case words with dots, such as video.watermark.', value: 'Value', valueHint: 'JSON: true, 3, "text", {"a": 1}.', save: 'Save', saved: 'Saved', none: 'No values yet', noneHint: 'Programs read them under /v1/configs and hear of changes over the WebSocket.', version: 'version {n}, {when} by {who}', on: 'On', off: 'Off', all: 'All values', notJson: 'This is not JSON: {why}'},
  zh: {add: '添加值', key: '键', keyHint: '用点连接的小写单词，例如 video.watermark。', value: '值', valueHint: 'JSON：true、3、"text"、{"a": 1}。', save: '保存', saved: '已保存', none: '还没有值', noneHint: '程序通过 /v1/configs 读取，并通过 WebSocket 得知更改。', version: '第 {n} 版，{when}由 {who} 更改', on: '开', off: '关', all: '全部值', notJson: '这不是 JSON：{why}'},
  es: {add: 'Añadir un valor', key: 'Clave', keyHint: 'Palabras en minúsculas con puntos, como video.watermark.', value: 'Valor', valueHint: 'JSON: true, 3, "text", {"a": 1}.', save: 'Guardar', saved: 'Guardado', none: 'Aún no hay valores', noneHint: 'Los programas los leen en /v1/configs y se enteran de los cambios por el WebSocket.', version: 'versión {n}, {when} por {who}', on: 'Sí', off: 'No', all: 'Todos los valores', notJson: 'Esto no es JSON: {why}'},
  de: {add: 'Wert anlegen', key: 'Schlüssel', keyHint: 'Kleine Wörter mit Punkten, etwa video.watermark.', value: 'Wert', valueHint: 'JSON: true, 3, "text", {"a": 1}.', save: 'Speichern', saved: 'Gespeichert', none: 'Noch keine Werte', noneHint: 'Programme lesen sie unter /v1/configs und hören von Änderungen über den WebSocket.', version: 'Version {n}, {when} von {who}', on: 'An', off: 'Aus', all: 'Alle Werte', notJson: 'Das ist kein JSON: {why}'},
});

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new Error(t('notJson', {why: failure.message}));
  }
}

class Values extends Section {
  read(options) {
    return get('/v1/configs', options);
  }

  async #write(what, key, read, headers) {
    const done = await this.act(what, () => put(`/v1/configs/${encodeURIComponent(key)}`, read(), headers), t('saved'));
    if (done) await this.load();
    return done;
  }

  async #add(event) {
    const form = event.target;
    const {key, value} = said(event);
    if (await this.#write('add', key, () => parsed(value), {'If-None-Match': '*'})) form.reset();
  }

  #change(one, read) {
    return this.#write(one.key, one.key, read, {'If-Match': `"${one.version}"`});
  }

  #value(one) {
    if (typeof one.value === 'boolean') {
      return html`<label class="check"><input type="checkbox" .checked=${one.value} aria-label=${one.key} @change=${event => this.#change(one, () => event.target.checked)}>${t(one.value ? 'on' : 'off')}</label>`;
    }
    return html`<form class="row keep" @submit=${event => this.#change(one, () => parsed(said(event).value ?? 'null'))}>
      <input name="value" aria-label=${one.key} .value=${JSON.stringify(one.value)} spellcheck="false"><button class="quiet small">${t('save')}</button></form>`;
  }

  view({settings}) {
    const others = settings.filter(one => !one.key.startsWith('flags.')); // they have a page of their own
    return html`
      <form class="card stack" @submit=${this.#add}><h3>${t('add')}</h3><div class="fields">
        ${this.field('add', '/key', t('key'), html`<input name="key" required maxlength="128" pattern="[a-z0-9]+([.\\-][a-z0-9]+)*" spellcheck="false">`, t('keyHint'))}
        ${this.field('add', '/value', t('value'), html`<input name="value" required spellcheck="false">`, t('valueHint'))}</div>${this.refusal('add')}
        <div class="actions"><button class="primary" ?disabled=${this.busy === 'add'}>${t('save')}</button>
          ${asApi(() => [{title: t('add'), method: 'PUT', path: '/v1/configs/my.value', body: true, headers: {'If-None-Match': '*'}},
            ...others.slice(0, 1).map(({key, version, value}) => ({title: key, method: 'PUT', path: `/v1/configs/${key}`, body: value, headers: {'If-Match': `"${version}"`}})), {title: t('all'), method: 'GET', path: '/v1/configs'}])}</div></form>
      <div class="card">${others.length ? html`<ul class="lines">${others.map(one => html`<li><div><b>${one.key}</b><small>${t('version', {n: one.version, when: ago(one.changedAt), who: one.changedBy})}</small></div>
          <div>${this.#value(one)}${this.refusal(one.key)}</div></li>`)}</ul>` : empty({icon: 'split', title: t('none'), text: t('noneHint')})}</div>${nothing}`;
  }
}

define('mp-settings-values', Values);
