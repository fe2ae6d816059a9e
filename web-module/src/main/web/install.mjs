// Installs what the package-lock.json in a folder names: `node install.mjs FOLDER`. Costs nothing when it is there already,
// and then needs no network either.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export function install(folder) {
    const stamp = join(folder, "node_modules", ".myna-installed");
    const wanted = ["package.json", "package-lock.json"]
        .reduce((hash, file) => hash.update(readFileSync(join(folder, file))), createHash("sha256"))
        .digest("hex");
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
        return;
    }
    // Nothing of what is installed has to run on this machine to be of use.
    const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"], {
        cwd: folder,
        stdio: ["ignore", "inherit", "inherit"],
        shell: process.platform === "win32",
    });
    if (npm.error || npm.status !== 0) {
        console.error(npm.error?.code === "ENOENT" ? "npm is not installed" : "npm ci failed in " + folder);
        process.exit(1);
    }
    writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    install(process.argv[2]);
}
