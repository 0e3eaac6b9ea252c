// How the page talks to the node: JSON, files, and a stream of events.

const KEY = 'moneyprinter-key';
const REFRESH = 'moneyprinter-refresh';

/** A refusal of the node (RFC 9457), with what it said. */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `The node answered ${status}`);
    this.status = status;
    this.violations = body.violations || [];
    this.correlationId = body.correlationId;
  }
}

/** An API key, or the tokens of a login; gone when the tab is closed. */
export const credential = {
  get: () => sessionStorage.getItem(KEY),
  set: key => {
    sessionStorage.setItem(KEY, key);
    sessionStorage.removeItem(REFRESH);
  },
  open: login => {
    sessionStorage.setItem(KEY, login.accessToken);
    sessionStorage.setItem(REFRESH, login.refreshToken);
  },
};

function headers(extra) {
  const key = credential.get();
  return key ? {...extra, Authorization: `Bearer ${key}`} : {...extra};
}

let renewal = null;

/** Renews the tokens of a login, once for all who ask at the same time; false when it cannot. */
function renewed() {
  renewal ??= renew().finally(() => (renewal = null));
  return renewal;
}

async function renew() {
  const refreshToken = sessionStorage.getItem(REFRESH);
  if (!refreshToken) return false;
  const response = await fetch('/v1/auth/refresh', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({refreshToken}),
  });
  if (response.ok) {
    credential.open(await response.json());
    return true;
  }
  if (response.status < 500) {
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(REFRESH);
  }
  return false;
}

async function request(path, options = {}) {
  let response;
  try {
    const ask = () => fetch(path, {...options, headers: headers(options.headers)});
    response = await ask();
    if (response.status === 401 && !path.startsWith('/v1/auth/') && await renewed()) response = await ask();
  } catch {
    throw new Problem(0, {detail: 'The node cannot be reached. Is it still running?'});
  }
  if (!response.ok) {
    throw new Problem(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

/** Sends JSON; gives the answer, or nothing where there is none. */
export async function send(method, path, body) {
  const response = await request(path, {
    method,
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

export const get = async path => (await request(path)).json();

export async function post(path, body, extra = {}) {
  const response = await request(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...extra},
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.json();
}

/** What to put into src: the path itself, or, where a credential is needed, a copy in memory. */
export async function source(path) {
  return credential.get() ? URL.createObjectURL(await (await request(path)).blob()) : path;
}

/** A key that makes sending the same order twice harmless. */
export function orderKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
}

const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Follows a job until it has ended or the signal aborts, coming back after every broken connection
 * at the event where it broke. Reads the stream by hand because EventSource sends no credential.
 */
export async function follow(path, signal, onEvent) {
  let last = 0;
  let pause = 1000;
  while (!signal.aborted) {
    try {
      const response = await request(path, {signal, headers: {'Last-Event-ID': String(last)}});
      if (response.status === 204) return;
      for await (const event of events(response.body)) {
        pause = 1000;
        last = event.sequence;
        onEvent(event);
      }
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.status >= 400 && problem.status < 500) throw problem;
    }
    await wait(pause);
    pause = Math.min(pause * 2, 15000);
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').filter(l => l.startsWith('data: ')).map(l => l.slice(6));
      if (data.length) yield JSON.parse(data.join('\n'));
    }
  }
}
