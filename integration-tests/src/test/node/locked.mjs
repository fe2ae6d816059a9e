// Somebody whose account is locked, at /chat, by both doors: locked.mjs DOMAIN ADDRESS PORT PICTURES JID PASSWORD
import { openBrowser } from "./browser.mjs";
import { ok, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password] = here.rest;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        for (const query of ["", "?transport=bosh"]) {
            const { page } = await browser.person("locked");
            await page.goto("/chat" + query);
            await page.fill("#name", jid.split("@")[0]);
            await page.fill("#password", password);
            await page.press("#password", "Enter");
            await page.waitForSelector("#trouble:has-text('account is locked')");
            ok("who is locked is told so" + query);
        }
        await browser.picturesOfAll("told");
    } finally {
        await browser.close();
    }
});
