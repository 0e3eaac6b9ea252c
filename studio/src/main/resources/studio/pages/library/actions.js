// What can be done with videos of the list. Deleting takes nothing away at once: it can be undone.

import {post, remove} from '../../core/api.js';
import {go} from '../../core/router.js';
import {confirm} from '../../parts/dialog.js';
import {together} from '../../parts/together.js';
import {complain, toast} from '../../parts/toast.js';
import {files, saveAll} from './files.js';
import {underWay} from './filters.js';
import {share} from './share.js';
import {t} from './words.js';

const path = video => `/v1/videos/${video.id}`;

/**
 * @param {{gone: (videos: object[]) => void, back: (restored?: object[]) => void, progress?: (progress: object | null) => void}} list gone: takes them
 *     out of what is shown; back: looks again, with those that were taken back; progress: how far it is
 */
export function actions({gone, back, progress}) {
  const each = (videos, work) => together(videos, work, progress);
  const act = {
    async remove(videos) {
      const going = videos.filter(underWay);
      const sure = !going.length || await confirm({title: t('stopTitle'), text: t('stopText', {n: going.length}), action: t('stop'), danger: true});
      if (!sure) return;
      await each(going, video => post(`${path(video)}/cancel`));
      const deleted = await each(videos, video => remove(path(video), {'Content-Type': 'application/json'}));
      if (!deleted.length) return;
      gone(deleted);
      toast(t('deleted', {n: deleted.length}), {action: {label: t('undo'), run: () => act.restore(deleted)}});
    },
    async restore(videos) {
      const restored = await each(videos, video => post(`${path(video)}/restore`));
      if (restored.length) toast(t('restored', {n: restored.length}), {kind: 'good'});
      back(restored);
    },
    async duplicate(video) {
      const made = await post(`${path(video)}/rerun`).catch(complain);
      if (!made?.id) return;
      toast(t('duplicated'), {kind: 'good', action: {label: t('show'), run: () => go(`/videos/${made.id}`)}});
      back();
    },
    async cancel(video) {
      await post(`${path(video)}/cancel`).catch(complain);
      back();
    },
    share: videos => share(videos.filter(video => video.video)),
    files,
    async save(videos) {
      const ready = videos.filter(video => video.video);
      if (!ready.length) return void toast(t('noFile'));
      toast(t('saving', {n: ready.length}));
      await saveAll(ready).catch(complain);
    },
  };
  return act;
}
