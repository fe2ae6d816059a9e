// The description of REST in a browser, read and tried out: api-docs.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD
import { openBrowser } from "./browser.mjs";
import { check, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password] = here.rest;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const reader = await browser.person("reader");
        const { page } = reader;
        await page.goto("/api/docs");
        await page.waitForSelector(".opblock-summary-path[data-path='/api/v1/status']");
        check("what there is can be read", (await page.locator(".opblock").count()) > 15);
        await reader.picture("api-docs");
        await authorize(page);
        await tryOut(page, "/api/v1/status");
        check("an administrator is answered", (await status(page)) === "200");
        await reader.picture("api-docs-tried");
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});

async function authorize(page) {
    await page.click(".auth-wrapper .btn.authorize");
    const form = page.locator(".auth-container", { hasText: "basic" });
    await form.locator("input[name=username]").fill(jid);
    await form.locator("input[name=password]").fill(password);
    await form.locator("button[type=submit]").click();
    await page.click(".btn-done");
}

async function tryOut(page, path) {
    await page.click(`.opblock-summary-path[data-path='${path}']`);
    await page.click(".try-out__btn");
    await page.click(".execute");
}

const status = async (page) =>
    (await page.locator(".live-responses-table .response-col_status").last().innerText()).trim().slice(0, 3);
