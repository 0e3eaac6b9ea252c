// The same thing without the page: as curl and as the command line, ready to be pasted.

import {copyText} from '../core/clipboard.js';
import {html, nothing} from '../core/element.js';
import {caller} from '../core/caller.js';
import {credential} from '../core/session.js';
import {words} from '../core/words.js';
import {dialog} from './dialog.js';
import {icon} from './icon.js';
import {toast} from './toast.js';

const t = words({
  en: {open: 'As API', title: 'The same without the page', curl: 'Over HTTP', cli: 'On the command line', copy: 'Copy', copied: 'Copied', before: 'Once, before', key: 'Put an API key of yours in its place.', keys: 'To your keys'},
  zh: {open: '以 API 方式', title: '不用网页也能做', curl: '通过 HTTP', cli: '命令行', copy: '复制', copied: '已复制', before: '事先执行一次', key: '请换成您自己的 API 密钥。', keys: '前往您的密钥'},
  es: {open: 'Como API', title: 'Lo mismo sin la página', curl: 'Por HTTP', cli: 'En la línea de órdenes', copy: 'Copiar', copied: 'Copiado', before: 'Antes, una sola vez', key: 'Ponga en su lugar una clave de API suya.', keys: 'A sus claves'},
  de: {open: 'Als API', title: 'Dasselbe ohne die Seite', curl: 'Über HTTP', cli: 'Auf der Kommandozeile', copy: 'Kopieren', copied: 'Kopiert', before: 'Einmal vorher', key: 'An seine Stelle kommt ein API-Schlüssel von Ihnen.', keys: 'Zu Ihren Schlüsseln'},
});

/** Where the command line looks for the node by itself. */
const USUAL = /^http:\/\/(localhost|127\.0\.0\.1):8000$/;

/** For a shell: quoted so that nothing in it is taken for anything else. */
export const quoted = text => `'${String(text).replace(/'/g, `'\\''`)}'`;

/** The same, as it is where a shell takes nothing in it for anything else anyway. */
const word = text => (/^[\w/.:=-]+$/.test(text) ? text : quoted(text));

const sends = ({method, headers}, typed) => Object.entries({
  // By its type the node knows that no page of another site made a browser send this.
  ...(typed && method !== 'GET' && {'Content-Type': 'application/json'}), ...headers});

/**
 * @typedef {{title: string, method: string, path: string, body?: unknown, file?: string, out?: string, headers?: Record<string, string>, cli?: string}} Call
 *     file: sent in place of a body. out: the name of the file that comes. cli: where a command of its own does it
 * @param {Call} call
 * @param {boolean=} locked whether a key has to be shown
 */
export function curl(call, locked = false) {
  const {method, path, body, file, out} = call;
  const parts = ['curl', ...(path.endsWith('/events') ? ['-N'] : []), ...(method === 'GET' ? [] : ['-X', method]), quoted(new URL(path, location.origin).href)];
  if (locked) parts.push('-H "Authorization: Bearer $MONEYPRINTER_API_KEY"');
  for (const [name, value] of sends(call, true)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`-d ${quoted(JSON.stringify(body, null, 1))}`);
  if (file) parts.push(`--data-binary ${word(`@${file}`)}`);
  if (out) parts.push(`-o ${word(out)}`);
  return parts.join(' ');
}

/** @param {Call} call */
export function command(call) {
  if (call.cli) return call.cli;
  const {method, path, body, file, out} = call;
  const parts = ['moneyprinter api', ...(method === 'GET' ? [] : [method]), word(path)];
  for (const [name, value] of sends(call, false)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data ${quoted(JSON.stringify(body))}`);
  if (file) parts.push(`--file ${word(file)}`);
  if (out) parts.push(`--out ${word(out)}`);
  return parts.join(' ');
}

const block = (name, text) => html`<figure class="listing">
  <figcaption>${name}<button class="plain small" @click=${() => copy(text)}>${icon('copy')}${t('copy')}</button></figcaption>
  <pre tabindex="0"><code>${text}</code></pre></figure>`;

async function copy(text) {
  await copyText(text);
  toast(t('copied'));
}

/** What the lines below it need: where the node is, and who asks. */
function before(locked) {
  const lines = [...(USUAL.test(location.origin) ? [] : [`export MONEYPRINTER_URL=${location.origin}`]), ...(locked ? ["export MONEYPRINTER_API_KEY='mp_…'"] : [])];
  if (!lines.length) return nothing;
  return html`<section class="call">${block(t('before'), lines.join('\n'))}
    ${locked ? html`<p class="hint">${t('key')} <a href="/settings/keys">${t('keys')}</a></p>` : nothing}</section>`;
}

/** @param {Call[]} calls */
async function show(calls) {
  const locked = Boolean(credential()) || await caller().then(who => who.auth !== 'local', () => true);
  return dialog({
    title: t('title'),
    wide: true,
    body: () => html`${before(locked)}${calls.map(call => html`
      <section class="call"><h3>${call.title}</h3>
        ${block(t('curl'), curl(call, locked))}
        ${block(t('cli'), command(call))}</section>`)}`,
  });
}

/**
 * A button that shows them.
 *
 * @param {() => Call[]} calls asked when it is pressed, so that they say what the page says then
 */
export const asApi = calls => html`<button type="button" class="plain as-api" @click=${() => show(calls())}>${icon('code')}<span>${t('open')}</span></button>`;
