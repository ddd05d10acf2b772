import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildExtension } from '../build.ts';
import { launchChromium } from '../chromium.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { root } from '../root.ts';
import { readSamples, serveSamples } from '../samples.ts';
import { takeTour } from '../tour.ts';

export default defineCommand({
  summary: 'builds the extension and opens a browser with it and sample profiles',
  usage: `npm start [-- --tour]

Builds the extension, serves six invented profiles on this machine and opens Chromium with both, ready to click.
Without a display, or with --tour, makes the tour by itself: screenshots and exported files in .output/tour/.`,
  async run(args) {
    const unknown = args.find((arg) => arg !== '--tour');
    if (unknown) throw new UsageError(`Unknown option ${unknown}.`);
    const display =
      process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
    const tour = args.includes('--tour') || !display;
    buildExtension(root);
    const samples = readSamples(root);
    const site = await serveSamples(samples);
    const browser = await launchChromium({
      extension: join(root, '.output', 'chrome-mv3'),
      samples,
      headless: !display,
      standInForToolbarClick: tour,
    });
    try {
      if (!tour) return await stayOpen();
      const folder = join(root, '.output', 'tour');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const code = await takeTour({
        browser,
        samples,
        index: site.index,
        keep: (name, content) => writeFileSync(join(folder, name), content),
        say: (line) => process.stdout.write(`${line}\n`),
      });
      process.stdout.write(
        `Pictures and files of the tour: ${folder}\nThe window’s profile, with all that was saved in it, is deleted now.\n`,
      );
      return code;
    } finally {
      await browser.close();
      site.close();
    }

    async function stayOpen(): Promise<number> {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.goto(site.index);
      process.stdout.write(
        'Open a sample profile and click Save contact: the popup says how they fit.\n' +
          'Close the window to end: this profile, with all that you save in it, is then deleted.\n',
      );
      await browser.context.waitForEvent('close', { timeout: 0 });
      return EXIT.done;
    }
  },
});
