// What its owner does with a video as a whole, as in the library: share, re-run, make again, delete, restore.

import {go} from '../../core/router.js';
import {actions} from '../library/actions.js';
import {filmOf} from './finished.js';
import {t, titleOf} from './words.js';

/** As the library's list has it. */
const listed = video => ({id: video.id, title: titleOf(video), state: video.state, video: filmOf(video)?.href, links: video.links});

/** @param {{here: () => boolean, look: () => void}} page here: whether it is still shown; look: asks how the video is */
export function owner({here, look}) {
  const act = actions({
    gone: () => go('/videos'),
    // By the message's button perhaps, on another page.
    back: restored => (here() ? look() : restored?.length && go(`/videos/${restored[0].id}`)),
  });
  return {
    restore: video => act.restore([listed(video)]),
    share: video => act.share([listed(video)]),
    menu: video => [
      ...(video.state === 'COMPLETED' ? [{label: t('changes'), icon: 'refresh', href: `/?from=${video.id}`}] : []),
      {label: t('duplicate'), icon: 'copy', run: () => act.duplicate(listed(video))},
      ...(video.deletedAt ? [] : [null, {label: t('remove'), icon: 'trash', danger: true, run: () => act.remove([listed(video)])}]),
    ],
  };
}
