// Join codes as people write and read them.
export function normalised_code(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

// "KQ7M-3XVN"
export function shown_code(code: string): string {
  const plain = normalised_code(code);
  return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : plain;
}

export function is_code(typed: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(normalised_code(typed));
}
