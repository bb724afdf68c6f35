// Asks for the list again. While nothing but the ages has changed only they are written, so that
// nothing flickers and neither focus nor selection is lost.
const list = document.getElementById('alerts');
const AGE = /(<dd class="age">)[^<]*/g;
let shown = '';

function show(text) {
  const withoutAges = text.replace(AGE, '$1');
  if (withoutAges !== shown) {
    shown = withoutAges;
    list.innerHTML = text;
    return;
  }
  const fresh = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('.age');
  list.querySelectorAll('.age').forEach((age, i) => {
    if (age.textContent !== fresh[i].textContent) age.textContent = fresh[i].textContent;
  });
}

async function refresh() {
  try {
    const answer = await fetch('/list', { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.statusText);
    show(await answer.text());
    list.classList.remove('stale');
  } catch {
    list.classList.add('stale');
  }
}

setInterval(refresh, 2000);
