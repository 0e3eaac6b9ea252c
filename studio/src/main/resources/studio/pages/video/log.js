// What happened, in plain words. Events tell by type and step; the words are the page's own.

import {t, stepName} from './words.js';

/** What nobody needs to read: that something goes on. */
const QUIET = new Set(['STEP_PROGRESS', 'STEP_SKIPPED']);

const KINDS = {JOB_COMPLETED: 'good', JOB_FAILED: 'bad', STEP_FAILED: 'bad', COMPENSATION_FAILED: 'bad', JOB_CANCELLED: 'warn', STEP_RETRIED: 'warn', STEP_WAITING: 'warn', APPROVAL_WANTED: 'info'};

/** @typedef {{key: string, at: string, text: string, kind: string, count: number, detail: string}} Line */

/** Whether the server's own sentence says more than the type does. */
const SAYS_MORE = new Set(['JOB_FAILED', 'STEP_FAILED', 'STEP_RETRIED', 'STEP_WAITING', 'COMPENSATION_FAILED']);

/**
 * Puts an event to the log; parts of one step are one line that counts.
 *
 * @param {Line[]} lines the newest last
 */
export function put(lines, event) {
  if (QUIET.has(event.type)) return lines;
  const parted = event.part !== undefined && event.part !== null;
  const key = `${event.type} ${event.step ?? ''}`;
  const found = parted && (event.type === 'STEP_STARTED' || event.type === 'STEP_DONE') ? lines.findLast(line => line.key === key) : null;
  const count = (found?.count ?? 0) + 1;
  const line = {
    key, count, at: event.at,
    text: t(parted && count > 1 ? `${event.type}-parts` : event.type, {step: stepName(event.step), n: count}),
    kind: KINDS[event.type] ?? '',
    detail: SAYS_MORE.has(event.type) ? event.message : '',
  };
  const begun = event.type === 'STEP_DONE' ? `STEP_STARTED ${event.step}` : null;
  return [...lines.filter(one => one !== found && one.key !== begun), line];
}
