// What a finished video is: its film, its files, and what is written about how it was made.

import {html, nothing} from '../../core/element.js';
import {bytes, money, percent, span} from '../../core/format.js';
import {save} from '../../core/api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {fileName, kind} from '../library/files.js';
import {stateName, stepName, t} from './words.js';

/** The film with its captions, which the player can switch on. */
export const film = ({source, captions, poster, language}) => html`
  <video id="film" controls playsinline src=${source} poster=${poster ?? nothing} aria-label=${t('film')}>
    ${captions ? html`<track kind="captions" src=${captions} srclang=${language} label=${t('captions')}>` : nothing}
  </video>`;

const FIRST = /^(video|audio)\./;

/**
 * @param {string} title of the video, by which files are found again where they are saved
 * @param {string} archive where all of them are as one ZIP
 */
export function files(list, title, archive) {
  const sorted = [...list].sort((one, other) => Number(FIRST.test(other.name)) - Number(FIRST.test(one.name)));
  return html`<section class="card stack"><h2>${t('files')}</h2><ul class="files">${sorted.map(file => html`
    <li class="row spread keep"><span class="cut">${kind(file.name)} <small class="soft">${file.name}</small></span><span class="soft number">${bytes(file.size)}</span>
      <button class="quiet small" aria-label="${t('download')} ${file.name}" @click=${() => save(file.href, fileName(title, file.name))}>${icon('download')}</button></li>`)}</ul>
    <div class="actions"><button class="quiet small" id="do-archive" @click=${() => save(archive, fileName(title, '.zip'))}>${icon('download')}${t('allFiles')}</button></div></section>`;
}

export const credits = text => (text ? html`<section class="card stack"><h2>${t('credits')}</h2><pre class="credits" tabindex="0">${text}</pre></section>` : nothing);

export function cost(video) {
  const {settled = 0, estimated = 0, currency} = video.cost ?? {};
  return html`<section class="card stack"><h2>${t('cost')}</h2>
    ${settled || estimated ? html`<dl class="facts"><dt>${t('costSettled')}</dt><dd>${money(settled, currency)}</dd>
      <dt>${t('costEstimated')}</dt><dd>${money(estimated, currency)}</dd></dl>` : html`<p class="soft">${t('free')}</p>`}</section>`;
}

const VERDICTS = {good: 'good', doubtful: 'warn', bad: 'bad'};

/** @param {{quality?: {report?: {checks: object[]}, checks?: object[]}[], warnings?: string[]}} manifest */
export function quality(manifest) {
  const checks = (manifest?.quality ?? []).flatMap(one => one.report?.checks ?? one.checks ?? []);
  if (!checks.length) return nothing;
  const bad = checks.filter(one => one.verdict !== 'good').length;
  return html`<details class="card"><summary>${t('quality')} <span class="chip ${bad ? 'warn' : 'good'}">${bad ? `${bad} / ${checks.length}` : `${checks.length} ✓`}</span></summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('quality')}><table><thead><tr><th>${t('check')}</th><th></th><th>${t('measured')}</th><th>${t('wanted')}</th></tr></thead>
    <tbody>${checks.map(one => html`<tr><td>${one.name}</td><td><span class="chip ${VERDICTS[one.verdict]}">${t(one.verdict)}</span></td><td>${one.measured}</td><td>${one.wanted}</td></tr>`)}</tbody></table></div>
    ${manifest.warnings?.length ? html`<h3>${t('warnings')}</h3><ul>${manifest.warnings.map(text => html`<li>${text}</li>`)}</ul>` : nothing}</details>`;
}

export const receipt = ({href, verify, verifying, verified}) => html`<details class="card"><summary>${t('receipt')}</summary><div class="stack tight">
  <p class="soft">${t('receiptText')}</p>
  <div class="actions"><button class="quiet small" @click=${() => save(href, 'receipt.json')}>${icon('download')}${t('download')}</button>
    <button class="quiet small" ?disabled=${verifying} @click=${verify}>${icon('check')}${verifying ? t('verifying') : t('verify')}</button></div>
  <p role="status">${verified ?? ''}</p></div></details>`;

