/** The button's own styles; colours are those of `theme.css`, which does not reach into other people's pages. */
export const BUTTON_CSS = `
:host { color-scheme: light dark; }
* { box-sizing: border-box; }
button, p { font: 14px/20px system-ui, sans-serif; letter-spacing: 0; border-radius: 6px; }
button {
  display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 40px; padding: 9px 16px 9px 12px; font-weight: 600;
  cursor: pointer; color: #fff; background: #0b6e69; border: 1px solid #0b6e69;
  box-shadow: 0 2px 10px rgb(0 0 0 / .18);
}
button:hover { background: #095a56; }
button:focus-visible { outline: 3px solid #0b6e69; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }
svg { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
button[data-state="saved"], button[data-state="update"] { color: #0b6e69; background: #fff; border-color: #c9d8d6; }
button[data-state="saved"]:hover, button[data-state="update"]:hover { background: #e4f0ee; }
button[data-state="failed"], button[data-state="reload"] { color: #b42318; background: #fff; border-color: #b42318; }
button[aria-disabled="true"] { cursor: default; }
p { position: fixed; left: 24px; bottom: 72px; width: max-content; max-width: 300px; margin: 0; pointer-events: none; padding: 8px 12px; color: #1b1f24; background: #fff; border: 1px solid #e3e1da;
  box-shadow: 0 2px 10px rgb(0 0 0 / .18); }
p[hidden] { display: none; }
@media (prefers-color-scheme: dark) {
  button:focus-visible { outline-color: #5cc8bf; box-shadow: 0 0 0 2px #14171a; }
  button[data-state="saved"], button[data-state="update"] { color: #5cc8bf; background: #1b1f23; border-color: #39514f; }
  button[data-state="saved"]:hover, button[data-state="update"]:hover { background: #17312f; }
  button[data-state="failed"], button[data-state="reload"] { color: #f28b82; background: #1b1f23; border-color: #f28b82; }
  p { color: #eceae4; background: #1b1f23; border-color: #2a2f35; }
}
@media print { button, p { display: none; } }
`;
