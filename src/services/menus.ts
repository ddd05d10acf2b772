import type { Platform } from './platform.ts';

export const MENU_ITEMS = ['save', 'side', 'dashboard'] as const;
export type MenuItem = (typeof MENU_ITEMS)[number];

/** Puts *Save contact* into the menu of web pages, and side panel and dashboard into that of the toolbar's button. */
export async function createMenus({
  contextMenus,
  i18n,
}: Pick<Platform, 'contextMenus' | 'i18n'>): Promise<void> {
  if (contextMenus === undefined) return;
  await contextMenus.removeAll();
  contextMenus.create({
    id: 'save',
    title: i18n.getMessage('menu_save'),
    contexts: ['page'],
    documentUrlPatterns: ['https://*/*', 'http://*/*'],
  });
  contextMenus.create({ id: 'side', title: i18n.getMessage('menu_side'), contexts: ['action'] });
  contextMenus.create({ id: 'dashboard', title: i18n.getMessage('menu_dashboard'), contexts: ['action'] });
}
