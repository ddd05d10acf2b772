/** Does an id from an address hold a word of the name? Umlauts count in both spellings (`juergen`, `jurgen`). */
export function resembles(id: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  return [stripped, spelled].some((fold) => {
    const plain = fold(id).replace(/[^\p{L}\d]+/gu, '');
    return [stripped, spelled].some((other) =>
      words(other(name)).some((word) => word.length > 2 && plain.includes(word)),
    );
  });
}

/** Do two names have a word in common? */
export function sharesWord(a: string, b: string): boolean {
  const known = new Set([...words(stripped(a)), ...words(spelled(a))]);
  return [...words(stripped(b)), ...words(spelled(b))].some((word) => known.has(word));
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\d]+/u).filter((word) => word.length > 1);
}

function stripped(text: string): string {
  return text.slice(0, 400).toLowerCase().replace(/ß/g, 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
}

function spelled(text: string): string {
  return stripped(
    text.slice(0, 400).normalize('NFC').replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue'),
  );
}
