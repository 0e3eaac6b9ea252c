// How states look: the colour of a chip, and what stands on it.

import {html} from '../../core/element.js';
import {problemBox} from '../../parts/problem.js';
import {empty} from '../../parts/states.js';
import {t} from './words.js';

const KINDS = {
  STARTING: 'info', SERVING: 'good', DRAINING: 'warn', DRAINED: 'warn', LEFT: '', LOST: 'bad',
  QUEUED: '', RUNNING: 'busy', PAUSED: 'warn', COMPLETED: 'good', FAILED: 'bad', CANCELLED: '',
  WAITING: '', READY: 'info', AWAITING: 'warn', DONE: 'good', SKIPPED: '',
};

/** A chip of a node's, job's or step's state. */
export const stateChip = state => html`<span class="chip ${KINDS[state] ?? ''}">${t(state)}</span>`;

/** A chip of a node: its state, and whether it is well. */
export const nodeChip = node => (present(node) && node.health.status !== 'healthy'
  ? html`<span class="chip bad">${t('isDegraded')}</span>` : stateChip(node.state));

/** What went wrong; to whom it is not for, that is no fault. */
export const trouble = (problem, again) => (problem?.status === 403
  ? html`<div class="card">${empty({icon: 'lock', title: t('notYours'), text: t('notYoursText')})}</div>` : problemBox(problem, again));

/** Whether a node is there. */
export const present = node => node.state !== 'LOST' && node.state !== 'LEFT';

/** Chips of a circuit breaker. */
export const breakerChip = ({state}) => html`<span class="chip ${{closed: 'good', 'half-open': 'warn', open: 'bad'}[state]}">${t(state === 'open' ? 'opened' : state)}</span>`;

/** Times in short: 14:03:27. */
export const time = when => new Date(when).toLocaleTimeString(document.documentElement.lang);

/** The beginning of a UUID; any other name is told whole. */
export const short = id => (/^[\da-f]{8}-[\da-f-]{27}$/.test(id) ? id.slice(0, 8) : id);
