// A browser, and people in it, each with a browser profile of their own. Whatever a page complains about is a fault.
import { chromium } from "playwright-core";

const PROGRAM = "/usr/bin/chromium";
const PATIENCE = 20000;
const QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

export async function openBrowser({ domain, address, origin }, pictures) {
    const browser = await chromium.launch({
        executablePath: PROGRAM,
        args: [...QUIET, `--host-resolver-rules=MAP ${domain} ${address}`],
    });
    const people = [];
    return {
        async person(name, options = {}) {
            const context = await browser.newContext({
                baseURL: origin,
                ignoreHTTPSErrors: true, // the certificate of the tests signs itself
                locale: "en-US",
                reducedMotion: "reduce", // pictures show how it ends
                viewport: { width: 1200, height: 800 },
                ...options,
            });
            const person = new Person(name, await context.newPage(), pictures);
            people.push(person);
            return person;
        },
        faults: () => people.flatMap((person) => person.faults),
        async picturesOfAll(why) {
            await Promise.all(people.map((person) => person.picture(why)));
        },
        close: () => browser.close(),
    };
}

class Person {
    faults = [];
    webSockets = 0;
    posts = []; // to the door of BOSH

    constructor(name, page, pictures) {
        this.name = name;
        this.page = page;
        this.pictures = pictures;
        page.setDefaultTimeout(PATIENCE);
        page.on("console", (message) => {
            if (message.type() === "error") {
                this.faults.push(`${name}: ${message.text()} (${message.location().url})`);
            }
        });
        page.on("pageerror", (error) => this.faults.push(`${name}: ${error.stack ?? error}`));
        page.on("websocket", () => this.webSockets++);
        page.on("request", (request) => {
            if (request.method() === "POST" && new URL(request.url()).pathname === "/http-bind") {
                this.posts.push(request.postData() ?? "");
            }
            if (!request.url().startsWith("data:") && !request.url().startsWith("blob:")) {
                this.elsewhere(new URL(request.url()));
            }
        });
    }

    elsewhere(url) {
        const home = this.page.url();
        if (home.startsWith("http") && url.host !== new URL(home).host) {
            this.faults.push(`${this.name}: the page asks another server: ${url}`);
        }
    }

    picture(title) {
        return this.page.screenshot({ path: `${this.pictures}/${title}-${this.name}.png` });
    }
}
