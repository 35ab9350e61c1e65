export function Home(_: { id: string }) { return null; }
