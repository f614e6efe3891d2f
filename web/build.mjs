// Builds the assets that the program serves: one style sheet (Tabler's, less what no component uses, then ours), one sprite of the
// icons that the pages name, the islands, the viewer and the editor of process models, the viewer of papers (each loaded by the one page that shows one), and the layout of flows,
// which the program itself runs. Everything lands in src/App/wwwroot/assets.
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";
import { copyFile, mkdir, readFile, writeFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const web = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(web, "..", "src");
const assets = path.join(source, "App", "wwwroot", "assets");
const iconFolder = path.join(web, "node_modules", "@tabler", "icons", "icons", "outline");

async function filesBelow(folder, extensions) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (["bin", "obj", "wwwroot", "Migrations"].includes(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(full, extensions)));
    else if (extensions.includes(path.extname(entry.name))) found.push(full);
  }
  return found;
}

async function styles() {
  const content = [...(await filesBelow(path.join(source, "Platform.Ui"), [".razor", ".cs"])), ...(await filesBelow(path.join(source, "App"), [".razor"])), ...(await filesBelow(path.join(web, "islands"), [".ts"]))];
  const [purged] = await new PurgeCSS().purge({
    content,
    css: [path.join(web, "node_modules", "@tabler", "core", "dist", "css", "tabler.min.css")],
    variables: true,
    fontFace: true,
    keyframes: true,
    safelist: { standard: [":root", "html", "body", /^\[data-bs-theme/] },
  });
  const own = await build({ entryPoints: [path.join(web, "styles", "app.css")], bundle: true, minify: true, write: false, loader: { ".css": "css" } });
  const tabler = await build({ stdin: { contents: purged.css, loader: "css" }, minify: true, write: false });
  const all = tabler.outputFiles[0].text + own.outputFiles[0].text;
  await writeFile(path.join(assets, "app.css"), all + darkAsTheSystem(all));
}

// Who chose neither light nor dark gets what the system says: the dark rules once more, under the system's question.
function darkAsTheSystem(css) {
  const chosen = /\[data-bs-theme="?dark"?\]/g;
  const rules = [...css.matchAll(/(?<=^|[{};])([^{}@;]*\[data-bs-theme="?dark"?\][^{}]*)\{([^{}]*)\}/g)];
  return "@media (prefers-color-scheme: dark){" + rules.map(([, selector, body]) => selector.replace(/^\s*:root/, "").replaceAll(chosen, ":root:not([data-bs-theme])") + "{" + body + "}").join("") + "}";
}

async function icons() {
  const pages = await filesBelow(source, [".razor", ".cs"]);
  const names = new Set();
  const known = new Set((await readdir(iconFolder)).map((file) => file.slice(0, -4)));
  for (const file of pages) {
    const text = await readFile(file, "utf8");
    for (const [, name] of text.matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)*)"/g)) if (known.has(name)) names.add(name);
  }
  const symbols = [];
  for (const name of [...names].sort()) {
    const svg = await readFile(path.join(iconFolder, name + ".svg"), "utf8");
    const inner = svg.replace(/<!--[\s\S]*?-->/g, "").replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s*\n\s*/g, "");
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`);
  }
  await writeFile(path.join(assets, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

// The worker of papers as it comes, and the scripts that read two formats of pictures where no WebAssembly may run.
async function paperParts() {
  const library = path.join(web, "node_modules", "pdfjs-dist");
  await mkdir(path.join(assets, "pdf"), { recursive: true });
  await Promise.all([
    copyFile(path.join(library, "legacy", "build", "pdf.worker.min.mjs"), path.join(assets, "pdf-worker.js")),
    ...["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"].map((name) => copyFile(path.join(library, "wasm", name), path.join(assets, "pdf", name))),
  ]);
}

await mkdir(assets, { recursive: true });
await Promise.all([
  styles(),
  icons(),
  build({ entryPoints: [path.join(web, "islands", "app.ts")], bundle: true, minify: true, format: "esm", target: "es2022", outfile: path.join(assets, "app.js") }),
  build({ entryPoints: [path.join(web, "islands", "lazy", "bpmn-view.ts")], bundle: true, minify: true, format: "esm", target: "es2022", outfile: path.join(assets, "bpmn-view.js") }),
  build({ entryPoints: [path.join(web, "islands", "lazy", "bpmn-edit.ts")], bundle: true, minify: true, format: "esm", target: "es2022", outfile: path.join(assets, "bpmn-edit.js"), loader: { ".woff2": "file", ".woff": "empty", ".ttf": "empty", ".eot": "empty", ".svg": "empty" }, assetNames: "[name]" }),
  build({ entryPoints: [path.join(web, "islands", "lazy", "pdf-view.ts")], bundle: true, minify: true, format: "esm", target: "es2022", outfile: path.join(assets, "pdf-view.js") }),
  paperParts(),
  build({ entryPoints: [path.join(web, "layout", "graph-layout.js")], bundle: true, minify: true, format: "iife", target: "es2020", outfile: path.join(assets, "graph-layout.js") }),
]);
