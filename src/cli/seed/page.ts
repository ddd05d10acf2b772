import type { Position, Profile } from '../../core/model/index.ts';
import type { Sample } from '../samples.ts';

/** A page for visitors that shows this profile, in the manner of LinkedIn's public pages. */
export function pageOf(profile: Profile, changes: Partial<Profile> = {}): Sample {
  const shown = { ...profile, ...changes };
  const counts = [
    shown.followers !== undefined && `<span>${shown.followers} followers</span>`,
    shown.connections !== undefined && `<span>${shown.connections}+ connections</span>`,
  ].filter(Boolean);
  return {
    page: profile.key.id,
    about: `${shown.name.full} (synthetic)`,
    url: shown.url,
    html: `<!doctype html><html lang="en"><meta charset="utf-8">
<title>${text(shown.name.full)} - ${text(shown.headline ?? '')} | LinkedIn</title>
<style>body{font:16px/1.5 system-ui;margin:0;background:#f4f2ee}main{max-width:760px;margin:24px auto;padding:24px;background:#fff;border-radius:8px}
@media(prefers-color-scheme:dark){body{background:#1d2226;color:#eee}main{background:#22282d}}</style>
<main><section class="top-card-layout"><h1 class="top-card-layout__title">${text(shown.name.full)}</h1>
<h2 class="top-card-layout__headline">${text(shown.headline ?? '')}</h2>
<div class="top-card-layout__first-subline"><div class="not-first-middot"><span>${text(shown.location?.text ?? '')}</span></div>
<div class="not-first-middot">${counts.join(' ')}</div></div></section>
<section data-section="experience"><h2>Experience</h2><ul>${shown.positions.map(entry).join('')}</ul></section></main></html>`,
  };
}

function entry({ title = '', company = '', start = '', end }: Position): string {
  const until = end === null || end === undefined ? 'Present' : month(end);
  return `<li class="experience-item"><h3 class="experience-item__title">${text(title)}</h3>
<h4 class="experience-item__subtitle">${text(company)}</h4>
<span class="date-range">${month(start)} - ${until}</span></li>`;
}

/** `2021-03` as pages write it: `Mar 2021`. */
function month(date: string): string {
  return new Intl.DateTimeFormat('en', {
    month: date.length > 4 ? 'short' : undefined,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date));
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
