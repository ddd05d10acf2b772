/**
 * Contacts that one room hands to another, such as those selected in the list to the export. Too many for an
 * address, so they are kept here; a reload forgets them, and the export then takes everybody.
 */
let ids: readonly string[] | null = null;

/** Keeps the contacts for the room that is opened next. */
export function handOver(contactIds: readonly string[] | null): void {
  ids = contactIds;
}

/** Who was handed over last; `null`: nobody, everything is meant. */
export function handedOver(): readonly string[] | null {
  return ids;
}
