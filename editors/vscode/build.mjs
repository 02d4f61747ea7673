// Bundles the extension and the page of its preview into `dist`: node build.mjs

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const common = { absWorkingDir: here, bundle: true, minify: true, charset: "utf8", legalComments: "none", metafile: true, logLevel: "warning" };

/** Writes both into the folder, and says which packages are inside. */
export async function bundle(folder) {
  const made = await Promise.all([
    build({ ...common, entryPoints: ["src/extension.js"], outfile: `${folder}/extension.cjs`, platform: "node", format: "cjs", target: "node18", external: ["vscode"] }),
    build({ ...common, entryPoints: ["webview/preview.js"], outfile: `${folder}/preview.js`, platform: "browser", format: "iife", target: "chrome114" }),
  ]);
  const inputs = made.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return [...new Set(inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []))].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await bundle("dist")).join("\n"));
