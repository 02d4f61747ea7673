// What the server says of a picture: its style sheet apart, its shapes by place.

/**
 * The picture without its style sheet, and the sheet: the policy of the page lets none in that stands in a picture.
 * Labels cannot look like one, for `<` is written `&lt;` in them.
 */
export function withoutSheet(svg) {
  const [, before, sheet, after] = /^([^]*?)<style>([^]*?)<\/style>([^]*)$/.exec(svg) ?? ["", svg, "", ""];
  return { svg: before + after, sheet };
}

const before = (a, b) => a.line < b.line || (a.line === b.line && a.character <= b.character);

/** The key of the innermost shape at a place of a file; empty where there is none. */
export function innermost(elements, uri, position) {
  let best = null;
  for (const each of elements) {
    const { start, end } = each.range;
    if (each.uri !== uri || !before(start, position) || !before(position, end)) continue;
    if (!best || (before(best.range.start, start) && before(end, best.range.end))) best = each;
  }
  return best?.key ?? "";
}

/** The address of a file after `from`, the file itself or a folder above it, has become `to`; null where it stays. */
export function moved(uri, from, to) {
  return uri === from || uri.startsWith(`${from}/`) ? to + uri.slice(from.length) : null;
}

/** What is chosen, without what there is no longer: a phase that was renamed cannot be shown, but the rest can. */
export function possible(chosen, choices) {
  const known = (name) => choices[name].some(([key]) => key === chosen[name]);
  if (!Object.values(choices).some((rows) => rows.length)) return chosen; // there is no picture that says what there is
  const kept = Object.fromEntries(Object.keys(choices).map((name) => [name, known(name) ? chosen[name] : ""]));
  return { ...chosen, ...kept };
}

export const VIEWS = ["blueprint", "handoffs", "flow"];
const CHOSEN = ["view", "phase", "service", "scenario"];
const LONGEST = 500; // characters of what is chosen

/** What a page or a saved state says is chosen, made sound. */
export function chosenOf(told) {
  const text = (name) => (typeof told?.[name] === "string" ? told[name].slice(0, LONGEST) : "");
  const chosen = Object.fromEntries(CHOSEN.map((name) => [name, text(name)]));
  return { ...chosen, view: VIEWS.includes(chosen.view) ? chosen.view : VIEWS[0] };
}

/** The request for a picture. Phases and services are columns of a blueprint; other views are of all of it. */
export function request(uri, chosen, theme) {
  const columns = chosen.view === "blueprint" ? { phase: chosen.phase, service: chosen.service } : {};
  const wanted = Object.entries({ view: chosen.view, theme, scenario: chosen.scenario, ...columns });
  return { textDocument: { uri }, ...Object.fromEntries(wanted.filter(([, value]) => value)) };
}
