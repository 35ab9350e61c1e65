// The board of two values: a square of cells, with dots for people, crosses for the middle, arrows.
import { theirs } from "../../i18n";
import type { maybe, position } from "../../protocol";

export interface board_mark {
  at: position.spot;
  kind: "now" | "needed" | "aim" | "origin";
  // People at that place; none for one's own mark.
  people?: number;
  label?: string;
}

interface board_props {
  settings: position.settings;
  marks: board_mark[];
  arrows?: { from: position.spot; to: position.spot; label: string }[];
  on_choose?: (at: position.spot) => void;
}

const size = 10;

export function Board({ settings, marks, arrows = [], on_choose }: board_props) {
  const { first, last, lines } = settings;
  const cells = last - first + 1;
  const whole = cells * size;
  const x = (value: number) => (value - first) * size + size / 2;
  const y = (value: number) => whole - (value - first) * size - size / 2;
  const choose = (event: MouseEvent & { currentTarget: SVGSVGElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    const along = (place: number, length: number) =>
      Math.min(cells - 1, Math.max(0, Math.floor((place / length) * cells)));
    on_choose?.({ x: first + along(event.clientX - box.left, box.width), y: last - along(event.clientY - box.top, box.height) });
  };
  return (
    <div class="value-board" aria-hidden="true">
      <p class="value-board__y" lang={theirs()}>{lines[1]?.title} ↑</p>
      <svg class={on_choose ? "value-board__square value-board__square--open" : "value-board__square"} viewBox={`0 0 ${whole} ${whole}`}
        focusable="false" onClick={on_choose ? choose : undefined}>
        <rect class="value-board__ground" width={whole} height={whole} />
        {Array.from({ length: cells - 1 }, (_, place) => (
          <path key={place} class="value-board__line" d={`M${(place + 1) * size} 0V${whole}M0 ${(place + 1) * size}H${whole}`} />
        ))}
        {arrows.map((one, place) => <Arrow key={place} from={{ x: x(one.from.x), y: y(one.from.y) }} to={{ x: x(one.to.x), y: y(one.to.y) }} label={one.label} />)}
        {marks.map((one, place) => <Mark key={place} one={one} x={x(one.at.x)} y={y(one.at.y)} />)}
      </svg>
      <p class="value-board__x" lang={theirs()}>{lines[0]?.title} →</p>
    </div>
  );
}

function Mark({ one, x, y }: { one: board_mark; x: number; y: number }) {
  const wide = one.people === undefined ? 3.4 : Math.min(4.6, 2 + 0.6 * one.people);
  const text = one.label ?? (one.people !== undefined && one.people > 1 ? String(one.people) : "");
  return (
    <g class={`value-board__mark value-board__mark--${one.kind}`}>
      {one.kind === "needed"
        ? <rect x={x - wide} y={y - wide} width={2 * wide} height={2 * wide} rx="0.8" />
        : <circle cx={x} cy={y} r={wide} />}
      {text && <text x={x} y={y + 1.5} text-anchor="middle">{text}</text>}
    </g>
  );
}

function Arrow({ from, to, label }: { from: maybe<position.spot>; to: position.spot; label: string }) {
  if (!from) return null;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const tip = { x: to.x - ux * 3.6, y: to.y - uy * 3.6 };
  const side = (sign: number) => `${tip.x - ux * 3 - sign * uy * 1.8} ${tip.y - uy * 3 + sign * ux * 1.8}`;
  return (
    <g class="value-board__arrow">
      {length > 8 && <path d={`M${from.x} ${from.y}L${tip.x} ${tip.y}M${side(1)}L${tip.x} ${tip.y}L${side(-1)}`} />}
      <text class="for-ears">{label}</text>
    </g>
  );
}
