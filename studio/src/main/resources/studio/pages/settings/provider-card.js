// One outside service: its state, its settings, and a try of the connection.

import {define, Element, html, nothing} from '../../core/element.js';
import {post, put} from '../../core/api.js';
import {words} from '../../core/words.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox, violation} from '../../parts/problem.js';
import {toast} from '../../parts/toast.js';
import {said} from './section.js';

const t = words({
  en: {llm: 'Language model', set: 'Set up', unset: 'Not set up', open: 'Open to all', 'api-key': 'Key', 'base-url': 'Address', model: 'Model', preset: 'Service', region: 'Region', workflow: 'Workflow', usual: 'the usual one', presetHint: 'Such as openai, ollama, anthropic, gemini or deepseek.', keyKept: 'A key is kept. Enter another to replace it.', keyNone: 'Paste the key here.', keyRef: 'A key, or secret://vault/… where it is.', from: 'from {origin}', here: 'entered here', locked: 'Set by {origin}: change it there.', save: 'Save', saved: '{name} is set; it takes effect in a moment', test: 'Try the connection', testing: 'Asking {name} …', forget: 'Forget what was entered', forgotten: 'Forgotten',
    WORKS: 'It works', NOT_SET: 'Something has to be set first', KEY_REFUSED: 'The key is refused', LIMIT: 'The key is good, but its allowance is used up or it asks too often', NOT_REACHABLE: 'It cannot be reached', UNEXPECTED: 'Something else answers there, or it does not know the question', took: '{n} ms'},
  zh: {llm: '语言模型', set: '已设置', unset: '未设置', open: '无需密钥', 'api-key': '密钥', 'base-url': '地址', model: '模型', preset: '服务', region: '区域', workflow: '工作流', usual: '默认', presetHint: '例如 openai、ollama、anthropic、gemini 或 deepseek。', keyKept: '已保存密钥。输入新密钥即可替换。', keyNone: '在此粘贴密钥。', keyRef: '密钥，或其所在的 secret://vault/…。', from: '来自 {origin}', here: '在此输入', locked: '由 {origin} 设置：请在那里更改。', save: '保存', saved: '{name} 已设置，稍后生效', test: '测试连接', testing: '正在询问 {name}……', forget: '清除输入的内容', forgotten: '已清除',
    WORKS: '可以使用', NOT_SET: '需要先进行设置', KEY_REFUSED: '密钥被拒绝', LIMIT: '密钥有效，但额度已用完或请求过于频繁', NOT_REACHABLE: '无法连接', UNEXPECTED: '应答的是别的服务，或不认识该请求', took: '{n} 毫秒'},
  es: {llm: 'Modelo de lenguaje', set: 'Configurado', unset: 'Sin configurar', open: 'Abierto a todos', 'api-key': 'Clave', 'base-url': 'Dirección', model: 'Modelo', preset: 'Servicio', region: 'Región', workflow: 'Flujo', usual: 'lo habitual', presetHint: 'Por ejemplo openai, ollama, anthropic, gemini o deepseek.', keyKept: 'Hay una clave guardada. Escriba otra para sustituirla.', keyNone: 'Pegue aquí la clave.', keyRef: 'Una clave, o el secret://vault/… donde está.', from: 'de {origin}', here: 'escrito aquí', locked: 'Lo fija {origin}: cámbielo allí.', save: 'Guardar', saved: '{name} está configurado; vale en un momento', test: 'Probar la conexión', testing: 'Preguntando a {name}…', forget: 'Olvidar lo escrito', forgotten: 'Olvidado',
    WORKS: 'Funciona', NOT_SET: 'Antes hay que configurar algo', KEY_REFUSED: 'La clave es rechazada', LIMIT: 'La clave vale, pero su cupo se agotó o pregunta demasiado', NOT_REACHABLE: 'No se puede alcanzar', UNEXPECTED: 'Responde otra cosa, o no conoce la pregunta', took: '{n} ms'},
  de: {llm: 'Sprachmodell', set: 'Eingerichtet', unset: 'Nicht eingerichtet', open: 'Für alle offen', 'api-key': 'Schlüssel', 'base-url': 'Adresse', model: 'Modell', preset: 'Dienst', region: 'Region', workflow: 'Ablauf', usual: 'das Übliche', presetHint: 'Etwa openai, ollama, anthropic, gemini oder deepseek.', keyKept: 'Ein Schlüssel ist hinterlegt. Ein neuer ersetzt ihn.', keyNone: 'Schlüssel hier einfügen.', keyRef: 'Ein Schlüssel, oder secret://vault/…, wo er liegt.', from: 'aus {origin}', here: 'hier eingegeben', locked: 'Festgelegt durch {origin}: dort ändern.', save: 'Speichern', saved: '{name} ist eingerichtet und wirkt gleich', test: 'Verbindung ausprobieren', testing: '{name} wird gefragt …', forget: 'Eingegebenes vergessen', forgotten: 'Vergessen',
    WORKS: 'Es geht', NOT_SET: 'Erst muss etwas eingestellt werden', KEY_REFUSED: 'Der Schlüssel wird abgelehnt', LIMIT: 'Der Schlüssel ist gut, aber verbraucht, oder er fragt zu oft', NOT_REACHABLE: 'Nicht erreichbar', UNEXPECTED: 'Etwas anderes antwortet dort, oder es kennt die Frage nicht', took: '{n} ms'},
});

