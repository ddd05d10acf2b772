/** The button's own styles; colours are those of `theme.css`, which does not reach into other people's pages. */
export const BUTTON_CSS = `
:host { color-scheme: light dark; }
button {
  font: 600 14px/1.45 system-ui, sans-serif; padding: 10px 16px; border-radius: 6px; cursor: pointer;
  color: #fff; background: #0b6e69; border: 1px solid #0b6e69; box-shadow: 0 2px 8px rgb(0 0 0 / .2);
}
button:hover { background: #095a56; }
button:focus-visible { outline: 3px solid #0b6e69; outline-offset: 2px; }
button[data-state="saved"], button[data-state="update"] { color: #0b6e69; background: #fff; }
button[data-state="failed"], button[data-state="reload"] { color: #b42318; background: #fff; border-color: #b42318; }
button[aria-disabled="true"] { cursor: default; }
p { font: 14px/1.45 system-ui, sans-serif; max-width: 280px; margin: 0 0 8px; padding: 8px 12px; border-radius: 6px;
  color: #1b1f24; background: #fff; border: 1px solid #e3e1da; }
p[hidden] { display: none; }
@media (prefers-color-scheme: dark) {
  p { color: #eceae4; background: #1b1f23; border-color: #2a2f35; }
}
`;
