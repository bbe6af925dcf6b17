// Sends the chosen files one by one, each in a form of its own, and says how far it is and what failed. Without it the form sends all of them at once.
// @ts-check

/** @typedef {{file: File, key: string, why: string}} Item Why it failed; empty while it didn't. */

const form = /** @type {HTMLFormElement} */ (document.getElementById('add'));
const files = /** @type {HTMLInputElement} */ (document.getElementById('f-file'));
const shown = /** @type {HTMLElement} */ (document.getElementById('sending'));
const bar = /** @type {HTMLProgressElement} */ (shown.querySelector('progress'));
const told = /** @type {HTMLElement} */ (document.getElementById('sending-told'));
const list = /** @type {HTMLElement} */ (document.getElementById('sending-failed'));
const again = /** @type {HTMLButtonElement} */ (document.getElementById('sending-again'));
const stop = /** @type {HTMLButtonElement} */ (document.getElementById('sending-stop'));
const away = /** @type {HTMLAnchorElement} */ (document.getElementById('sending-away'));

const texts = /** @type {Record<string, string>} */ (JSON.parse(form.dataset.texts ?? '{}'));

/** A sentence of the server with these words in its places. @param {string} key @param {(string | number)[]} words */
function say(key, ...words) { return texts[key].replace(/\{(\d)\}/gu, (_, place) => String(words[Number(place)])); }

let stopped = false;
/** @type {Item[]} */
let failed = [];

form.addEventListener('submit', event => {
  const chosen = [...files.files ?? []];
  if (chosen.length < 2) return; // one file is sent as any form is
  event.preventDefault();
  const key = String(new FormData(form).get('_key') ?? '');
  send(chosen.map((file, i) => ({ file, key: `${key}n${i}`, why: '' })));
});
again.addEventListener('click', () => send(failed));
stop.addEventListener('click', () => { stopped = true; });
window.addEventListener('beforeunload', event => { if (form.inert) event.preventDefault(); });
form.dataset.ready = 'true';

/** @param {Item[]} items */
async function send(items) {
  begin(items.length);
  let done = 0;
  for (const item of items) {
    item.why = stopped ? say('stopped') : await sendOne(item);
    if (item.why) tellFailed(item);
    bar.value = ++done;
    told.textContent = say(items.length === 1 ? 'done.one' : 'done.many', done, items.length, failed.length ? say('done-failed', failed.length) : '');
  }
  end(items.length);
}

/** What was wrong; empty where it is in. @param {Item} item @returns {Promise<string>} */
async function sendOne(item) {
  const body = new FormData(form);
  body.delete('title'); // each is called as its file is
  body.delete('file');
  body.append('file', item.file);
  body.set('_key', item.key); // so that one which is sent again is never in twice
  body.set('_one', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    if (answer.status === 204) return '';
    if (answer.type === 'opaqueredirect') return say('signed-out');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const why = page.querySelector('[role=alert] li') ?? page.querySelector('[role=alert] p') ?? page.querySelector('main p');
    return why?.textContent?.trim().replace(`${item.file.name}: `, '') || say('answered', answer.status);
  } catch {
    return say('connection-lost');
  }
}

/** @param {number} count */
function begin(count) {
  failed = [];
  stopped = false;
  list.replaceChildren();
  bar.max = count;
  bar.value = 0;
  shown.hidden = false;
  again.hidden = away.hidden = true;
  stop.hidden = false;
  form.inert = true;
  told.textContent = say('begun', count);
  stop.focus();
}

/** @param {number} count */
function end(count) {
  form.inert = false;
  stop.hidden = true;
  if (failed.length === 0) {
    location.assign(away.href);
    return;
  }
  told.textContent = say('ended', count - failed.length, count, failed.length);
  again.textContent = say(failed.length === 1 ? 'again.one' : 'again.many', failed.length);
  again.hidden = away.hidden = false;
  again.focus();
}

/** @param {Item} item */
function tellFailed(item) {
  failed.push(item);
  const line = document.createElement('li');
  line.textContent = `${item.file.name}: ${item.why}`;
  list.append(line);
}
