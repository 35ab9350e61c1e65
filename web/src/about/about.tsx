export function About(_: { id: string }) { return null; }
