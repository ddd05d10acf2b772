import { join } from 'node:path';
import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  vite: () => ({
    build: {
      rolldownOptions: {
        treeshake: {
          // Schemas and tables: whoever uses one of them need not load the others.
          moduleSideEffects: [{ test: /[\\/]src[\\/]core[\\/]/, sideEffects: false }],
        },
      },
    },
    resolve: {
      alias: {
        'wxt/utils/content-script-context': join(import.meta.dirname, 'src/ui/button/quietContext.ts'),
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // Reading the open tab on a click needs no host; the two hosts are for the button in the page.
    // Alarms look what is due, backups too. Chromium's background cannot make a file of its own: an offscreen page does.
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Asked for by the click that turns reminders, or automatic backups, on.
    optional_permissions: ['notifications', 'downloads'],
    host_permissions: ['https://*.linkedin.com/*', 'https://*.xing.com/*'],
    optional_host_permissions: ['https://*/*'],
    omnibox: { keyword: 'wb' },
    commands: {
      save: {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_command_save__',
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
    },
    action: { default_title: '__MSG_extensionName__' },
    content_security_policy: {
      extension_pages:
        // Nothing can be loaded from elsewhere, or sent there: the browser itself keeps the promise.
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; " +
        "frame-ancestors 'none'; form-action 'none'",
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'weitblick@weitblick.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
