/** Who is reached through whom: the routes of every node, from the plan alone. Pure. */

/** A node's connection to a switch. */
export interface Leg {
  readonly node: string;
  readonly device: string;
  readonly switchName: string;
  /** `10.1.0.2` */
  readonly address: string;
}

/** Packets that come from one switch can be sent on to the other by this node. A router has two of them, a NAT one. */
export interface Crossing {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  /** `out`: towards everything that is not known nearer, as a NAT's. */
  readonly kind: 'between' | 'out';
}

export interface Route {
  /** `10.2.0.0/24`, or `default`. */
  readonly to: string;
  readonly via: string;
  readonly device: string;
}

export interface Plan {
  /** Of each switch. */
  readonly subnets: ReadonlyMap<string, string>;
  readonly legs: readonly Leg[];
  readonly crossings: readonly Crossing[];
}

/** The nearest way to each switch that the node is not on; by default the nearest NAT outwards, else the nearest router. */
export function routesOf(node: string, plan: Plan): Route[] {
  const routes = new Map<string, Route>();
  const own = plan.legs.filter((leg) => leg.node === node);
  const seen = new Set(own.map(({ switchName }) => switchName));
  const queue: { readonly at: string; readonly first?: Omit<Route, 'to'> }[] = [...seen].map((at) => ({ at }));
  let way: { readonly kind: Crossing['kind']; readonly first: Omit<Route, 'to'> } | undefined;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const crossing of plan.crossings) {
      if (crossing.from !== next.at || crossing.node === node) continue;
      const first = next.first ?? hop(own, crossing, plan.legs);
      if (first === undefined) continue;
      if (way === undefined || (way.kind === 'between' && crossing.kind === 'out'))
        way = { kind: crossing.kind, first };
      if (seen.has(crossing.to)) continue;
      seen.add(crossing.to);
      queue.push({ at: crossing.to, first });
      const subnet = plan.subnets.get(crossing.to);
      // Two sites may have the same numbers, as homes do: the own ones are then the nearer.
      if (subnet === undefined || own.some((leg) => plan.subnets.get(leg.switchName) === subnet)) continue;
      if (crossing.kind === 'between' && !routes.has(subnet)) routes.set(subnet, { to: subnet, ...first });
    }
  }
  // A router knows its neighbours; only what leads out is a default for it.
  const forwards = plan.crossings.some((crossing) => crossing.node === node);
  if (way !== undefined && (way.kind === 'out' || !forwards)) routes.set('default', { to: 'default', ...way.first });
  const main = routes.get('default');
  // What goes the default way anyway has no route of its own, as on anybody's machine.
  return [...routes.values()].filter((route) => route === main || route.via !== main?.via);
}

function hop(own: readonly Leg[], crossing: Crossing, legs: readonly Leg[]): Omit<Route, 'to'> | undefined {
  const mine = own.find(({ switchName }) => switchName === crossing.from);
  const gate = legs.find((leg) => leg.node === crossing.node && leg.switchName === crossing.from);
  return mine === undefined || gate === undefined ? undefined : { via: gate.address, device: mine.device };
}
