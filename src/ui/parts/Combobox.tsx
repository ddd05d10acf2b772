import { X } from 'lucide';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { Icon } from './Icon.tsx';
import { useLeaving } from './leaving.ts';
import { type Match, matchOptions, type Option } from './matchOptions.ts';

export type { Option } from './matchOptions.ts';

interface Props {
  label: string;
  /** The value of the chosen option; with `ownText` the text itself; empty for nothing. */
  value: string;
  /** The chosen value, and what was typed before it was chosen. */
  onChange: (value: string, typed?: string) => void;
  /** All options, or what answers the typed text (then already chosen and in order). */
  options: readonly Option[] | ((typed: string) => readonly Option[]);
  /** What the field shows for `value`, where the options are not there yet. */
  display?: string | undefined;
  /** Text that is no option is allowed, and is its own value. */
  ownText?: boolean | undefined;
  /** The label is read out, not shown. */
  labelHidden?: boolean | undefined;
  placeholder?: string | undefined;
  hint?: string | undefined;
  /** The field is entered: a moment to load options. */
  onEnter?: (() => void) | undefined;
  /** Each change of what is typed, for options that come from elsewhere. */
  onTyped?: ((typed: string) => void) | undefined;
  maxLength?: number | undefined;
  /** The words by which the value was chosen before: they stay visible beside it. */
  wrote?: string | undefined;
  /** Stands in the field at first, as if it had been typed. */
  begin?: string | undefined;
  /** Takes the keyboard when it appears, as the answer to a click that asked for it. */
  takesFocus?: boolean | undefined;
}

/** Options drawn at once; the rest comes by typing on. */
const SHOWN = 60;

/**
 * A text field with a list under it, by the combobox pattern of WAI-ARIA: type to narrow, arrow keys walk,
 * Enter takes, Escape closes the list and leaves what is typed. Emptying the field chooses nothing; what is typed
 * counts when the field is left or the page goes.
 */
