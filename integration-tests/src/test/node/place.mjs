// Where the server is, and how a script of the tests says what it saw.
import { createRequire } from "node:module";

const PATIENCE = 20000;

/** The first arguments of every script; what follows are JIDs and passwords in turn. */
export function place() {
    const [domain, address, port, ...rest] = process.argv.slice(2);
    return { domain, address, origin: `https://${domain}:${port}`, rest };
}

/** Makes this process find the server by the name that its certificate is for. */
export function findByName({ domain, address }) {
    const dns = createRequire(import.meta.url)("node:dns");
    const lookup = dns.lookup;
    dns.lookup = (host, ...more) => lookup(host === domain ? address : host, ...more);
}

export function ok(what) {
    console.log("ok - " + what);
}

export function check(what, right) {
    if (!right) {
        throw new Error("wrong - " + what);
    }
    ok(what);
}

/** For a promise that may never come true. */
export function within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error("waited in vain for " + what)), PATIENCE);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs a script; its exit code says how that went. */
export async function run(script) {
    try {
        await script();
        process.exit(0);
    } catch (error) {
        console.log(error.stack);
        process.exit(1);
    }
}
