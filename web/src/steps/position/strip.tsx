// One row of answers on a scale: a column for each value, the middle half as a band, the middle marked.
import type { maybe, position } from "../../protocol";

interface strip_props {
  title: string;
  tone: "now" | "needed";
  values: number[];
  counts: number[];
  spread: maybe<position.spread>;
}

const high = 40;
const wide = 100;

export function Strip({ title, tone, values, counts, spread }: strip_props) {
  const most = Math.max(1, ...counts);
  const step = wide / values.length;
  const left = (value: number) => (value - values[0]!) * step;
  return (
    <div class={`strip strip--${tone}`} aria-hidden="true">
      <span class="strip__title">{title}</span>
      <svg viewBox={`0 0 ${wide} ${high + 4}`} preserveAspectRatio="none" width="100%" height="64" focusable="false">
        {spread && <rect class="strip__half" x={left(spread.low)} y="0" width={left(spread.high) - left(spread.low) + step} height={high} />}
        {counts.map((count, place) => {
          const tall = count === 0 ? 0.8 : 4 + (high - 4) * (count / most);
          return <rect key={place} class="strip__bar" x={place * step + step * 0.18} y={high - tall} width={step * 0.64} height={tall} />;
        })}
        {spread && <rect class="strip__middle" x={left(spread.middle)} y={high + 0.5} width={step} height="3.5" />}
      </svg>
      <span class="strip__values">{values.map((value) => <span key={value}>{value}</span>)}</span>
    </div>
  );
}
