import { expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import type { Profile } from '../../src/core/model/index.ts';
import { parsePage } from './fixtures.ts';

const URL_OF = 'https://lenabrandt.example/';

type Field = 'education' | 'positions' | 'languages';
type Row = (string | null | undefined)[];
const rows: Record<Field, (profile: Profile) => Row[]> = {
  education: ({ education }) =>
    education.map(({ school, degree, start, end }) => [school, degree, start, end]),
  // The job that the line under the name shows stands for itself.
  positions: ({ positions }) =>
    positions
      .filter(({ company }) => company !== undefined)
      .map(({ title, company, start, end }) => [title, company, start, end]),
  languages: ({ languages }) =>
    languages.map(({ name, level }) => (level === undefined ? [name] : [name, level])),
};

/** Forms in which sections are written, and what stands in them: school, degree, span; title, employer, span; language, level. */
const CASES: [string, Field, string, Row[]][] = [
  // education
  [
    'edu br',
    'education',
    '<h2>Education</h2><p>PhD, Geology<br>Universität Musterstadt<br>2016-2020</p><p>MSc, Geology<br>Beispiel College<br>2014-2016</p>',
    [
      ['Universität Musterstadt', 'PhD, Geology', '2016', '2020'],
      ['Beispiel College', 'MSc, Geology', '2014', '2016'],
    ],
  ],
  [
    'edu one line paren',
    'education',
    '<h2>Education</h2><ul><li>Ph.D. in Geology (Universität Musterstadt, 2016–2020)</li><li>B.Sc. in Physics (Beispiel College, 2012–2015)</li></ul>',
    [
      ['Universität Musterstadt', 'Ph.D. in Geology', '2016', '2020'],
      ['Beispiel College', 'B.Sc. in Physics', '2012', '2015'],
    ],
  ],
  [
    'edu school first dash',
    'education',
    '<h2>Education</h2><ul><li><b>Universität Musterstadt</b> — PhD in Geology, 2020</li><li><b>Beispiel College</b> — BSc Physics, 2015</li></ul>',
    [
      ['Universität Musterstadt', 'PhD in Geology', undefined, '2020'],
      ['Beispiel College', 'BSc Physics', undefined, '2015'],
    ],
  ],
  [
    'edu months',
    'education',
    '<h3>Studium</h3><div class="entry"><p>10/2014 – 09/2017</p><p>Bachelor of Science, Geologie</p><p>Technische Universität Musterstadt</p><p>Abschlussnote: 1,3</p></div><div class="entry"><p>08/2006 – 06/2014</p><p>Abitur</p><p>Gymnasium Beispielheim</p></div>',
    [
      ['Technische Universität Musterstadt', 'Bachelor of Science, Geologie', '2014-10', '2017-09'],
      ['Gymnasium Beispielheim', 'Abitur', '2006-08', '2014-06'],
    ],
  ],
  [
    'edu thesis list',
    'education',
    '<h2>Education</h2><h4>Universität Musterstadt</h4><p><em>PhD in Geology</em>, 2020</p><ul><li>Thesis: Slow ice</li><li>Advisor: Prof. Ole Quist</li></ul><h4>Beispiel College</h4><p><em>BSc in Physics</em>, 2015</p>',
    [
      ['Universität Musterstadt', 'PhD in Geology', undefined, '2020'],
      ['Beispiel College', 'BSc in Physics', undefined, '2015'],
    ],
  ],
  [
    'edu fr',
    'education',
    '<h2>Formation</h2><ul><li>2014-2016 : Master Géologie, Université de Beispiel</li><li>2011-2014 : Licence Sciences, Université de Muster</li></ul>',
    [
      ['Université de Beispiel', 'Master Géologie', '2014', '2016'],
      ['Université de Muster', 'Licence Sciences', '2011', '2014'],
    ],
  ],
  [
    'edu it dl',
    'education',
    '<h2>Istruzione</h2><dl><dt>2020</dt><dd>Dottorato in Geologia presso Università di Esempio</dd></dl>',
    [['Università di Esempio', 'Dottorato in Geologia', undefined, '2020']],
  ],
  [
    'edu degree only',
    'education',
    '<h2>Education</h2><p>PhD in Geology</p><p><a href="/thesis.pdf">Thesis (PDF)</a></p>',
    [],
  ],
  [
    'edu current',
    'education',
    '<h2>Education</h2><div class="e"><div>Universität Musterstadt</div><div>PhD candidate</div><div>2022 – present</div></div><div class="e"><div>Beispiel College</div><div>BSc Physics</div><div>2018 – 2022</div></div>',
    [
      ['Universität Musterstadt', 'PhD candidate', '2022', null],
      ['Beispiel College', 'BSc Physics', '2018', '2022'],
    ],
  ],
  // positions
  [
    'pos since',
    'positions',
    '<h2>Werdegang</h2><ul><li>seit 2019: Leiterin Vermessung bei Muster AG</li><li>2015–2019: Geologin, Beispiel GmbH, Hamburg</li></ul>',
    [
      ['Leiterin Vermessung', 'Muster AG', '2019', null],
      ['Geologin', 'Beispiel GmbH', '2015', '2019'],
    ],
  ],
  [
    'pos place',
    'positions',
    '<h2>Experience</h2><div class="i"><h3>Senior Geologist</h3><div>Beispiel & Partner</div><div>Hamburg, Germany</div><div>Jan 2020 – Present</div><ul><li>Forecasting.</li><li>Led a team of five.</li></ul></div><div class="i"><h3>Surveyor</h3><div>Muster Group</div><div>Berlin, Germany</div><div>2017 – 2019</div></div>',
    [
      ['Senior Geologist', 'Beispiel & Partner', '2020-01', null],
      ['Surveyor', 'Muster Group', '2017', '2019'],
    ],
  ],
  [
    'pos company h3',
    'positions',
    '<h2>Experience</h2><div class="i"><h3>Beispiel GmbH</h3><h4>Senior Geologist</h4><span>2020 – Present</span></div><div class="i"><h3>Muster Group</h3><h4>Surveyor</h4><span>2017 – 2019</span></div>',
    [
      ['Senior Geologist', 'Beispiel GmbH', '2020', null],
      ['Surveyor', 'Muster Group', '2017', '2019'],
    ],
  ],
  [
    'pos heading at',
    'positions',
    '<h2>Work</h2><h3>Senior Geologist at Beispiel GmbH</h3><p>2020 – Present</p><p>Built forecasts for rivers.</p><h3>Surveyor at Muster Group</h3><p>2017 – 2019</p>',
    [
      ['Senior Geologist', 'Beispiel GmbH', '2020', null],
      ['Surveyor', 'Muster Group', '2017', '2019'],
    ],
  ],
  [
    'pos table',
    'positions',
    '<h2>Parcours professionnel</h2><table><tr><td>2020 – aujourd’hui</td><td><b>Géologue</b><br>Groupe Exemple</td></tr><tr><td>2017 – 2020</td><td><b>Topographe</b><br>Société Modèle</td></tr></table>',
    [
      ['Géologue', 'Groupe Exemple', '2020', null],
      ['Topographe', 'Société Modèle', '2017', '2020'],
    ],
  ],
  [
    'pos dates right',
    'positions',
    '<h2>Experience</h2><div class="i"><div class="row"><strong>Senior Geologist</strong><span class="right">2020 – Present</span></div><em>Beispiel GmbH</em><p>Text of what was done there, in some words.</p></div><div class="i"><div class="row"><strong>Surveyor</strong><span class="right">2017 – 2019</span></div><em>Muster Group</em></div>',
    [
      ['Senior Geologist', 'Beispiel GmbH', '2020', null],
      ['Surveyor', 'Muster Group', '2017', '2019'],
    ],
  ],
  [
    'pos dot',
    'positions',
    '<h2>Experience</h2><p>Senior Geologist · Beispiel GmbH · 2020 – Present</p><p>Surveyor · Muster Group · 2017 – 2019</p>',
    [
      ['Senior Geologist', 'Beispiel GmbH', '2020', null],
      ['Surveyor', 'Muster Group', '2017', '2019'],
    ],
  ],
  [
    'pos es',
    'positions',
    '<h2>Experiencia profesional</h2><ul><li>Geóloga en Grupo Ejemplo (2019 - actualidad)</li><li>Topógrafa, Estudio Modelo (2015 - 2019)</li></ul>',
    [
      ['Geóloga', 'Grupo Ejemplo', '2019', null],
      ['Topógrafa', 'Estudio Modelo', '2015', '2019'],
    ],
  ],
  [
    'pos pt',
    'positions',
    '<h2>Experiência</h2><ul><li>2019 – presente: Geóloga, Grupo Exemplo</li></ul>',
    [['Geóloga', 'Grupo Exemplo', '2019', null]],
  ],
  [
    'pos prose',
    'positions',
    '<h2>Experience</h2><p>I have worked with ice and rivers for ten years, in many places.</p>',
    [],
  ],
  // languages
  [
    'lang bars',
    'languages',
    '<h2>Languages</h2><div class="l"><span>German</span><span>100%</span></div><div class="l"><span>English</span><span>80%</span></div>',
    [['German'], ['English']],
  ],
  [
    'lang strong',
    'languages',
    '<h2>Sprachen</h2><p><strong>Deutsch:</strong> Muttersprache</p><p><strong>Englisch:</strong> verhandlungssicher (C1)</p>',
    [
      ['Deutsch', 'Muttersprache'],
      ['Englisch', 'verhandlungssicher (C1)'],
    ],
  ],
  [
    'lang and',
    'languages',
    '<h2>Langues</h2><p>Français (langue maternelle), anglais (courant) et allemand (notions)</p>',
    [
      ['Français', 'langue maternelle'],
      ['anglais', 'courant'],
      ['allemand', 'notions'],
    ],
  ],
  [
    'lang li',
    'languages',
    '<h2>Idiomas</h2><ul><li>Español - Nativo</li><li>Inglés - Nivel avanzado</li></ul>',
    [
      ['Español', 'Nativo'],
      ['Inglés', 'Nivel avanzado'],
    ],
  ],
  [
    'lang grouped',
    'languages',
    '<h2>Languages</h2><p>Native: German. Fluent: English, French.</p>',
    [
      ['German', 'Native'],
      ['English', 'Fluent'],
      ['French', 'Fluent'],
    ],
  ],
];

it.each(CASES)('%s', (_, field, html, wanted) => {
  const page = `<!doctype html><html><head><title>Lena Brandt</title><meta name="author" content="Lena Brandt"></head><body><main><h1>Lena Brandt</h1><p>Geologist</p>${html}</main></body></html>`;
  const result = extractProfile(parsePage(page, URL_OF), URL_OF);
  if (!result.ok) throw new Error(result.reason);
  expect(rows[field](result.profile)).toEqual(wanted);
  expect(result.doubtful.includes(field) || wanted.length === 0).toBe(true);
});
