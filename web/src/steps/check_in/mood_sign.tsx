// A drawing for a mood: the weather where we know the word, else how far along the row it stands.
const weather: Record<string, string[]> = {
  sunny: ["M14.828 14.828a4 4 0 1 0 -5.656 -5.656a4 4 0 0 0 5.656 5.656", "M6.343 17.657l-1.414 1.414", "M6.343 6.343l-1.414 -1.414", "M17.657 6.343l1.414 -1.414", "M17.657 17.657l1.414 1.414", "M4 12h-2", "M12 4v-2", "M20 12h2", "M12 20v2"],
  fair: ["M9 4.5v-1.5", "M4.8 6.3l-1 -1", "M3 10.5h-1", "M13.2 6.3l1 -1", "M6 12.6a4 4 0 1 1 6.9 -3.6", "M8.5 20h9a3.5 3.5 0 0 0 .4 -7a5 5 0 0 0 -9.6 .9a3.1 3.1 0 0 0 .2 6.1"],
  cloudy: ["M6.657 18c-2.572 0 -4.657 -2.007 -4.657 -4.483c0 -2.475 2.085 -4.482 4.657 -4.482c.393 -1.762 1.794 -3.2 3.675 -3.773c1.88 -.572 3.956 -.193 5.444 1c1.488 1.19 2.162 3.007 1.77 4.769h.99c1.913 0 3.464 1.56 3.464 3.486c0 1.927 -1.551 3.487 -3.465 3.487h-11.878"],
  rainy: ["M7 16a4.6 4.4 0 0 1 0 -9a5 4.5 0 0 1 11 2h1a3.5 3.5 0 0 1 0 7", "M11 13v2m0 3v2m4 -5v2m0 3v2"],
  stormy: ["M7 16a4.6 4.4 0 0 1 0 -9a5 4.5 0 0 1 11 2h1a3.5 3.5 0 0 1 0 7h-1", "M13 12l-3 4h4l-3 5"],
};

export function MoodSign({ mood, place, of }: { mood: string; place: number; of: number }) {
  const known = weather[mood];
  if (known) {
    return (
      <svg class="mood__sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {known.map((d) => <path key={d} d={d} />)}
      </svg>
    );
  }
  const level = of > 1 ? 1 - place / (of - 1) : 1;
  return (
    <svg class="mood__sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9" />
      <path class="mood__fill" d={`M${12 - 5} 15.5q5 ${-6 + 12 * level - 3} 10 0`} />
    </svg>
  );
}
