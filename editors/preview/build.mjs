// Makes blueprint/preview/static/editor.js, which is committed: who installs the package needs no Node.
// Its first line holds a hash of what it was made from, so that a test can tell when it is older than that.
//
//   npm install && node build.mjs          (a folder after it is written to instead)

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const SOURCES = ["package.json", "build.mjs", "editor.js", "language.js", "../codemirror/index.js", "../codemirror/table.js"];
const TARGET = path.resolve(process.argv[2] ?? path.join(here, "../../blueprint/preview/static"), "editor.js");

const hash = createHash("sha256");
for (const name of SOURCES) hash.update(readFileSync(new URL(name, import.meta.url), "utf8").replaceAll("\r\n", "\n")).update("\0");

// Two copies of CodeMirror's state know nothing of each other: all packages come from this folder, whoever asks.
const onePlace = {
  name: "one-place",
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind, pluginData }) =>
      pluginData === "asked" ? undefined : build.resolve(path, { kind, resolveDir: here, pluginData: "asked" }));
  },
};

const { metafile, outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ["editor.js"],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  plugins: [onePlace],
  write: false,
});
// The licences of what is inside go with it.
const packages = new Set(Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
const licences = [...packages].sort().map((name) => {
  const folder = new URL(`node_modules/${name}/`, import.meta.url);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  return `${name}\n\n${readFileSync(new URL(file, folder), "utf8").trim()}\n`;
});
writeFileSync(new URL("editor-licenses.txt", pathToFileURL(TARGET)), licences.join(`\n${"-".repeat(80)}\n\n`));
writeFileSync(TARGET, `/* made of ${hash.digest("hex")} */\n${outputFiles[0].text}`);
