// An administrator makes a user: admin-user.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD USER PASSWORD
import { openBrowser } from "./browser.mjs";
import { enter, said } from "./administrator.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password, user, usersPassword] = here.rest;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const admin = await browser.person("admin");
        const { page } = admin;
        await page.goto("/admin/");
        await page.fill("#user", jid);
        await page.fill("#password", "not " + password);
        await page.press("#password", "Enter");
        await page.getByRole("alert").getByText("do not belong together").waitFor();
        ok("a wrong password is told");
        await enter(admin, jid, password, "dashboard");
        await page.getByRole("link", { name: "Users" }).first().click();
        await page.getByRole("link", { name: "New user" }).click();
        await page.getByLabel("Name").fill(user.split("@")[0]);
        await page.getByLabel("Password").fill(usersPassword);
        await page.getByRole("button", { name: "Make the account" }).click();
        await said(admin, `The account ${user} was made.`);
        await page.goto("/admin/newuser");
        await page.getByLabel("Name").fill(user.split("@")[0]);
        await page.getByLabel("Password").fill(usersPassword);
        await page.getByRole("button", { name: "Make the account" }).click();
        await said(admin, "there is an account");
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});
