// How the page talks to the node: JSON over HTTP, with the session's credential. A refused
// credential is renewed, or asked for, and the request goes on.

import {credential, regain, renew, shared} from './session.js';
import {words} from './words.js';

const t = words({
  en: {away: 'The node cannot be reached. Check the network, and whether the node still runs; then try again.', trouble: 'The node has trouble at the moment ({status}). Try again shortly.', refused: 'The node refused this ({status}).'},
  zh: {away: '无法连接到节点。请检查网络以及节点是否仍在运行，然后重试。', trouble: '节点目前有问题（{status}）。请稍后重试。', refused: '节点拒绝了此请求（{status}）。'},
  es: {away: 'No se puede alcanzar el nodo. Compruebe la red y si el nodo sigue en marcha; después, reintente.', trouble: 'El nodo tiene problemas en este momento ({status}). Reintente en breve.', refused: 'El nodo lo ha rechazado ({status}).'},
  de: {away: 'Der Knoten ist nicht erreichbar. Prüfen Sie das Netz und ob er noch läuft; dann noch einmal versuchen.', trouble: 'Der Knoten hat gerade Schwierigkeiten ({status}). Bitte gleich noch einmal versuchen.', refused: 'Der Knoten hat das abgelehnt ({status}).'},
});

/** A refusal of the node (RFC 9457), with what it said. */
export class Problem extends Error {
  constructor(status, body = {}, headers = new Headers()) {
    super(body.detail || body.title || t(status ? (status < 500 ? 'refused' : 'trouble') : 'away', {status: String(status)}));
    this.status = status;
    this.type = body.type;
    /** @type {{pointer?: string, message: string}[]} what is wrong, and where in what was sent */
    this.violations = body.violations || [];
    this.correlationId = body.correlationId;
    this.retryAfter = Number(headers.get('Retry-After')) || null;
    this.body = body;
  }
}

function headers(options) {
  const key = credential();
  return key ? {...options.headers, Authorization: `Bearer ${key}`} : {...options.headers};
}

/**
 * A request as fetch makes it, with the credential; fails with a Problem unless the answer is 2xx
 * or 304. Status 0 means that the node was not reached.
 *
 * @param {RequestInit & {quiet?: boolean}} options quiet: a 401 fails instead of asking for a login
 */
export async function request(path, options = {}) {
  await shared;
  for (;;) {
    const used = credential();
    let response;
    try {
      response = await fetch(path, {...options, headers: headers(options)});
    } catch (failure) {
      if (options.signal?.aborted) throw failure;
      throw new Problem(0);
    }
    if (response.ok || response.status === 304) return response;
    if (response.status === 401 && !path.startsWith('/v1/auth/')) {
      if (await renew(used)) continue;
      if (!options.quiet) {
        await regain();
        continue;
      }
    }
    throw new Problem(response.status, await response.json().catch(() => ({})), response.headers);
  }
}

const body = async response => {
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
};

/** The JSON at a path. */
export const get = async (path, options) => body(await request(path, options));

/** The JSON at a path, and the tag to send back as If-Match when it is changed. */
export async function getTagged(path, options) {
  const response = await request(path, options);
  return {value: await body(response), etag: response.headers.get('ETag')};
}

/** Sends JSON by a method; gives the answer's JSON, or nothing where there is none. */
export async function send(method, path, value, extra = {}, options = {}) {
  return body(await sendRaw(method, path, value, extra, options));
}

/**
 * As send, with the whole answer: its headers are wanted too. The type is told without a body as
 * well: by it the node knows that no page of another site made the browser send this.
 */
export const sendRaw = (method, path, value, extra = {}, options = {}) =>
  request(path, {
    ...options,
    method,
    headers: {'Content-Type': 'application/json', ...extra},
    body: value === undefined ? undefined : JSON.stringify(value),
  });

export const post = (path, value = {}, extra, options) => send('POST', path, value, extra, options);
export const put = (path, value, extra, options) => send('PUT', path, value, extra, options);
export const remove = (path, extra, options) => send('DELETE', path, undefined, extra, options);

/** What to put into src: the path itself, or, where a credential is needed, a copy in memory. */
export async function source(path) {
  await shared;
  return credential() ? URL.createObjectURL(await (await request(path)).blob()) : path;
}

/** Saves a file under a name; with a credential a plain link would not do. */
export async function save(path, name) {
  const href = await source(path);
  const link = Object.assign(document.createElement('a'), {href, download: name});
  link.click();
  if (href.startsWith('blob:')) setTimeout(() => URL.revokeObjectURL(href), 60000);
}

/** A key that makes sending the same order twice harmless (Idempotency-Key). */
export function orderKey() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(random, b => b.toString(16).padStart(2, '0')).join('');
}
