// Programs that are run: with a time limit, and never with a shell.

import { execFile } from "node:child_process";

/** What it wrote, and its exit code; -1 where it could not be run or took longer than `seconds`. Never throws. */
export function run(command, args, { cwd, env, seconds = 20, input = "" } = {}) {
  return new Promise((done) => {
    const options = {
      cwd,
      env: { ...process.env, PYTHONUTF8: "1", NO_COLOR: "1", ...env },
      timeout: seconds * 1000,
      maxBuffer: 64 * 1024 * 1024,
      windowsHide: true,
      encoding: "utf8",
    };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      done({ code, stdout, stderr: stderr || (code === -1 ? String(error?.message ?? "") : "") });
    });
    child.stdin?.on("error", () => {}); // it may end without reading
    child.stdin?.end(input);
  });
}
