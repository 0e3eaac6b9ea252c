// What happens on the node, as it happens: the events of one job over SSE, and the channels of the
// WebSocket at /v1/events, which all elements of a tab share.

import {request} from './api.js';
import {credential, shared} from './session.js';

const wait = (ms, signal) => new Promise(resolve => {
  const timer = setTimeout(resolve, ms);
  signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), {once: true});
});

/**
 * Follows a stream of server-sent events until it has ended or the signal aborts, coming back after
 * every broken connection at the event where it broke. Reads it by hand because EventSource sends
 * no credential.
 *
 * @param {(event: {sequence: number, type: string}) => void} onEvent
 * @param {number} after the last sequence number that is known already
 */
export async function follow(path, signal, onEvent, after = 0) {
  let last = after;
  let pause = 1000;
  while (!signal.aborted) {
    try {
      const response = await request(path, {signal, headers: {'Last-Event-ID': String(last)}});
      if (response.status === 204) return;
      for await (const event of events(response.body)) {
        pause = 1000;
        last = event.sequence ?? last;
        onEvent(event);
      }
    } catch (problem) {
      if (signal.aborted) return;
      if (problem.status >= 400 && problem.status < 500) throw problem;
    }
    await wait(pause, signal);
    pause = Math.min(pause * 2, 15000);
  }
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').filter(l => l.startsWith('data: ')).map(l => l.slice(6));
      if (data.length) yield JSON.parse(data.join('\n'));
    }
  }
}

const listeners = new Map(); // watched channel → set of handlers
const jobs = new Map(); // id of a followed video → {handler, last: sequence number}
let socket = null;
let pause = 1000;

/**
 * Watches a channel of the WebSocket, such as NOTIFICATIONS; all come back after a broken
 * connection.
 *
 * @param {(message: object) => void} handler gets each message of the channel, and {again: true}
 *     whenever the connection is new: what happened meanwhile has to be asked for
 * @returns {() => void} ends it
 */
export function watch(channel, handler) {
  if (!listeners.has(channel)) listeners.set(channel, new Set());
  listeners.get(channel).add(handler);
  say({watch: channel});
  return () => {
    const set = listeners.get(channel);
    set?.delete(handler);
    if (set?.size) return;
    listeners.delete(channel);
    say({unwatch: channel});
    rest();
  };
}

/**
 * Follows one video over the WebSocket, where one stream for each would take a connection each: the
 * node allows 32. One handler a video.
 *
 * @param {(event: {jobId: string, sequence: number, type: string, state: string}) => void} handler
 *     hears of all events, also of those that were before
 * @returns {() => void} ends it
 */
export function attend(id, handler) {
  jobs.set(id, {handler, last: 0});
  say({subscribe: id, after: 0});
  return () => {
    if (jobs.delete(id)) say({unsubscribe: id});
    rest();
  };
}

/** Whether news of a video come by themselves. */
export const attended = id => jobs.has(id) && open();

const open = () => socket?.readyState === WebSocket.OPEN;

function say(message) {
  if (!socket) connect();
  else if (open()) socket.send(JSON.stringify(message)); // else all is said when it opens
}

function rest() {
  if (!listeners.size && !jobs.size) socket?.close();
}

/** What came before is known; the node sends what is missing. */
function hear(event) {
  const job = jobs.get(event.jobId);
  if (!job || event.sequence <= job.last) return;
  job.last = event.sequence;
  job.handler(event);
}

const tell = (channel, message) => listeners.get(channel)?.forEach(handler => handler(message));

async function connect() {
  await shared;
  const key = credential();
  const address = new URL('/v1/events', location.href.replace(/^http/, 'ws'));
  if (key) address.searchParams.set('access_token', key);
  socket = new WebSocket(address);
  socket.onopen = () => {
    pause = 1000;
    for (const channel of listeners.keys()) {
      socket.send(JSON.stringify({watch: channel}));
      tell(channel, {again: true});
    }
    for (const [id, {last}] of jobs) socket.send(JSON.stringify({subscribe: id, after: last}));
  };
  socket.onmessage = ({data}) => {
    const message = JSON.parse(data);
    if (message.event) hear(message.event);
    else if (message.ended) jobs.delete(message.ended);
    else if (message.refused?.job) jobs.delete(message.refused.job); // whoever follows it asks by itself
    else if (message.notification) tell('NOTIFICATIONS', message.notification);
    else if (message.notice) tell('NOTICES', message.notice);
    else if (message.setting) tell('SETTINGS', message.setting);
    else if (message.channel) tell(message.channel, message.message);
  };
  socket.onclose = async () => {
    socket = null;
    await wait(pause);
    pause = Math.min(pause * 2, 15000);
    if ((listeners.size || jobs.size) && !socket) connect();
  };
}
