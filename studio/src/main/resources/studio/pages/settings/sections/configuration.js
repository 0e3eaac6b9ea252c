// Every setting of the node: what holds, where it was written, and what it does.

import {define, html, nothing} from '../../../core/element.js';
import {get} from '../../../core/api.js';
import {go} from '../../../core/router.js';
import {words} from '../../../core/words.js';
import {asApi} from '../../../parts/as-api.js';
import {empty} from '../../../parts/states.js';
import {Section} from '../section.js';

const t = words({
  en: {find: 'Search settings', written: 'Only those that were written', environment: 'Environment: {name}', how: 'Settings come from conf/application.yaml, then the environment’s file, then variables, then the command line. Changing them there takes a restart.', origin: 'from {origin}', default: 'default', hidden: 'a secret is set', unset: 'not set', none: 'No setting fits', about: {one: '{n} setting', other: '{n} settings'}, all: 'All settings', allowed: 'Takes {what}', docs: 'The explanations are in English, as in the reference.'},
  zh: {find: '搜索设置', written: '只显示写明的设置', environment: '环境：{name}', how: '设置依次来自 conf/application.yaml、环境文件、环境变量和命令行。在那里更改后需要重启。', origin: '来自 {origin}', default: '默认', hidden: '已设置密文', unset: '未设置', none: '没有符合的设置', about: {other: '{n} 项设置'}, all: '全部设置', allowed: '取值：{what}', docs: '说明文字与参考文档一致，为英文。'},
  es: {find: 'Buscar ajustes', written: 'Solo los que están escritos', environment: 'Entorno: {name}', how: 'Los ajustes vienen de conf/application.yaml, luego del archivo del entorno, de las variables y de la línea de órdenes. Cambiarlos allí pide un reinicio.', origin: 'de {origin}', default: 'por defecto', hidden: 'hay un secreto puesto', unset: 'sin valor', none: 'Ningún ajuste coincide', about: {one: '{n} ajuste', other: '{n} ajustes'}, all: 'Todos los ajustes', allowed: 'Admite {what}', docs: 'Las explicaciones están en inglés, como en la referencia.'},
  de: {find: 'Einstellungen suchen', written: 'Nur geschriebene', environment: 'Umgebung: {name}', how: 'Einstellungen kommen aus conf/application.yaml, dann der Datei der Umgebung, dann Variablen, dann der Kommandozeile. Dort geändert, brauchen sie einen Neustart.', origin: 'aus {origin}', default: 'Vorgabe', hidden: 'ein Geheimnis ist gesetzt', unset: 'nicht gesetzt', none: 'Keine Einstellung passt', about: {one: '{n} Einstellung', other: '{n} Einstellungen'}, all: 'Alle Einstellungen', allowed: 'Nimmt {what}', docs: 'Die Erklärungen sind englisch, wie in der Beschreibung.'},
});

/** More would only make the page slow: who searches finds. */
const MOST = 60;

class Configuration extends Section {
  static properties = {...Section.properties, text: {state: true}, written: {state: true}};

  constructor() {
    super();
    this.text = new URLSearchParams(location.search).get('q') ?? '';
    this.written = false;
  }

  read(options) {
    return get('/v1/admin/settings', options);
  }

  #find(event) {
    this.text = event.target.value;
    go(this.text ? `?q=${encodeURIComponent(this.text)}` : '?', {replace: true});
  }

  #value(one) {
    if (one.value !== undefined && one.value !== '') return html`<code>${one.value}</code>`;
    return html`<span class="soft">${one.secret && one.present ? t('hidden') : t('unset')}</span>`;
  }

  view({environment, settings}) {
    const text = this.text.trim().toLowerCase();
    const found = settings.filter(one => (!this.written || one.origin) && `${one.key} ${one.doc} ${one.value ?? ''}`.toLowerCase().includes(text));
    return html`<p class="soft">${t('how')}</p>
      <div class="stack tight"><input type="search" aria-label=${t('find')} placeholder=${t('find')} .value=${this.text} @input=${this.#find}>
        <div class="row spread"><label class="check"><input type="checkbox" .checked=${this.written} @change=${event => (this.written = event.target.checked)}>${t('written')}</label>
          <span class="soft number" role="status">${t('about', {n: found.length})}</span></div></div>
      <div class="card">${found.slice(0, MOST).map(one => html`<div class="setting"><div class="row spread"><b><code>${one.key}</code></b><span class="origin">${one.origin ? t('origin', {origin: one.origin}) : t('default')}</span></div>
          <div>${this.#value(one)}</div><p lang="en">${one.doc}</p><p class="origin">${t('allowed', {what: one.allowed})}</p></div>`)}
        ${found.length ? nothing : empty({icon: 'search', title: t('none')})}</div>
      <div class="row spread"><span class="hint">${t('environment', {name: environment})} · ${t('docs')}</span>${asApi(() => [{title: t('all'), method: 'GET', path: '/v1/admin/settings', cli: 'moneyprinter config'}])}</div>`;
  }
}

define('mp-settings-configuration', Configuration);
