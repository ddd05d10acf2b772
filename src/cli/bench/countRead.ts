import type { Page } from 'playwright-core';

/** How many contacts stand, classified, in the rows that lists read. */
export function countRead(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('weitblick');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const request = open.result.transaction('careers').objectStore('careers').count();
          request.onsuccess = () => {
            open.result.close();
            resolve(request.result);
          };
        };
      }),
  );
}