/** Where an address names no video of this workspace. */
const unknown = () => empty({icon: 'film', title: t('unknown'), text: t('unknownText'),
  action: html`<a class="button primary" href="/videos">${t('toVideos')}</a>`});

/** In place of a video that is not there, or not yet. */
export const missing = (problem, again) => (problem?.status === 404 ? unknown() : problem ? problemBox(problem, again) : waiting(6));

/** What befell it. */
export const notes = (video, restore) => html`
  ${video.deletedAt ? html`<div class="note row spread"><p>${t('deletedNote')}</p>
    <button class="quiet small" id="do-restore" @click=${restore}>${icon('undo')}${t('restore')}</button></div>` : nothing}
  ${video.state === 'CANCELLED' ? html`<p class="note">${t('cancelledNote')}</p>` : nothing}
  ${video.failure ? html`<div class="stack tight"><h2>${t('failedTitle')}</h2>${problemBox(video.failure)}</div>` : nothing}`;

/** What there is to do while the video waits for its owner. */
export const awaiting = (video, busy, approve) => html`<section class="card stack call-out"><h2>${t('awaitsTitle')}</h2><p>${t('awaitsText')}</p>
  <div class="actions"><a class="button primary" id="do-look" href="/videos/${video.id}/storyboard">${icon('rows')}${t('look')}</a>
    <button class="quiet" id="do-approve" ?disabled=${busy} @click=${approve}>${icon('check')}${t('approve')}</button></div></section>`;

const MARKS = {DONE: 'check', RUNNING: 'refresh', AWAITING: 'user', FAILED: 'warn', CANCELLED: 'close'};

/** Which approval an order asks for. */
const APPROVALS = {review: 'storyboard', look: 'scenes'};

/** Those that were passed over, or will be, are not of interest. */
const passed = ({name, state}, brief) => state === 'SKIPPED'
  || ['WAITING', 'READY'].includes(state) && name in APPROVALS && APPROVALS[name] !== brief.review;

/** The steps of the workflow. */
export const steps = (list, brief) => html`<ol class="steps">${list.filter(step => !passed(step, brief)).map(step => html`
  <li class=${step.state.toLowerCase()}><span class="mark" aria-hidden="true">${MARKS[step.state] ? icon(MARKS[step.state]) : nothing}</span>
    <span class="cut">${stepName(step.name)}<span class="hidden">: ${step.state === 'DONE' ? stateName('COMPLETED') : step.state === 'AWAITING' ? stateName('AWAITING') : percent(step.progress)}</span></span>
    <small class="soft number">${step.of > 1 ? t('parts', {done: step.done, of: step.of}) : step.state === 'RUNNING' ? percent(step.progress) : ''}${step.attempts > 1 ? ` · ${t('attempts', {n: step.attempts})}` : ''}</small>
    ${step.waitsFor ? html`<small class="hint">${step.waitsFor}</small>` : nothing}</li>`)}</ol>`;

/** @param {import('./segments.js').Segment[]} segments */
export const segmentTable = segments => html`<details><summary>${t('all')}</summary>
  <div class="scroll" tabindex="0" role="region" aria-label=${t('all')}><table><thead><tr><th>${t('number')}</th><th>${t('state')}</th><th>${t('node')}</th><th>${t('encoder')}</th><th>${t('took')}</th></tr></thead>
  <tbody>${segments.map((one, place) => html`<tr><td class="number">${place + 1}</td><td>${t(`segment-${one.state}`)}</td><td>${one.node ?? ''}</td><td>${one.encoder ?? ''}</td><td class="number">${one.seconds && one.state === 'done' ? span(one.seconds) : ''}</td></tr>`)}</tbody></table></div></details>`;

/** @param {import('./log.js').Line[]} lines the newest is shown first */
export const log = lines => (lines.length ? html`<section class="card stack"><h2>${t('log')}</h2><ol class="log" tabindex="0" aria-label=${t('log')}>${[...lines].reverse().map(line => html`
  <li class=${line.kind}><time class="soft number" datetime=${line.at}>${new Date(line.at).toLocaleTimeString(document.documentElement.lang)}</time><span>${line.text}${line.detail ? html`<small class="soft">${line.detail}</small>` : nothing}</span></li>`)}</ol></section>` : nothing);
