/** The database of the raw limit. */
export const RAW_DATABASE = 'raw';
