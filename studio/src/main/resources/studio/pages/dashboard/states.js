// How states look: the colour of a chip, and what stands on it.

import {html} from '../../core/element.js';
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

/** Whether a node is there. */
export const present = node => node.state !== 'LOST' && node.state !== 'LEFT';

/** Chips of a circuit breaker. */
export const breakerChip = ({state}) => html`<span class="chip ${{closed: 'good', 'half-open': 'warn', open: 'bad'}[state]}">${t(state === 'open' ? 'opened' : state)}</span>`;

/** Times in short: 14:03:27. */
export const time = when => new Date(when).toLocaleTimeString(document.documentElement.lang);

/** The beginning of an id; the whole is in the title beside it. */
export const short = id => (id?.length > 13 ? id.slice(0, 8) : id);
