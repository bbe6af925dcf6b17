// A document beside its passages: draws pages, takes selected text or a drawn area over into the form, and works by keyboard.
// @ts-check

/** @typedef {{x: number, y: number, width: number, height: number}} Area In points from the left and the top of the page. */
/** @typedef {{id: string, page: number, quote: string | null, areas: string[], treatment: string, mark: string}} Passage */
/** @typedef {{take(): boolean, find(quote: string): boolean, show(passage: Passage | undefined): Promise<void>}} Surface What a passage is pointed out on. */

const root = /** @type {HTMLElement} */ (byId('review'));
const passages = /** @type {Passage[]} */ (JSON.parse(root.dataset.passages ?? '[]'));
const form = /** @type {HTMLFormElement | null} */ (byId('judge'));
const texts = /** @type {Record<string, string>} */ (JSON.parse(root.dataset.texts ?? '{}'));

/** A sentence of the server with these words in its places. @param {string} key @param {(string | number)[]} words */
function say(key, ...words) { return texts[key].replace(/\{(\d)\}/gu, (_, place) => String(words[Number(place)])); }

/** @param {string} id */
function byId(id) { return document.getElementById(id); }

/** @param {string} words */
function tell(words) {
  const told = byId('told');
  if (told) told.textContent = words;
}

/** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement | null} */
function field(name) { return form?.querySelector(`[name="${name}"]`) ?? null; }

