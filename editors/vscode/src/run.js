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
    const fails = (words) => done({ code: -1, stdout: "", stderr: words });
    try {
      const child = execFile(command, args, options, (error, stdout, stderr) => {
        if (error && typeof error.code !== "number") fails(stderr || error.message);
        else done({ code: error?.code ?? 0, stdout, stderr });
      });
      child.stdin?.on("error", () => {}); // it may end without reading
      child.stdin?.end(input);
    } catch (error) { // a `.bat` of Windows, a path through a file
      fails(error.message);
    }
  });
}
