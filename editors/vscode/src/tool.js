// The tool that this extension runs: found anew each time it is asked for.

import { statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import * as vscode from "vscode";

import { expand, findTool, onPath, parseProbe, PROBE, pythonNames } from "./python.js";
import { run } from "./run.js";

const SECONDS = 15; // that a Python may take to say what it is

/** The tool for what stands at this address: `{ command, args, env, origin }` or `{ problem }`. */
export async function lookForTool(extensionPath, uri) {
  const folder = vscode.workspace.getWorkspaceFolder(uri ?? vscode.Uri.file("/")) ?? vscode.workspace.workspaceFolders?.[0];
  // A folder that is not trusted may name a program of its own, or bring a Python; neither is run.
  const trusted = vscode.workspace.isTrusted;
  const settings = vscode.workspace.getConfiguration("service-blueprint", folder);
  const given = trusted ? expand(settings.get("interpreter", ""), folder?.uri.fsPath ?? "", homedir()) : "";
  return findTool({
    given,
    chosen: trusted && !given ? await chosenPython(folder?.uri) : "",
    tools: onPath(["blueprint"], process.env, process.platform, isFile),
    pythons: onPath(pythonNames(process.platform), process.env, process.platform, isFile),
    bundle: path.join(extensionPath, "bundled", "libs"),
    probe,
    speaks,
  });
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

async function probe(python) {
  const { code, stdout } = await run(python, ["-I", "-c", PROBE], { seconds: SECONDS });
  return code === 0 ? parseProbe(stdout) : null;
}

/** A server that is told nothing ends at once, and well; one without its packages, or another tool, does not. */
async function speaks(tool) {
  const { code, stdout } = await run(tool, ["--version"], { seconds: SECONDS });
  if (code !== 0 || !stdout.startsWith("blueprint, version ")) return false;
  return (await run(tool, ["lsp"], { seconds: SECONDS })).code === 0;
}

/** The Python that was chosen for the folder in the Python extension; empty where there is none. */
async function chosenPython(folder) {
  const python = vscode.extensions.getExtension("ms-python.python");
  if (!python) return "";
  try {
    const { environments } = await python.activate();
    const found = await environments.resolveEnvironment(environments.getActiveEnvironmentPath(folder));
    return found?.executable.uri?.fsPath ?? "";
  } catch {
    return ""; // an older or a broken one
  }
}
