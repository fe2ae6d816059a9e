// An administrator shares a group with two in it: admin-share.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD USER PASSWORD USER PASSWORD
import { openBrowser } from "./browser.mjs";
import { enter, said } from "./administrator.mjs";
import { check, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password, one, , other] = here.rest;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const admin = await browser.person("admin");
        const { page } = admin;
        await enter(admin, jid, password, "groups");
        await page.locator("[id='another:name']").fill("verona");
        await page.locator("[id='another:called']").fill("Verona");
        await page.getByRole("button", { name: "Make the group" }).click();
        await said(admin, "“Verona” is there now");
        await page.getByLabel("On whose contact lists it is").selectOption("Everybody of the domain");
        await page.getByRole("button", { name: "Save" }).click();
        await said(admin, "“Verona” is saved");
        for (const user of [one, other]) {
            await page.getByPlaceholder("Addresses of accounts").fill(user.split("@")[0]);
            await page.getByRole("button", { name: "Put in" }).click();
            await said(admin, user + " is in the group now.");
        }
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});
