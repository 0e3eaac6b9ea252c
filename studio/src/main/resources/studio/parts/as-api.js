// The same thing without the page: as curl and as the command line.

import {html, nothing} from '../core/element.js';
import {words} from '../core/words.js';
import {dialog} from './dialog.js';
import {icon} from './icon.js';
import {toast} from './toast.js';

const t = words({
  en: {open: 'As API', title: 'The same without the page', curl: 'Over HTTP', cli: 'On the command line', copy: 'Copy', copied: 'Copied', key: 'Where a credential is required, put your API key into MONEYPRINTER_KEY.'},
  zh: {open: '以 API 方式', title: '不用网页也能做', curl: '通过 HTTP', cli: '命令行', copy: '复制', copied: '已复制', key: '需要凭据时，请把 API 密钥放入 MONEYPRINTER_KEY。'},
  es: {open: 'Como API', title: 'Lo mismo sin la página', curl: 'Por HTTP', cli: 'En la línea de órdenes', copy: 'Copiar', copied: 'Copiado', key: 'Donde se pida una credencial, ponga su clave de API en MONEYPRINTER_KEY.'},
  de: {open: 'Als API', title: 'Dasselbe ohne die Seite', curl: 'Über HTTP', cli: 'Auf der Kommandozeile', copy: 'Kopieren', copied: 'Kopiert', key: 'Wo ein Zugang verlangt wird, kommt der API-Schlüssel nach MONEYPRINTER_KEY.'},
});

/** For a shell: quoted so that nothing in it is taken for anything else. */
export const quoted = text => `'${String(text).replace(/'/g, `'\\''`)}'`;

/**
 * @typedef {{title: string, method: string, path: string, body?: unknown, headers?: Record<string, string>, cli?: string}} Call
 * @param {Call} call
 */
export function curl({method, path, body, headers = {}}) {
  const parts = ['curl', ...(method === 'GET' ? [] : ['-X', method]), quoted(new URL(path, location.origin).href),
    '-H "Authorization: Bearer $MONEYPRINTER_KEY"'];
  const all = body === undefined ? headers : {'Content-Type': 'application/json', ...headers};
  for (const [name, value] of Object.entries(all)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`-d ${quoted(JSON.stringify(body, null, 1))}`);
  return parts.join(' ');
}

const block = (name, text) => html`<figure class="listing">
  <figcaption>${name}<button class="plain small" @click=${() => copy(text)}>${icon('copy')}${t('copy')}</button></figcaption>
  <pre tabindex="0"><code>${text}</code></pre></figure>`;

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t('copied'));
}

/** @param {Call[]} calls */
const show = calls => dialog({
  title: t('title'),
  wide: true,
  body: () => html`${calls.map(call => html`
    <section class="call"><h3>${call.title}</h3>
      ${block(t('curl'), curl(call))}
      ${call.cli ? block(t('cli'), call.cli) : nothing}</section>`)}
    <p class="hint">${t('key')}</p>`,
});

/**
 * A button that shows them.
 *
 * @param {() => Call[]} calls asked when it is pressed, so that they say what the page says then
 */
export const asApi = calls => html`<button type="button" class="plain as-api" @click=${() => show(calls())}>${icon('code')}<span>${t('open')}</span></button>`;
