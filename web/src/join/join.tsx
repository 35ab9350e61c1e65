export function Join(_: { id: string }) { return null; }
