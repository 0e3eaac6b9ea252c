// One voice at a time: what is listened to on this page.

import {request, sendRaw} from '../../core/api.js';
import {heardKey, spoken} from './lengths.js';

/** Listens to scenes; tells by 'change' which one sounds, and by 'heard' how long one is. */
export class Listening extends EventTarget {
  /** @type {string | null} id of the scene that sounds, or is being fetched */
  scene = null;
  waiting = false;
  /** @type {Record<string, number>} seconds by heardKey */
  heard = {};
  #audio = new Audio();
  #turn = 0;
  #sounds = new Map();

  /** @param {string} path of the storyboard */
  constructor(path) {
    super();
    this.path = path;
    this.#audio.addEventListener('ended', () => this.stop());
  }

  /**
   * @param {() => Promise<void>} flush puts the scene on the node as it is here
   * @param {object[]} made what there is of the video's scenes
   */
  async play(scene, made, flush) {
    this.stop();
    const turn = ++this.#turn;
    this.scene = scene.id;
    this.waiting = true;
    this.#tell('change');
    try {
      const sound = await this.#sound(scene, made, flush);
      if (turn !== this.#turn) return;
      this.#audio.src = sound;
      await this.#audio.play();
      this.waiting = false;
      this.#tell('change');
    } catch (problem) {
      if (turn === this.#turn) this.stop();
      throw problem;
    }
  }

  async #sound(scene, made, flush) {
    const key = heardKey(scene);
    if (this.#sounds.has(key)) return this.#sounds.get(key);
    const before = spoken(scene, made);
    let answer;
    if (before?.sound) {
      answer = await request(before.sound);
      this.heard[key] = before.seconds;
    } else {
      await flush();
      answer = await sendRaw('POST', `${this.path}/speak`, {scene: scene.id});
      this.heard[key] = Number(answer.headers.get('X-Seconds'));
      this.note = answer.headers.has('Warning') ? decodeURIComponent(answer.headers.get('Warning').replace(/^199 - "|"$/g, '')) : '';
    }
    const sound = URL.createObjectURL(await answer.blob());
    this.#sounds.set(key, sound);
    this.#tell('heard');
    return sound;
  }

  stop() {
    this.#turn++;
    this.#audio.pause();
    this.scene = null;
    this.waiting = false;
    this.#tell('change');
  }

  close() {
    this.stop();
    for (const sound of this.#sounds.values()) URL.revokeObjectURL(sound);
    this.#sounds.clear();
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
