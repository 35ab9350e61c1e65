export function ScreenPage(_: { id: string }) { return null; }
