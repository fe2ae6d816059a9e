// Lays out what browsers load: `node build.mjs FOLDER`.
//
//     web/converse-VERSION, web/strophe-VERSION   other people's, only the files that our pages ask for
//     web/myna-HASH                               ours
//     WEB-INF/pages                               the pages themselves, which name the folders above
//     WEB-INF/admin                               the admin pages, from which Jakarta Faces makes what browsers see
//
// What is in a folder with a version or a hash in its name never changes, so that browsers may keep it for ever.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const MODULE = join(HERE, "../../..");
const OUT = join(process.argv[2], "web");
const PAGES = join(process.argv[2], "WEB-INF/pages");
const ADMIN = join(process.argv[2], "WEB-INF/admin");

// No OMEMO, hence no WebAssembly; no web fonts: the pages use those of the system.
const CONVERSE = [
    "dist/converse.min.js",
    "dist/converse.min.css",
    "dist/emoji.json",
    "dist/chunkjs/locales/zh_CN-LC_MESSAGES-converse-po.js",
    "dist/chunkjs/locales/dayjs/zh-cn-js.js",
    "dist/sounds/msg_received.mp3",
    "dist/sounds/msg_received.ogg",
    "LICENSE",
];
const STROPHE = ["dist/strophe.esm.js", "LICENSE.txt"];

function library(name, title, files) {
    const from = join(MODULE, "node_modules", name);
    const version = JSON.parse(readFileSync(join(from, "package.json"), "utf8")).version;
    const folder = `${title}-${version}`;
    for (const file of files) {
        const to = join(OUT, folder, file.replace(/^dist\//, ""));
        mkdirSync(dirname(to), { recursive: true });
        if (file.endsWith("js") || file.endsWith("css")) {
            writeFileSync(to, alone(readFileSync(join(from, file), "utf8")));
        } else {
            cpSync(join(from, file), to);
        }
    }
    return `/web/${folder}`;
}

// Without the names of files that are not here: source maps, web fonts.
function alone(text) {
    return text.replace(/\n(\/\/|\/\*)# sourceMappingURL=\S+\.map( \*\/)?\s*$/, "\n").replace(/@font-face\s*\{[^}]*\}/g, "");
}

function ours(places) {
    const files = readdirSync(join(HERE, "myna")).sort();
    const texts = new Map(files.map((file) => [file, named(join(HERE, "myna", file), places)]));
    const hash = createHash("sha256");
    texts.forEach((text, file) => hash.update(file).update(text));
    const folder = `myna-${hash.digest("hex").slice(0, 12)}`;
    mkdirSync(join(OUT, folder), { recursive: true });
    texts.forEach((text, file) => writeFileSync(join(OUT, folder, file), text));
    return `/web/${folder}`;
}

function named(file, places) {
    return readFileSync(file, "utf8").replace(/\/web\/(\w+)\//g, (whole, name) => (places[name] ?? whole.slice(0, -1)) + "/");
}

function lay(folder, to) {
    rmSync(to, { recursive: true, force: true });
    for (const page of readdirSync(join(HERE, folder), { recursive: true, withFileTypes: true })) {
        if (page.isFile()) {
            const from = join(page.parentPath ?? page.path, page.name);
            const file = join(to, relative(join(HERE, folder), from));
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, named(from, places));
        }
    }
}

install(MODULE);
rmSync(OUT, { recursive: true, force: true });
const places = {
    converse: library("converse.js", "converse", CONVERSE),
    strophe: library("strophe.js", "strophe", STROPHE),
};
places.myna = ours(places);
lay("pages", PAGES);
lay("admin", ADMIN);
