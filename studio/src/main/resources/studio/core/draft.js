// Work that is not sent yet. It is kept by the browser, so that a refresh, a closed tab or a dead
// battery costs nothing, and two tabs see each other's.

const PREFIX = 'moneyprinter-draft-';

/**
 * @template T
 * @param {string} name of the work, such as 'create' or 'storyboard-<id>'
 * @param {{delay?: number}} options delay: milliseconds of rest before it is written
 */
export function draft(name, {delay = 250} = {}) {
  const key = PREFIX + name;
  let timer = null;
  let waiting = null;

  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (waiting === null) return;
    localStorage.setItem(key, JSON.stringify({at: Date.now(), value: waiting}));
    waiting = null;
  };
  // A page that goes away gets no other chance; pagehide comes on phones too.
  addEventListener('pagehide', flush);

  return {
    /** @returns {T | null} */
    load() {
      try {
        return JSON.parse(localStorage.getItem(key))?.value ?? null;
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
      clearTimeout(timer);
      timer = null;
      waiting = null;
      localStorage.removeItem(key);
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
