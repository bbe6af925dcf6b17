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
    item.why = stopped ? 'Niet verstuurd: u stopte.' : await sendOne(item);
    if (item.why) tellFailed(item);
    bar.value = ++done;
    told.textContent = `${done} van ${items.length} ${items.length === 1 ? 'bestand' : 'bestanden'} gedaan${failed.length ? `, ${failed.length} niet gelukt` : ''}.`;
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
    if (answer.type === 'opaqueredirect') return 'U bent afgemeld. Meld u in een ander tabblad aan en probeer het dan opnieuw.';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const why = page.querySelector('[role=alert] li') ?? page.querySelector('[role=alert] p') ?? page.querySelector('main p');
    return why?.textContent?.trim().replace(`${item.file.name}: `, '') || `De dienst antwoordde met ${answer.status}.`;
  } catch {
    return 'De verbinding viel weg. Probeer het opnieuw.';
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
  told.textContent = `0 van ${count} gedaan.`;
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
  told.textContent = `${count - failed.length} van ${count} toegevoegd. ${failed.length} niet: hieronder staat waarom.`;
  again.textContent = failed.length === 1 ? 'Probeer dit bestand opnieuw' : `Probeer deze ${failed.length} opnieuw`;
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
