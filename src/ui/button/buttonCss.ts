/** The button's own styles; colours are those of `theme.css`, which does not reach into other people's pages. */
export const BUTTON_CSS = `
:host { color-scheme: light dark; }
* { box-sizing: border-box; }
button {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 40px; padding: 9px 16px 9px 12px;
  font: 600 14px/20px system-ui, sans-serif; letter-spacing: 0; border-radius: 6px;
  cursor: pointer; color: #fff; background: #0b6e69; border: 1px solid #0b6e69;
  box-shadow: 0 2px 10px rgb(0 0 0 / .18);
}
button:hover { background: #095a56; }
button:focus-visible { outline: 3px solid #0b6e69; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
svg { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
button[data-state="reload"] { color: #b42318; background: #fff; border-color: #b42318; }
button[aria-disabled="true"] { cursor: default; }
@media (prefers-color-scheme: dark) {
  button:focus-visible { outline-color: #5cc8bf; box-shadow: 0 0 0 2px #14171a; }
  button[data-state="reload"] { color: #f28b82; background: #1b1f23; border-color: #f28b82; }
}
@media print { button { display: none; } }
`;
