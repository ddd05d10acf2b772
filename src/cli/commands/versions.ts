import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, RefusedError } from '../command.ts';
import { judgements, outdated, recordedVersions, VERSIONS_FILE } from '../versions.ts';

export default defineCommand({
  summary: 'Record what the versions of stored judgements stand for',
  usage: `versions [--why TEXT]

What is derived is stored with the version of what made it: lexicon, digest, row, reading, analysis, and the layout
of the database. tests/versions.json holds, for each version, a hash of the code and tables that it stands for, and a
test fails when they part. After a change that judges anybody differently, raise the version and run this. After one
that judges nobody differently, run it with --why; the reason is kept.

  --why TEXT   why nothing is judged differently though the content has changed`,
  async run(args) {
    const { values } = readArguments({ args, options: { why: { type: 'string' } } });
    const recorded = recordedVersions();
    const now = judgements();
    const changed = outdated(now, recorded);
    const unexplained = now.filter(({ name, version, hash }) => {
      const last = recorded.get(name)?.at(-1);
      return last?.version === version && last.hash !== hash;
    });
    if (unexplained.length > 0 && !values.why) throw new RefusedError(changed.join('\n'));
    for (const { name, version, hash } of now) {
      const known = recorded.get(name) ?? [];
      const last = known.at(-1);
      if (last?.version === version && last.hash === hash) continue;
      const why = last?.version === version ? values.why : undefined;
      recorded.set(name, [...known, { version, hash, ...(why !== undefined && { why }) }]);
    }
    writeFileSync(VERSIONS_FILE, `${JSON.stringify(Object.fromEntries(recorded), null, 2)}\n`);
    process.stderr.write(
      changed.length === 0 ? 'All versions are as recorded.\n' : `${changed.join('\n')}\n`,
    );
    return EXIT.done;
  },
});
