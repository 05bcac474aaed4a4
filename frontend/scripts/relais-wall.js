/*
 * The page of a display on a wall. Each second it asks its own address whether the ward looks different, and says in large
 * letters since when it hears nothing: a board that stands still is dangerous. It needs nobody: after a restart of the
 * server it goes on by itself. More than twelve beds take turns, because nobody scrolls on a wall.
 */
const EVERY = 1000;
const PATIENCE = 10_000;
const BEDS = 12;
const TURN = 12_000;

let main = document.querySelector('main');
let shown = main.outerHTML;
let tag = '';
let time = '';
let heard = Date.now();
let page = 0;
let turned = Date.now();

async function look() {
  try {
    const answer = await fetch(location.pathname, {
      headers: tag ? { 'X-Relais-Look': '1', 'If-None-Match': tag } : { 'X-Relais-Look': '1' },
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    });
    if (answer.status === 200 || answer.status === 401) {
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      tag = answer.headers.get('ETag') ?? '';
    }
    if (answer.status === 200 || answer.status === 304) {
      tell(answer.headers);
    }
  } catch {
    // No contact: said below
  }
  if (!('live' in main.dataset)) {
    document.querySelector('.relais-wall-lost')?.remove();
    return;
  }
  lost();
  turn();
  setTimeout(look, EVERY);
}

function show(answered) {
  const next = answered.querySelector('main');
  if (next && next.outerHTML !== shown) {
    shown = next.outerHTML;
    main.replaceWith(document.adoptNode(next));
    main = next;
    document.title = answered.title;
    document.documentElement.setAttribute('theme', answered.documentElement.getAttribute('theme'));
    arrange();
  }
}

function tell(headers) {
  heard = Date.now();
  time = headers.get('X-Relais-Time') ?? time;
  document.documentElement.dataset.clockOffset = String(Number(headers.get('X-Relais-Now') ?? heard) - heard);
  const clock = main.querySelector('[data-time]');
  if (clock && clock.textContent !== time) {
    clock.textContent = time;
  }
}

function lost() {
  let banner = document.querySelector('.relais-wall-lost');
  if (Date.now() - heard < PATIENCE) {
    banner?.remove();
    delete document.body.dataset.lost;
    return;
  }
  if (!banner) {
    banner = document.createElement('p');
    banner.className = 'relais-wall-lost';
    banner.setAttribute('role', 'alert');
    document.body.prepend(banner);
  }
  document.body.dataset.lost = '';
  const words = main.dataset.lost.replace('#', time);
  if (banner.textContent !== words) {
    banner.textContent = words;
  }
}

function turn() {
  if (Date.now() - turned >= TURN) {
    turned = Date.now();
    page += 1;
    arrange();
  }
}

function arrange() {
  const beds = [...main.querySelectorAll('.relais-wall-bed')];
  const pages = Math.max(1, Math.ceil(beds.length / BEDS));
  page %= pages;
  beds.forEach((bed, at) => {
    bed.hidden = Math.floor(at / BEDS) !== page;
  });
  const list = main.querySelector('.relais-wall-beds');
  if (list) {
    list.dataset.page = pages > 1 ? `${page + 1} / ${pages}` : '';
  }
}

if ('live' in main.dataset) {
  arrange();
  look();
}