/** @param {string} name @param {string | number} value */
function fill(name, value) {
  const control = field(name);
  if (!control) return;
  control.value = String(value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

function toGrounds() {
  const grounds = /** @type {HTMLElement | null} */ (form?.querySelector('[name="grounds"]') ?? null);
  grounds?.focus();
}

/** Without blanks, so that words are found over the ends of lines. @param {string} text */
function squash(text) { return text.replace(/\s+/gu, ''); }

/**
 * Where words stand under an element, if they stand there once.
 * @param {Node} within @param {string} quote @returns {Range | null}
 */
function rangeOf(within, quote) {
  const wanted = squash(quote);
  if (!wanted) return null;
  let all = '';
  /** @type {[Text, number][]} */
  const places = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    for (let i = 0; i < text.data.length; i++) {
      if (/\s/u.test(text.data[i])) continue;
      all += text.data[i];
      places.push([text, i]);
    }
  }
  const first = all.indexOf(wanted);
  if (first < 0 || all.indexOf(wanted, first + 1) >= 0) return null;
  const range = document.createRange();
  range.setStart(...places[first]);
  const [last, at] = places[first + wanted.length - 1];
  range.setEnd(last, at + 1);
  return range;
}

/** What is selected under an element; null where nothing is. @param {Node} within @returns {Range | null} */
function selectedIn(within) {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return within.contains(range.commonAncestorContainer) ? range : null;
}

/** The words of a range, with a blank where a line ends. @param {Range} range */
function wordsOf(range) {
  const words = range.cloneContents();
  for (const end of words.querySelectorAll('br')) end.replaceWith(' ');
  return (words.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

/** @param {string} written @returns {Area | null} */
function areaOf(written) {
  const numbers = written.split(',').map(Number);
  if (numbers.length !== 4 || numbers.some(Number.isNaN)) return null;
  const [x, y, width, height] = numbers;
  return { x, y, width, height };
}

/** @param {Area} area */
function written(area) { return [area.x, area.y, area.width, area.height].map((n) => Math.max(0, Math.round(n * 10) / 10)).join(','); }

function draftAreas() { return (field('areas')?.value ?? '').split('\n').map((line) => areaOf(line.trim())).filter((area) => area !== null); }

/** A document without pages: a passage is a range of its text. @param {HTMLElement} text @returns {Surface} */
function overText(text) {
  /** @param {Range} range */
  const use = (range) => {
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const quote = range.toString();
    const lead = quote.length - quote.trimStart().length;
    fill('page', 1);
    fill('quote', quote.trim());
    fill('start', before.toString().length + lead);
    fill('length', quote.trim().length);
    tell(say('took-length', quote.trim().length));
    toGrounds();
  };
  return {
    take() {
      const range = selectedIn(text);
      if (range) use(range);
      return range !== null;
    },
    find(quote) {
      const range = rangeOf(text, quote);
      if (range) use(range);
      return range !== null;
    },
    async show(passage) {
      for (const mark of text.querySelectorAll('mark')) mark.classList.toggle('here', mark.dataset.passage === passage?.id);
      text.querySelector('mark.here')?.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** A PDF: a passage is one or more areas of a page. @param {HTMLElement} sheet */
async function overPages(sheet) {
  const pdfjs = await import(/** @type {string} */ (root.dataset.viewer));
  const worker = /** @type {string} */ (root.dataset.worker);
  const bundle = new URL(worker.slice(0, worker.lastIndexOf('/') + 1), location.href).href;
  pdfjs.GlobalWorkerOptions.workerSrc = worker;
  const pdf = await pdfjs.getDocument({
    url: root.dataset.pdf, cMapUrl: `${bundle}cmaps/`, standardFontDataUrl: `${bundle}standard_fonts/`, wasmUrl: `${bundle}wasm/`, iccUrl: `${bundle}iccs/`, enableXfa: false,
  }).promise;

  const number = /** @type {HTMLInputElement} */ (byId('page-number'));
  let page = Math.min(Math.max(1, Number(root.dataset.page)), pdf.numPages);
  let scale = 0;
  let drawn = 0;
  let here = '';
  /** @type {HTMLElement} */ let paper = document.createElement('div');
  /** @type {HTMLElement} */ let text = document.createElement('div');
  /** @type {HTMLElement} */ let marks = document.createElement('div');
  /** @type {Area | null} */ let drawing = null;

  /** @param {Range} range @returns {Area[]} A rectangle for each line. */
  const areasOf = (range) => {
    const box = paper.getBoundingClientRect();
    /** @type {Area[]} */
    const lines = [];
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const area = { x: (rect.x - box.x) / scale, y: (rect.y - box.y) / scale, width: rect.width / scale, height: rect.height / scale };
      const line = lines.find((other) => Math.min(other.y + other.height, area.y + area.height) - Math.max(other.y, area.y) > Math.min(other.height, area.height) / 2
        && area.x < other.x + other.width + area.height * 3 && other.x < area.x + area.width + area.height * 3);
      if (!line) { lines.push(area); continue; }
      const right = Math.max(line.x + line.width, area.x + area.width), bottom = Math.max(line.y + line.height, area.y + area.height);
      line.x = Math.min(line.x, area.x);
      line.y = Math.min(line.y, area.y);
      line.width = right - line.x;
      line.height = bottom - line.y;
    }
    return lines;
  };

  /** @param {Area} area @param {string} kind @param {string} [label] */
  const mark = (area, kind, label) => {
    const box = document.createElement('div');
    box.className = kind;
    Object.assign(box.style, { left: `${area.x * scale}px`, top: `${area.y * scale}px`, width: `${area.width * scale}px`, height: `${area.height * scale}px` });
    if (label) box.append(Object.assign(document.createElement('span'), { textContent: label }));
    marks.append(box);
    return box;
  };

  const redraw = () => {
    marks.replaceChildren();
    for (const passage of passages.filter((one) => one.page === page)) {
      const areas = passage.areas.map(areaOf).filter((area) => area !== null);
      const range = areas.length === 0 && passage.quote ? rangeOf(text, passage.quote) : null;
      for (const [i, area] of (range ? areasOf(range) : areas).entries()) {
        const box = mark(area, `${passage.treatment}${passage.id === here ? ' here' : ''}`, i === 0 ? passage.mark || passage.id : undefined);
        box.dataset.passage = passage.id;
      }
    }
    if (Number(field('page')?.value) === page) for (const area of draftAreas()) mark(area, 'draft');
    if (drawing) mark(drawing, 'draft here');
    marks.querySelector('.here')?.scrollIntoView({ block: 'nearest' });
  };

  const render = async () => {
    const turn = ++drawn;
    const shown = await pdf.getPage(page);
    if (turn !== drawn) return;
    const natural = shown.getViewport({ scale: 1 });
    scale ||= Math.max(.5, (sheet.clientWidth - 2) / natural.width);
    const viewport = shown.getViewport({ scale });
    const [next, canvas] = [document.createElement('div'), document.createElement('canvas')];
    [text, marks] = [document.createElement('div'), document.createElement('div')];
    next.className = 'review-page';
    text.className = 'textLayer';
    marks.className = 'review-marks';
    marks.setAttribute('aria-hidden', 'true');
    canvas.setAttribute('aria-hidden', 'true');
    Object.assign(next.style, { width: `${viewport.width}px`, height: `${viewport.height}px` });
    next.style.setProperty('--total-scale-factor', String(scale));
    const sharp = window.devicePixelRatio || 1;
    Object.assign(canvas, { width: Math.floor(viewport.width * sharp), height: Math.floor(viewport.height * sharp) });
    next.append(canvas, marks, text);
    await shown.render({ canvas, viewport, transform: sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0] }).promise;
    await new pdfjs.TextLayer({ textContentSource: await shown.getTextContent(), container: text, viewport }).render();
    if (turn !== drawn) return;
    paper = next;
    sheet.replaceChildren(paper);
    sheet.setAttribute('aria-label', say('page-of', page, pdf.numPages));
    sheet.dataset.shown = String(page);
    number.value = String(page);
    const count = byId('page-count');
    if (count) count.textContent = say('of-pages', pdf.numPages);
    byId('page-before')?.toggleAttribute('disabled', page === 1);
    byId('page-after')?.toggleAttribute('disabled', page === pdf.numPages);
    redraw();
  };

  /** @param {number} to */
  const go = async (to) => {
    if (!Number.isInteger(to) || to < 1 || to > pdf.numPages) { tell(say('pages-are', pdf.numPages)); return; }
    page = to;
    stop();
    await render();
    tell(say('at-page', page, pdf.numPages));
  };

  /** @param {number} by */
  const zoom = async (by) => {
    scale = Math.min(4, Math.max(.4, scale * by));
    await render();
  };

  /** @param {Area[]} areas @param {string} quote @param {boolean} beside Whether they come beside those that were there. */
  const use = (areas, quote, beside) => {
    const before = beside && Number(field('page')?.value) === page ? draftAreas() : [];
    fill('page', page);
    if (quote) fill('quote', quote);
    fill('start', '');
    fill('length', '');
    fill('areas', [...before, ...areas].map(written).join('\n'));
    redraw();
  };

  /** @param {Range} range */
  const useText = (range) => {
    const quote = wordsOf(range);
    use(areasOf(range), quote, false);
    tell(say('took', quote.length > 80 ? `${quote.slice(0, 80)}…` : quote));
    toGrounds();
  };

  const draw = byId('draw');
  const start = () => {
    const room = { width: paper.clientWidth / scale, height: paper.clientHeight / scale };
    drawing = { x: room.width / 8, y: room.height / 8, width: room.width / 4, height: 16 };
    draw?.setAttribute('aria-pressed', 'true');
    paper.classList.add('drawing');
    sheet.focus();
    tell(say('drawing'));
    redraw();
  };
  const stop = () => {
    drawing = null;
    draw?.setAttribute('aria-pressed', 'false');
    paper.classList.remove('drawing');
    redraw();
  };
  const adopt = () => {
    if (!drawing || drawing.width < 2 || drawing.height < 2) return;
    const area = drawing;
    stop();
    use([area], '', true);
    tell(say('took-area', written(area)));
    toGrounds();
  };
  draw?.addEventListener('click', () => (drawing ? stop() : start()));

  sheet.addEventListener('keydown', (event) => {
    if (!drawing) return;
    const step = event.ctrlKey ? 1 : 8;
    const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
    if (event.key === 'Enter') adopt();
    else if (event.key === 'Escape') stop();
    else if (dx || dy) {
      const { x, y, width, height } = drawing;
      drawing = event.shiftKey ? { x, y, width: Math.max(4, width + dx), height: Math.max(4, height + dy) } : { x: Math.max(0, x + dx), y: Math.max(0, y + dy), width, height };
      tell(say('area-at', ...[drawing.x, drawing.y, drawing.width, drawing.height].map(Math.round)));
      redraw();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  sheet.addEventListener('pointerdown', (event) => {
    if (!drawing || event.button !== 0) return;
    event.preventDefault();
    const box = paper.getBoundingClientRect();
    /** @param {PointerEvent} at */
    const point = (at) => ({ x: Math.min(Math.max(0, (at.clientX - box.x) / scale), box.width / scale), y: Math.min(Math.max(0, (at.clientY - box.y) / scale), box.height / scale) });
    const from = point(event);
    sheet.setPointerCapture(event.pointerId);
    /** @param {PointerEvent} at */
    const move = (at) => {
      const to = point(at);
      drawing = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
      redraw();
    };
    sheet.addEventListener('pointermove', move);
    sheet.addEventListener('pointerup', () => { sheet.removeEventListener('pointermove', move); adopt(); }, { once: true });
  });

  for (const name of ['areas', 'page']) field(name)?.addEventListener('input', redraw);
  byId('page-before')?.addEventListener('click', () => go(page - 1));
  byId('page-after')?.addEventListener('click', () => go(page + 1));
  byId('smaller')?.addEventListener('click', () => zoom(1 / 1.25));
  byId('larger')?.addEventListener('click', () => zoom(1.25));
  number.addEventListener('change', () => go(Number(number.value)));
  byId('bar')?.removeAttribute('hidden');
  await render();

  /** @type {Surface & Record<string, Function>} */
  const surface = {
    take() {
      const range = selectedIn(text);
      if (range) useText(range);
      return range !== null;
    },
    find(quote) {
      const range = rangeOf(text, quote);
      if (range) useText(range);
      return range !== null;
    },
    async show(passage) {
      here = passage?.id ?? '';
      if (passage && passage.page !== page) await go(passage.page);
      else redraw();
    },
    before: () => go(page - 1),
    after: () => go(page + 1),
    larger: () => zoom(1.25),
    smaller: () => zoom(1 / 1.25),
    draw: () => (drawing ? stop() : start()),
  };
  return surface;
}

/** A word in place of a code: the one ground that it names. @param {HTMLInputElement} input */
function byWord(input) {
  const options = [.../** @type {HTMLDataListElement} */ (byId('grounds')).options];
  const typed = input.value.trim().toLowerCase();
  if (!typed || options.some((option) => option.value === input.value.trim())) return;
  const named = options.filter((option) => option.label.toLowerCase().includes(typed) || option.text.toLowerCase().includes(typed));
  if (named.length === 1) input.value = named[0].value;
  else if (named.length > 1 && /[a-z]{4}/u.test(typed)) tell(say('more-grounds', typed, named.map((option) => option.value).join(', ')));
}

function reuse() {
  const option = /** @type {HTMLSelectElement | null} */ (byId('reuse'))?.selectedOptions[0];
  if (!option?.dataset.reason) return;
  const grounds = (option.dataset.grounds ?? '').split(' ');
  for (const [i, input] of [.../** @type {HTMLFormElement} */ (form).querySelectorAll('[name="grounds"]')].entries()) /** @type {HTMLInputElement} */ (input).value = grounds[i] ?? '';
  fill('reason', option.dataset.reason);
  /** @type {HTMLSelectElement} */ (byId('reuse')).value = '';
  field('reason')?.focus();
  tell(say('filled'));
}

/** @param {(Surface & Record<string, any>) | null} surface */
function keys(surface) {
  const on = /** @type {HTMLInputElement} */ (byId('keys-on'));
  on.checked = localStorage.getItem('review-keys') !== 'off';
  on.addEventListener('change', () => localStorage.setItem('review-keys', on.checked ? 'on' : 'off'));
  byId('keys')?.removeAttribute('hidden');

  /** @param {string} selector */
  const follow = (selector) => /** @type {HTMLAnchorElement | null} */ (document.querySelector(selector))?.click();
  /** @param {number} by */
  const step = async (by) => {
    const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('article[data-page]')]);
    if (all.length === 0) return;
    const at = all.findIndex((article) => article.contains(document.activeElement));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    next.focus();
    await surface?.show(passages.find((one) => one.id === next.id));
  };
  /** @type {Record<string, () => unknown>} */
  const known = {
    n: () => follow('a[rel="next"]'), p: () => follow('a[rel="prev"]'), u: () => follow('#unjudged'),
    j: () => step(1), k: () => step(-1), t: take, g: toGrounds, d: () => (byId('sheet') ?? byId('text'))?.focus(),
    ']': () => surface?.after?.(), '[': () => surface?.before?.(), '+': () => surface?.larger?.(), '-': () => surface?.smaller?.(),
    v: () => form && surface?.draw?.(),
  };
  document.addEventListener('keydown', (event) => {
    const at = /** @type {HTMLElement} */ (event.target);
    if (!on.checked || event.ctrlKey || event.altKey || event.metaKey || at.matches('input:not([type=checkbox], [type=radio]), textarea, select') || !known[event.key]) return;
    event.preventDefault();
    known[event.key]();
  });

  function take() { if (form && !surface?.take()) tell(say('select-first')); }
  byId('take')?.addEventListener('click', take);
  byId('find')?.addEventListener('click', () => {
    const quote = field('quote')?.value ?? '';
    if (!surface?.find(quote)) tell(quote ? say('not-found') : say('fill-first'));
  });
  for (const link of document.querySelectorAll('a.show')) {
    link.addEventListener('click', async (event) => {
      event.preventDefault();
      const article = link.closest('article');
      await surface?.show(passages.find((one) => one.id === article?.id));
    });
  }
}

async function open() {
  const [sheet, text] = [byId('sheet'), byId('text')];
  try {
    return root.dataset.pdf && sheet ? await overPages(sheet) : text ? overText(text) : null;
  } catch {
    tell(say('cannot-show'));
    return null;
  }
}

const surface = await open();
if (surface) byId('tools')?.removeAttribute('hidden');
keys(surface);
for (const input of form?.querySelectorAll('[name="grounds"]') ?? []) input.addEventListener('change', () => byWord(/** @type {HTMLInputElement} */ (input)));
byId('reuse-take')?.addEventListener('click', (event) => { event.preventDefault(); reuse(); });
if (location.hash) await surface?.show(passages.find((one) => `#${one.id}` === location.hash));
root.dataset.ready = 'true';
