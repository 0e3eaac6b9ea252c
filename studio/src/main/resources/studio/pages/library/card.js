// One video of the grid.

import {html, nothing} from '../../core/element.js';
import {ago, clock, languageName, percent, span} from '../../core/format.js';
import {meter} from '../../parts/states.js';
import {icon} from '../../parts/icon.js';
import {pick} from '../../parts/selection.js';
import '../../parts/menu.js';
import {t} from './words.js';
import {underWay} from './filters.js';
import './poster.js';

const COLOURS = {QUEUED: '', RUNNING: 'busy', AWAITING: 'info', PAUSED: 'warn', COMPLETED: 'good', FAILED: 'bad', CANCELLED: ''};

/** A video that needs its owner is not being made meanwhile. */
const stateOf = video => (video.awaits ? 'AWAITING' : video.state);

/** What can be done with a video. */
function items(video, act) {
  if (video.deletedAt) return [{label: t('restore'), icon: 'undo', run: () => act.restore([video])}];
  const done = video.state === 'COMPLETED';
  return [
    {label: t('open'), icon: 'play', href: `/videos/${video.id}`},
    ...(video.awaits ? [{label: t('look'), icon: 'rows', href: `/videos/${video.id}/storyboard`}] : []),
    {label: t('edit'), icon: 'sparkle', href: `/?from=${video.id}`},
    {label: t('duplicate'), icon: 'copy', run: () => act.duplicate(video)},
    ...(done ? [null, {label: t('share'), icon: 'share', run: () => act.share([video])},
      {label: t('download'), icon: 'download', run: () => act.files(video)}] : []),
    null,
    ...(underWay(video) ? [{label: t('cancel'), icon: 'stop', run: () => act.cancel(video)}] : []),
    {label: t('remove'), icon: 'trash', danger: true, run: () => act.remove([video])},
  ];
}

const facts = video => [ago(video.createdAt), video.language && languageName(video.language)].filter(Boolean).join(' · ');

const yours = video => html`<a class="button quiet small" href="/videos/${video.id}/storyboard">${icon('rows')}${t('look')}</a>`;

const progress = video => html`<div class="making">
  ${meter(video.state === 'QUEUED' ? 0 : video.progress, t(video.state))}
  <small class="number">${video.state === 'QUEUED' ? t('QUEUED') : percent(video.progress)}${video.secondsLeft
    ? html` · ${t('left', {time: span(video.secondsLeft)})}` : nothing}</small></div>`;

const play = event => event.currentTarget.querySelector('mp-poster').play();
const rest = event => event.currentTarget.querySelector('mp-poster').rest();

/** @param {{video: object, selection: Selection, act: object}} options */
export const card = ({video, selection, act}) => html`
  <article class="video ${selection.has(video) ? 'chosen' : ''}" data-id=${video.id}>
    <a class="frame" href="/videos/${video.id}" aria-label=${video.title || t('noPicture')}
      @pointerenter=${play} @pointerleave=${rest} @focus=${play} @blur=${rest}>
      <mp-poster .poster=${video.poster} .preview=${video.preview} .strip=${video.strip} alt=""></mp-poster>
      ${video.seconds ? html`<span class="length number">${clock(video.seconds)}</span>` : nothing}
      ${video.state === 'COMPLETED' ? nothing : html`<span class="chip ${COLOURS[stateOf(video)]}">${t(stateOf(video))}</span>`}
    </a>
    ${pick(selection, video)}
    <div class="said">
      <div class="words"><h2><a href="/videos/${video.id}"><bdi>${video.title}</bdi></a></h2><p class="hint cut">${facts(video)}</p></div>
      <mp-menu label=${t('actions', {title: video.title})} .items=${items(video, act)}></mp-menu>
    </div>
    ${video.awaits ? yours(video) : underWay(video) ? progress(video) : nothing}
    ${video.failure ? html`<p class="why" dir="auto">${video.failure}</p>` : nothing}
  </article>`;
