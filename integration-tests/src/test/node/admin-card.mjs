// An administrator looks who a user is: admin-card.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD USER PASSWORD
import { openBrowser } from "./browser.mjs";
import { confirm, enter, said } from "./administrator.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password, user] = here.rest;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const admin = await browser.person("admin");
        const { page } = admin;
        await enter(admin, jid, password, "dashboard");
        await page.goto("/admin/user?jid=" + encodeURIComponent(user));
        await page.locator("#card").getByText("Juliet Capulet").waitFor();
        ok("the user has a name");
        const width = await page.getByAltText("Photo").evaluate((image) => image.naturalWidth);
        check("and a photo", width === 64);
        await admin.picture("admin-card");
        await page.locator("#card").getByRole("button", { name: "Delete" }).click();
        await confirm(admin, user);
        await said(admin, `The vCard of ${user} was deleted.`);
        await page.locator("#card").waitFor({ state: "detached" });
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});
