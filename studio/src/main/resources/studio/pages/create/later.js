// Asking the node about what is still being typed: not at every key, and never minding an answer
// to what was there before.

/**
 * @param {number} delay milliseconds of rest before it is asked
 * @param {(signal: AbortSignal) => Promise<void>} ask
 */
export function later(delay, ask) {
  let timer = null;
  let under = null;
  const stop = () => {
    clearTimeout(timer);
    under?.abort();
    under = null;
  };
  return {
    /** Asks after the rest, anew at every call. */
    soon(wait = delay) {
      stop();
      timer = setTimeout(() => {
        const mine = new AbortController();
        under = mine;
        ask(mine.signal).finally(() => under === mine && (under = null));
      }, wait);
    },
    stop,
  };
}
