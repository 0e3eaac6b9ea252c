// Web push in this browser: whether it can, whether it may, and its subscription.

import {get, post, remove} from '../../core/api.js';

export const PATH = '/v1/notifications/push';

const WORKER = '/service-worker.js';

/** @typedef {{id: string, device?: string, endpoint: string, createdAt: string, sentAt?: string}} Device */

// The page may run no script but what this names (trusted types).
const policy = window.trustedTypes?.createPolicy('moneyprinter', {
  createScriptURL(url) {
    if (url !== WORKER) throw new TypeError(`${url} is no script of the studio`);
    return url;
  },
});

/** @returns {'insecure' | 'unable' | 'denied' | 'able'} */
export function ability() {
  if (!window.isSecureContext) return 'insecure';
  if (!navigator.serviceWorker || !window.PushManager || !window.Notification) return 'unable';
  return Notification.permission === 'denied' ? 'denied' : 'able';
}

/**
 * All browsers of the caller, and which of them is this one.
 *
 * @returns {Promise<{publicKey: string, devices: Device[], here: Device | null}>}
 */
export async function devices(signal) {
  const {publicKey, subscriptions} = await get(PATH, {signal});
  const own = await subscription();
  return {publicKey, devices: subscriptions, here: subscriptions.find(one => one.endpoint === own?.endpoint) ?? null};
}

async function subscription() {
  if (ability() !== 'able') return null;
  const worker = await navigator.serviceWorker.getRegistration('/');
  return worker ? worker.pushManager.getSubscription() : null;
}

/** Asks the person, then the browser, then the server. False where the person says no. */
export async function switchOn(publicKey) {
  if (await Notification.requestPermission() !== 'granted') return false;
  await navigator.serviceWorker.register(policy ? policy.createScriptURL(WORKER) : WORKER, {scope: '/'});
  const {pushManager} = await navigator.serviceWorker.ready;
  const wanted = {userVisibleOnly: true, applicationServerKey: publicKey};
  let own;
  try {
    own = await pushManager.subscribe(wanted);
  } catch (problem) {
    const old = await pushManager.getSubscription();
    if (!old) throw problem;
    await old.unsubscribe(); // it was made for another key, such as that of an earlier installation
    own = await pushManager.subscribe(wanted);
  }
  const {endpoint, keys} = own.toJSON();
  await post(PATH, {endpoint, p256dh: keys.p256dh, auth: keys.auth, device: named()});
  return true;
}

/** @param {Device} device any of the caller's; with this browser's own its subscription ends too */
export async function switchOff(device) {
  await remove(`${PATH}/${device.id}`);
  const own = await subscription();
  if (own?.endpoint === device.endpoint) await own.unsubscribe();
}

/** Such as "Firefox, Linux", for people to know it again. */
function named() {
  const agent = navigator.userAgent;
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'].find(name => agent.includes(`${name}/`));
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'CrOS', 'Linux'].find(name => agent.includes(name));
  const known = {Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS', CrOS: 'ChromeOS'};
  return [browser, system].filter(Boolean).map(name => known[name] ?? name).join(', ');
}
