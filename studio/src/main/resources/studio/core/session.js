// Who is logged in. A credential stays in its tab's memory; a new tab asks the open ones for it,
// and one tab at a time renews it, because a refresh token that is used twice ends the session.

const KEY = 'moneyprinter-key';
const REFRESH = 'moneyprinter-refresh';
const channel = new BroadcastChannel('moneyprinter-session');
const changes = new EventTarget();

const held = () => ({key: sessionStorage.getItem(KEY), refresh: sessionStorage.getItem(REFRESH)});

function keep({key, refresh}) {
  for (const [name, value] of [[KEY, key], [REFRESH, refresh]]) {
    if (value) sessionStorage.setItem(name, value);
    else sessionStorage.removeItem(name);
  }
  changes.dispatchEvent(new Event('change'));
}

channel.onmessage = ({data}) => {
  if (data.ask && held().key) channel.postMessage({held: held()});
  else if (data.held && (data.renewed || !held().key)) keep(data.held);
  else if (data.over) keep({});
};

/** Another tab's credential, if one has it. Answered at once or not at all. */
export const shared = new Promise(resolve => {
  if (held().key) return resolve();
  const timer = setTimeout(resolve, 60);
  changes.addEventListener('change', () => (clearTimeout(timer), resolve()), {once: true});
  channel.postMessage({ask: true});
});

/** The bearer credential of requests, or null. */
export const credential = () => held().key;

/** Hears of logging in and out. */
export const onChange = listener => changes.addEventListener('change', listener);

function take(next) {
  keep(next);
  channel.postMessage({held: next, renewed: true});
}

/** Takes the answer of a login. */
export const enter = login => take({key: login.accessToken, refresh: login.refreshToken});

/** Takes an API key. */
export const enterKey = key => take({key});

/** Ends it here and in the other tabs. */
export function leave() {
  keep({});
  channel.postMessage({over: true});
}

const oneTab = action => (navigator.locks ? navigator.locks.request('moneyprinter-refresh', action) : action());

/**
 * Renews the tokens of a login.
 *
 * @param {string | null} refused the credential that was refused
 * @returns {Promise<boolean>} false when it cannot
 */
export function renew(refused) {
  return oneTab(async () => {
    if (held().key !== refused) return Boolean(held().key); // another request or tab was quicker
    const {refresh} = held();
    if (!refresh) return false;
    const response = await fetch('/v1/auth/refresh', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({refreshToken: refresh}),
    });
    if (response.ok) enter(await response.json());
    else if (response.status < 500) keep({});
    return response.ok;
  });
}

let regaining = null;

/**
 * Asks the person to log in again and waits until they have; once for all who wait. The shell shows
 * the dialog; what was being done goes on afterwards, nothing is lost.
 */
export function regain() {
  regaining ??= new Promise(resolve => {
    changes.dispatchEvent(new Event('needed'));
    changes.addEventListener('change', function again() {
      if (!held().key) return;
      changes.removeEventListener('change', again);
      resolve();
    });
  }).finally(() => (regaining = null));
  return regaining;
}

/** Hears that a login is needed. */
export const onNeeded = listener => changes.addEventListener('needed', listener);
