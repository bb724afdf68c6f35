// Asks for the list again and replaces it only if it changed, so that nothing flickers and no focus is lost.
const list = document.getElementById('alerts');
let shown = list.innerHTML;

async function refresh() {
  try {
    const answer = await fetch('/list', { cache: 'no-store' });
    const text = await answer.text();
    list.classList.remove('stale');
    if (text !== shown) {
      shown = text;
      list.innerHTML = text;
    }
  } catch {
    list.classList.add('stale');
  }
}

setInterval(refresh, 2000);
