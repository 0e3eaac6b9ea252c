// Which sections there are, in which order, and which scope each is for.

export const GROUPS = ['you', 'work', 'node'];

/** @type {{id: string, group: string, drawing: string, scope?: string}[]} */
export const SECTIONS = [
  {id: 'profile', group: 'you', drawing: 'user'},
  {id: 'security', group: 'you', drawing: 'lock', scope: 'account:read'},
  {id: 'keys', group: 'you', drawing: 'link', scope: 'keys:read'},
  {id: 'usage', group: 'work', drawing: 'gauge', scope: 'usage:read'},
  {id: 'team', group: 'work', drawing: 'user', scope: 'users:read'},
  {id: 'providers', group: 'node', drawing: 'sparkle', scope: 'owner'},
  {id: 'storage', group: 'node', drawing: 'download', scope: 'owner'},
  {id: 'flags', group: 'node', drawing: 'check', scope: 'owner'},
  {id: 'values', group: 'node', drawing: 'split', scope: 'owner'},
  {id: 'configuration', group: 'node', drawing: 'code', scope: 'owner'},
  {id: 'audit', group: 'node', drawing: 'rows', scope: 'owner'},
];
