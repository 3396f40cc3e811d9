// Join the modules into one classic script: a page that is opened from a disk (file://) may not load modules.
// `npm run build` writes it into dist/; with --check nothing is written, and a difference is an error.

import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const check = process.argv.includes("--check");

const { outputFiles } = await build({
  absWorkingDir: HERE,
  entryPoints: ["index.js"],
  outfile: "dist/kit.js",
  bundle: true,
  format: "iife",
  globalName: "kit",
  target: "es2022",
  charset: "utf8",
  write: !check,
});
for (const { path, text } of outputFiles ?? []) {
  if (check && text !== (await readFile(path, "utf8"))) {
    console.error("dist/kit.js is not what the modules give: run npm run build and commit it.");
    process.exitCode = 1;
  }
}
