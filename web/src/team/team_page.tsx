export function TeamPage(_: { id: string }) { return null; }
