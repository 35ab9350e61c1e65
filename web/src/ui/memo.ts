// A component that is drawn again only when one of its properties is another object.
import { Component, h, type ComponentType, type FunctionComponent } from "preact";

export function memo<Props extends object>(View: FunctionComponent<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const now = this.props as Record<string, unknown>;
      const then = next as Record<string, unknown>;
      const keys = new Set([...Object.keys(now), ...Object.keys(then)]);
      return [...keys].some((key) => now[key] !== then[key]);
    }
    override render() {
      return h(View, this.props as any);
    }
  } as unknown as ComponentType<Props>;
}
