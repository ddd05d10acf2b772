import { build } from 'vite';

/** A module of ours, with all that it imports, as one script for a page or a worker of a measured browser. */
export async function bundleScript(root: string, entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bundled' } },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as { output: { code?: string }[] }[];
  const code = output?.output[0]?.code;
  if (code === undefined) throw new Error(`${entry} could not be bundled`);
  return code;
}
