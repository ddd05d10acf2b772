import { defineConfig } from 'wxt';

const PROFILE_HOSTS = ['https://*.linkedin.com/*', 'https://*.xing.com/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: { default_locale: 'en', host_permissions: PROFILE_HOSTS },
});
