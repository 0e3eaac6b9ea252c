// Hears of the videos that are being made, over the one socket that the tab has.

import {attend, attended, watch} from '../../core/live.js';

const MOST = 24; // of the 32 that a socket may follow

export class Following {
  #tell;
  #ends = new Map(); // id → how to stop following it
  #unwatch;

  /**
   * @param {(event: import('../../core/live.js').JobEvent) => void} tell hears what happens to those
   *     followed, and when any video of the workspace begins or ends
   * @param {AbortSignal} signal ends it
   */
  constructor(tell, signal) {
    this.#tell = tell;
    this.#unwatch = watch('NOTIFICATIONS', message => message.again || tell(message));
    signal.addEventListener('abort', () => {
      this.#unwatch();
      this.take([]);
    });
  }

  /** Follows these and no others. */
  take(ids) {
    const wanted = new Set(ids.slice(0, MOST));
    for (const [id, end] of this.#ends) {
      if (wanted.has(id)) continue;
      this.#ends.delete(id);
      end();
    }
    for (const id of wanted) {
      if (!this.#ends.has(id)) this.#ends.set(id, attend(id, this.#tell));
    }
  }

  /** Whether all that happens to these is heard at present. */
  covers(ids) {
    return ids.every(attended);
  }
}