export function Combobox(props: Props) {
  const { label, value, onChange, options, ownText = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What is being typed; `null` while the field shows its value. */
  const [typed, setTyped] = useState<string | null>(props.begin || null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [above, setAbove] = useState(false);
  /** The words by which a value was chosen here. */
  const [wrote, setWrote] = useState<{ value: string; words: string } | null>(null);

  const shownValue =
    props.display ??
    (typeof options === 'function'
      ? value
      : (options.find((option) => option.value === value)?.name ?? value));
  const matches = useMemo((): Match[] => {
    if (!open) return [];
    return matchesOf(options, typed ?? '');
  }, [open, options, typed]);
  const shown = matches.slice(0, SHOWN);
  useEffect(() => {
    if (props.takesFocus) input.current?.focus();
  }, []);
  const leaving = useLeaving(() => {
    // Text that is no option is the choice of nobody yet.
    if (ownText || typed?.trim() === '' || exactOf() !== undefined) leave();
  });
  const optionId = (at: number) => `${id}-${at}`;

  function show(): void {
    const box = input.current?.getBoundingClientRect();
    const below = box ? innerHeight - box.bottom : LIST_HEIGHT;
    setAbove(below < LIST_HEIGHT && (box?.top ?? 0) > below);
    setOpen(true);
  }
  function close(): void {
    setOpen(false);
    setTyped(null);
    setActive(-1);
  }
  function take(next: string): void {
    leaving.drop();
    close();
    const words = typed?.trim() || undefined;
    setWrote(words === undefined ? null : { value: next, words });
    if (next !== value) onChange(next, words);
  }
  /** The option whose very name is typed. */
  function exactOf(): Option | undefined {
    const text = typed?.trim() ?? '';
    return matchesOf(options, text).find(
      ({ rank, option }) => rank === 0 && option.name.length === text.length,
    )?.option;
  }
  /** The field is left: an emptied one chooses nothing, own text counts where it may, anything else stays to be chosen. */
  function leave(): void {
    const text = typed?.trim();
    const exact = exactOf();
    if (text === undefined) close();
    else if (text === '') take('');
    else if (exact) take(exact.value);
    else if (ownText) take(text);
    else {
      setOpen(false);
      setActive(-1);
    }
    leaving.drop();
  }
  function walk(to: number): void {
    const next = (to + shown.length) % Math.max(1, shown.length);
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const chosen = shown[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) show();
      else walk(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === 'Enter' && open) {
      // Enter belongs to the list while it is open; only then to the form.
      if (chosen || typed) event.preventDefault();
      if (chosen) take(chosen.option.value);
      else if (ownText && typed) take(typed.trim());
      else if (typed && shown[0]) take(shown[0].option.value);
      else close();
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    }
  }

  const words = wrote?.value === value ? wrote.words : wrote === null ? props.wrote : undefined;
  const said =
    value !== '' && !ownText && words !== undefined && words.toLowerCase() !== shownValue.toLowerCase()
      ? t('combobox_typed', { word: words })
      : undefined;
  const hintShown = props.hint !== undefined || said !== undefined;
  /** Something is typed that is no entry, and the list is closed: it counts for nothing yet. */
  const unmatched = !open && !ownText && typed !== null && typed.trim() !== '' && exactOf() === undefined;

  return (
    <div class="field">
      <label for={id} class={props.labelHidden ? 'hidden' : undefined}>
        {label}
      </label>
      <div class="combobox">
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={ownText}
          maxLength={props.maxLength ?? 200}
          placeholder={props.placeholder}
          aria-expanded={open && shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && active >= 0 ? optionId(active) : undefined}
          aria-describedby={
            [hintShown && `${id}-hint`, unmatched && `${id}-open`].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={unmatched ? true : undefined}
          value={typed ?? shownValue}
          onFocus={({ currentTarget }) => {
            props.onEnter?.();
            currentTarget.select();
          }}
          onClick={show}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            leaving.touch();
            props.onTyped?.(currentTarget.value);
            setActive(ownText || currentTarget.value.trim() === '' ? -1 : 0);
            show();
          }}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
        {value !== '' && (
          <button
            type="button"
            class="icon-only"
            // The keyboard empties the field itself, and goes on to the next one.
            tabIndex={-1}
            aria-label={t('combobox_clear', { label })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              take('');
              input.current?.focus();
            }}
          >
            <Icon of={X} />
          </button>
        )}
        {/* Kept in the page while closed, so that `aria-controls` names something. */}
        <div
          id={`${id}-list`}
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          class={above ? 'options above' : 'options'}
          hidden={!open || shown.length === 0}
          // The list must not take the focus: leaving the field would close it before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown.map(({ option, by }, at) => (
            // The keyboard walks through the field itself.
            <div
              key={option.value}
              id={optionId(at)}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onMouseDown={({ button }) => button === 0 && take(option.value)}
            >
              <span>{marked(option.name, typed)}</span>
              {by !== null ? (
                <small>{t('combobox_by', { word: by })}</small>
              ) : (
                option.detail && <small>{option.detail}</small>
              )}
            </div>
          ))}
        </div>
      </div>
      <span class="hidden" role="status">
        {open && typed ? t('combobox_matches', { count: matches.length }) : ''}
      </span>
      {open && typed && matches.length === 0 && !ownText && <span class="hint">{t('combobox_none')}</span>}
      {unmatched && (
        <span class="hint warn" id={`${id}-open`}>
          {t('combobox_open', { word: typed?.trim() ?? '' })}
        </span>
      )}
      {hintShown && (
        <span class="hint" id={`${id}-hint`}>
          {said ?? props.hint}
        </span>
      )}
    </div>
  );
}

/** What fits the typed text, the best first; rank 0 is the option of that very name. */
function matchesOf(options: Props['options'], typed: string): Match[] {
  return typeof options === 'function'
    ? options(typed).map((option) => ({
        option,
        rank: option.name.toLowerCase() === typed.trim().toLowerCase() ? 0 : 1,
        by: null,
      }))
    : matchOptions(options, typed);
}

/** Room that a full list needs, in pixels; with less below, it opens upward. */
const LIST_HEIGHT = 280;

function marked(name: string, typed: string | null) {
  const word = typed?.trim().toLowerCase() ?? '';
  const at = word === '' ? -1 : name.toLowerCase().indexOf(word);
  if (at < 0) return name;
  return (
    <>
      {name.slice(0, at)}
      <mark>{name.slice(at, at + word.length)}</mark>
      {name.slice(at + word.length)}
    </>
  );
}