const MOODS = {WORKS: 'good', LIMIT: 'warn', NOT_SET: 'warn'};

class ProviderCard extends Element {
  static properties = {provider: {attribute: false}, busy: {state: true}, problem: {state: true}, outcome: {state: true}};

  get #title() {
    return this.provider.name === 'llm' ? t('llm') : this.provider.title;
  }

  #path(more = '') {
    return `/v1/admin/providers/${this.provider.name}${more}`;
  }

  /** What differs from what holds. */
  #entered() {
    const form = this.querySelector('form');
    const all = form ? Object.fromEntries(new FormData(form)) : {};
    const held = Object.fromEntries(this.provider.fields.map(field => [field.name, field.value ?? '']));
    return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value.trim()]).filter(([name, value]) => value !== '' && value !== held[name]));
  }

  async #do(what, work) {
    this.busy = what;
    this.problem = null;
    this.outcome = null;
    try {
      await work();
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = null;
  }

  #take(changed, text) {
    this.dispatchEvent(new CustomEvent('changed', {detail: changed, bubbles: true}));
    this.querySelector('form')?.reset();
    toast(text);
  }

  /** What the form says; while it says nothing, what could stand in its first field. */
  #example([{name, value}]) {
    const entered = this.#entered();
    return Object.keys(entered).length ? entered : {[name]: value || {preset: 'ollama', 'base-url': 'http://127.0.0.1:8880'}[name] || '…'};
  }

  #save(event) {
    said(event);
    this.#do('save', async () => this.#take(await put(this.#path(), {settings: this.#entered()}), t('saved', {name: this.#title})));
  }

  #forget() {
    const settings = Object.fromEntries(this.provider.fields.filter(field => field.entered).map(field => [field.name, '']));
    this.#do('forget', async () => this.#take(await put(this.#path(), {settings}), t('forgotten')));
  }

  #test() {
    const settings = this.#entered();
    this.#do('test', async () => {
      this.outcome = await post(this.#path('/test'), Object.keys(settings).length ? {settings} : {});
    });
  }

  #hint(field) {
    if (field.locked) return t('locked', {origin: field.origin ?? ''});
    if (field.secret) return field.present ? `${t('keyKept')} (${field.entered ? t('here') : t('from', {origin: field.origin ?? ''})})` : t('keyRef');
    const origin = field.entered ? t('here') : field.origin ? t('from', {origin: field.origin}) : '';
    return [field.name === 'preset' && !field.value ? t('presetHint') : '', origin].filter(Boolean).join(' ');
  }

  #field(field) {
    const wrong = violation(this.problem, `/settings/${field.name}`);
    return html`<label class="field">${t(field.name)}
      <input name=${field.name} type=${field.secret ? 'password' : 'text'} autocomplete="off" spellcheck="false" ?disabled=${field.locked}
        aria-invalid=${wrong ? 'true' : nothing} placeholder=${field.secret ? (field.present ? '••••••••' : t('keyNone')) : t('usual')} .value=${field.value ?? ''}>
      <small>${this.#hint(field)}</small>${wrong ? html`<span class="wrong">${wrong}</span>` : nothing}</label>`;
  }

  #result() {
    if (this.busy === 'test') return html`<p role="status" class="soft">${t('testing', {name: this.#title})}</p>`;
    if (!this.outcome) return nothing;
    const {outcome, detail, millis} = this.outcome;
    return html`<div role="status" class="stack tight outcome"><p><span class="chip ${MOODS[outcome] ?? 'bad'}">${outcome === 'WORKS' ? icon('check') : icon('warn')}${t(outcome)}</span>
      ${millis ? html`<span class="soft number">${t('took', {n: millis})}</span>` : nothing}</p>${outcome === 'WORKS' ? nothing : html`<p class="hint">${detail}</p>`}</div>`;
  }

  render() {
    const {ready, keyed, fields, name} = this.provider;
    const entered = fields.some(field => field.entered);
    return html`<details class="card provider" id="provider-${name}"><summary><b>${this.#title}</b>
        <span class="chip ${ready ? 'good' : ''}">${ready ? (keyed || entered ? t('set') : t('open')) : t('unset')}</span></summary>
      <form class="stack" @submit=${this.#save}><div class="fields">${fields.map(field => this.#field(field))}</div>
        ${this.#result()}${problemBox(this.problem)}
        <div class="actions"><button class="primary" ?disabled=${this.busy}>${t('save')}</button>
          <button class="quiet" type="button" ?disabled=${this.busy} @click=${this.#test}>${t('test')}</button>
          ${entered ? html`<button class="plain" type="button" ?disabled=${this.busy} @click=${this.#forget}>${t('forget')}</button>` : nothing}
          ${asApi(() => [{title: t('save'), method: 'PUT', path: this.#path(), body: {settings: this.#example(fields)}}, {title: t('test'), method: 'POST', path: this.#path('/test'), body: {}}])}</div></form></details>`;
  }
}

define('mp-provider-card', ProviderCard);
