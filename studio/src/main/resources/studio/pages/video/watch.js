// Keeps what is known of one video up to date: its state, its segments and its log.

import {get} from '../../core/api.js';
import {follow} from '../../core/live.js';
import {put} from './log.js';
import {apply, STEP} from './segments.js';

const REST = 1200; // the least milliseconds between two looks at the whole of it

export const ended = video => ['COMPLETED', 'FAILED', 'CANCELLED'].includes(video?.state);

/** Tells by 'change'. */
export class Watch extends EventTarget {
  video = null;
  segments = [];
  /** @type {import('./log.js').Line[]} */
  lines = [];
  problem = null;
  #last = 0;
  #stale = {video: false, segments: false};
  #timer = null;

  constructor(id, leaving) {
    super();
    this.path = `/v1/videos/${id}`;
    this.leaving = leaving;
    leaving.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  async open() {
    this.problem = null;
    try {
      await this.#look({video: true, segments: true});
      this.#follow();
    } catch (problem) {
      this.#failed(problem);
    }
  }

  #failed(problem) {
    if (this.leaving.aborted) return;
    this.problem = problem;
    this.#tell();
  }

  /** Until the job has ended. */
  async #follow() {
    try {
      await follow(`${this.path}/events`, this.leaving, event => this.#hear(event), this.#last);
    } catch (problem) {
      this.#failed(problem);
    }
  }

  #hear(event) {
    if (event.sequence <= this.#last) return;
    this.#last = event.sequence;
    this.lines = put(this.lines, event);
    const before = this.segments;
    this.segments = apply(this.segments, event);
    const ofPart = event.step === STEP && event.part !== undefined && event.part !== null;
    this.#want({video: !ofPart || event.type === 'STEP_DONE', segments: ofPart && (event.type === 'STEP_PROGRESS' || before === this.segments) || event.type === 'STEP_DONE' && event.step === 'plan'});
    if (ofPart && this.video) this.video = {...this.video, progress: event.progress, secondsLeft: event.secondsLeft};
    if (event.type.startsWith('JOB_') && this.video) this.video = {...this.video, state: event.state};
    if (!ofPart && event.type === 'STEP_DONE' && this.video) this.#done(event.step);
    this.#tell();
  }

  /** So much is sure before the whole of it is asked for: the player waits for the sound. */
  #done(name) {
    const steps = this.video.steps.map(step => (step.name === name && step.of <= 1 ? {...step, state: 'DONE', progress: 1} : step));
    this.video = {...this.video, steps};
  }

  /** Asks again soon, however many events say so. */
  #want(what) {
    this.#stale = {video: this.#stale.video || what.video, segments: this.#stale.segments || what.segments};
    if (!this.#stale.video && !this.#stale.segments) return;
    this.#timer ??= setTimeout(async () => {
      const stale = this.#stale;
      this.#stale = {video: false, segments: false};
      try {
        await this.#look(stale);
      } catch (problem) {
        if (problem.status !== 0) this.#failed(problem);
      }
      this.#timer = null;
      // How far a segment is, no event says.
      this.#want({video: false, segments: !ended(this.video) && this.segments.some(({state}) => state === 'running')});
    }, REST);
  }

  async #look({video, segments}) {
    const signal = this.leaving;
    const [about, parts] = await Promise.all([
      video ? get(this.path, {signal}) : this.video,
      segments || ended(this.video) ? get(`${this.path}/segments`, {signal}).then(list => list.segments) : this.segments,
    ]);
    this.video = about;
    this.segments = parts;
    this.#tell();
  }

  /** A command was answered with the video as it is now. */
  take(video) {
    const goesOn = ended(this.video) && !ended(video);
    this.video = video;
    this.#want({video: true, segments: true});
    this.#tell();
    if (goesOn) this.#follow();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
