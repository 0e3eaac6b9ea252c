// Work that is not sent yet. It is kept by the browser, so that a refresh, a closed tab or a dead
// battery costs nothing. Two tabs see each other's, or, where each may be about something else, keep
// their own: a new tab then begins with what was written last.

const PREFIX = 'moneyprinter-draft-';

/**
 * @template T
 * @param {string} name of the work, such as 'create' or 'storyboard-<id>'
 * @param {{delay?: number, apart?: boolean}} options delay: milliseconds of rest before it is written;
 *     apart: each tab has its own
 */
export function draft(name, {delay = 250, apart = false} = {}) {
  const key = PREFIX + name;
  let timer = null;
  let waiting = null;
  let written = null; // what this tab wrote last, to be told from another tab's

  const stop = () => {
    clearTimeout(timer);
    timer = null;
    waiting = null;
  };
  /** What all tabs share is left alone where another tab wrote it. */
  const mine = () => !apart || localStorage.getItem(key) === written;

  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    written = JSON.stringify({at: Date.now(), value: waiting});
    localStorage.setItem(key, written);
    if (apart) sessionStorage.setItem(key, written);
    waiting = null;
  };
  // A page that goes away gets no other chance; pagehide comes on phones too.
  addEventListener('pagehide', flush);
  // Hidden ones wait long for their timers, while another tab may be opened to go on with it.
  document.addEventListener('visibilitychange', () => document.hidden && flush());

  return {
    /** @returns {T | null} */
    load() {
      try {
        written = (apart ? sessionStorage.getItem(key) : null) ?? localStorage.getItem(key);
        return JSON.parse(written)?.value ?? null;
      } catch {
        return null; // written by something else: as good as none
      }
    },
    /** @param {T} value */
    save(value) {
      waiting = value;
      timer ??= setTimeout(flush, delay);
    },
    clear() {
      stop();
      if (mine()) localStorage.removeItem(key);
      if (apart) sessionStorage.removeItem(key);
    },
    /** Instead of what was sent: this is begun with the next time. @param {T} value */
    replace(value) {
      stop();
      const ours = mine();
      const next = JSON.stringify({at: Date.now(), value});
      if (apart) sessionStorage.setItem(key, next);
      if (!ours) return;
      written = next;
      localStorage.setItem(key, next);
    },
    /** Hears what another tab wrote; null when it was cleared there. */
    onOther(listener) {
      const hear = event => {
        if (event.key === key) listener(event.newValue ? JSON.parse(event.newValue).value : null);
      };
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
    flush,
  };
}
