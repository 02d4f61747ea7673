// Which program to run: pure choices, told what there is by the functions they are given.

import path from "node:path";

export const OLDEST = [3, 11];

// Printed as JSON: the version, and whether the tool and what its server needs are installed.
export const PROBE = [
  "import importlib.util as u, json, sys",
  "has = lambda name: u.find_spec(name) is not None",
  "print(json.dumps({'version': sys.version_info[:3], 'blueprint': has('blueprint') and has('blueprint.lsp'),"
  + " 'pygls': has('pygls')}))",
].join("\n");

// -P: a folder of the workspace that is called `blueprint` is not the tool. It is as old as the oldest Python there may be.
const RUN = ["-P", "-m", "blueprint"];

/**
 * The programs of these names on a PATH, in its order; `isFile(path)` says what is there. Only whole paths count: a
 * program in the folder that is open would be run for having been downloaded.
 */
export function onPath(names, env, platform, isFile) {
  const windows = platform === "win32";
  const { join, isAbsolute } = windows ? path.win32 : path.posix;
  const value = env.PATH ?? env.Path ?? "";
  const folders = value.split(windows ? ";" : ":").filter((folder) => isAbsolute(folder));
  const files = names.flatMap((name) => (windows ? [`${name}.exe`] : [name]));
  return [...new Set(files.flatMap((file) => folders.map((folder) => join(folder, file))))].filter(isFile);
}

/** The path of a setting, in which the folder that is open and the user's own may be named. */
export function expand(written, folder, home) {
  const whole = written.trim().replace(/^~(?=[/\\]|$)/, () => home);
  return whole.replaceAll("${workspaceFolder}", () => folder);
}

/** Names that Python goes by. `py` starts the newest one on Windows. */
export function pythonNames(platform) {
  const numbered = ["3.14", "3.13", "3.12", "3.11"].map((version) => `python${version}`);
  return platform === "win32" ? ["py", "python", "python3"] : ["python3", "python", ...numbered];
}

/** What a Python said of itself; null where it is none. */
export function parseProbe(output) {
  try {
    const told = JSON.parse(output.trim().split("\n").at(-1));
    return Array.isArray(told.version) ? { ...told, complete: Boolean(told.blueprint && told.pygls) } : null;
  } catch {
    return null;
  }
}

export function isNewEnough({ version }) {
  return version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]);
}

/**
 * How to run the tool: `{ command, args, env, origin, bundled }`, or `{ problem }`, a sentence.
 *
 * `given` is the setting, `chosen` the Python of the folder, both may be empty; `tools` and `pythons` are paths, `bundle`
 * the folder of the packages inside the extension. `probe(python)` tells of a Python, null where it cannot be run;
 * `speaks(tool)` whether a `blueprint` is ours and can be a server.
 */
export async function findTool({ given, chosen, tools, pythons, bundle, probe, speaks }) {
  if (given) return useGiven(given, await probe(given), bundle);
  const folder = chosen ? await probe(chosen) : null;
  if (folder?.complete && isNewEnough(folder)) return installed(chosen, "the Python of this folder");
  for (const tool of tools) {
    if (await speaks(tool)) return { command: tool, args: [], env: {}, origin: "the command `blueprint`", bundled: false };
  }
  const usable = folder && isNewEnough(folder) ? [chosen] : [];
  for (const python of [...usable, ...pythons]) {
    const told = python === chosen ? folder : await probe(python);
    if (told && isNewEnough(told)) return bundled(python, bundle);
  }
  const what = folder ? `The Python of this folder is version ${folder.version.join(".")}, which is too old.` : "";
  return { problem: [what, `Service blueprints need Python ${OLDEST.join(".")} or newer, and none was found.`].filter(Boolean).join(" ") };
}

function useGiven(python, told, bundle) {
  if (!told) return { problem: `The setting \`service-blueprint.interpreter\` names \`${python}\`, which is no Python that can be run.` };
  if (!isNewEnough(told)) {
    return { problem: `The setting \`service-blueprint.interpreter\` names Python ${told.version.join(".")}. Service blueprints need Python ${OLDEST.join(".")} or newer.` };
  }
  return told.complete ? installed(python, "the Python of the settings") : bundled(python, bundle);
}

const installed = (command, origin) => ({ command, args: RUN, env: {}, origin, bundled: false });

function bundled(command, bundle) {
  // Nothing of the user's own packages may stand before what was tested together.
  const env = { PYTHONPATH: bundle, PYTHONNOUSERSITE: "1", PYTHONDONTWRITEBYTECODE: "1" };
  return { command, args: RUN, env, origin: "the copy inside the extension", bundled: true };
}
