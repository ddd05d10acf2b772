/**
 * Stands in for WXT's context of content scripts, which speaks to the page: it dispatches events at `document` that
 * any page hears, can forge (and so end our script), and can break by naming a picture `dispatchEvent`.
 */
export class ContentScriptContext {}
