// Light, dark, or as the device is.

const KEPT = 'moneyprinter-theme';

/** 'auto', 'light' or 'dark'. */
export const theme = () => localStorage.getItem(KEPT) ?? 'auto';

export function wear(name) {
  if (name === 'auto') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, name);
  dress();
}

function dress() {
  document.documentElement.dataset.theme = theme();
}

dress();
addEventListener('storage', event => event.key === KEPT && dress());
