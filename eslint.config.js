// The recommended rules; the logic may use nothing of a browser.

import js from "@eslint/js";
import globals from "globals";

const web = ["URLSearchParams"];
const only = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

export default [
  { ignores: ["**/dist/", ".venv/", "site/", "build/"] },
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["kit/widgets/front/**/*.js"],
    languageOptions: { globals: { ...globals.browser, KIT_CONSTANTS: "readonly" } },
  },
  {
    files: ["kit/widgets/front/logic/*.js"],
    languageOptions: {
      globals: { ...Object.fromEntries(Object.keys(globals.browser).map((name) => [name, "off"])), ...only(web) },
    },
    rules: { "no-restricted-imports": ["error", { patterns: ["../*"] }] },
  },
  { files: ["kit/widgets/front/build.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/front/*.js"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ["kit/site/*.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, kit: "readonly" } },
  },
];
