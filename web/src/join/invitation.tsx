export function Invitation(_: { id: string }) { return null; }
