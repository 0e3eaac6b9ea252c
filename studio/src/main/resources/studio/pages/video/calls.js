// What the page does, as it is said to the API.

import {t} from './words.js';

export function calls({id, result}) {
  const path = `/v1/videos/${id}`;
  return [
    {title: t('apiRead'), method: 'GET', path},
    {title: t('apiFollow'), method: 'GET', path: `${path}/events`},
    {title: t('apiSegments'), method: 'GET', path: `${path}/segments`},
    {title: t('apiWatch'), method: 'GET', path: `${path}/live/playlist.m3u8`},
    {title: t('apiPause'), method: 'POST', path: `${path}/pause`},
    {title: t('apiResume'), method: 'POST', path: `${path}/resume`},
    {title: t('apiCancel'), method: 'POST', path: `${path}/cancel`},
    ...(result ? [{title: t('apiFile'), method: 'GET', path: result.files[0].href, out: 'video.mp4', cli: `moneyprinter download ${id} --kinds video`},
      {title: t('apiArchive'), method: 'GET', path: `${path}/files.zip`, out: `${id}.zip`, cli: `moneyprinter download ${id} --zip`}] : []),
    {title: t('apiRerun'), method: 'POST', path: `${path}/rerun`, body: {captions: {preset: 'neon'}}},
  ];
}
