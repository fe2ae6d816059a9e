// An administrator finds who is here: admin-session.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD USER PASSWORD
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
        await enter(admin, jid, password, "sessions");
        await page.getByPlaceholder("A part of the name").fill(user.split("@")[0]);
        await page.getByRole("button", { name: "Search" }).click();
        await page.locator("#sessions_data a").getByText(user).click();
        await page.getByRole("heading", { level: 1, name: user }).waitFor();
        ok("the user is among the sessions");
        await page.getByLabel("Subject").fill("tonight");
        await page.getByLabel("Message", { exact: true }).fill("come to the balcony");
        await page.getByRole("button", { name: "Send", exact: true }).click();
        await said(admin, "The message was sent to " + user);
        await admin.picture("admin-session");
        await page.getByRole("button", { name: "Close the session" }).click();
        await confirm(admin, user);
        await page.waitForURL("**/admin/sessions*");
        await said(admin, "was closed");
        await page.goto("/admin/user?jid=" + encodeURIComponent(user));
        await page.getByRole("button", { name: "Lock", exact: true }).click();
        await page.locator(".ui-confirm-dialog").getByText("cannot log in").waitFor();
        await admin.picture("admin-asked");
        await confirm(admin, user);
        await said(admin, user + " is locked.");
        await page.getByText("locked", { exact: true }).waitFor();
        await page.goto("/admin/audit?subject=" + encodeURIComponent(user));
        await page.getByText("user.lock").waitFor();
        await page.getByText("session.message").waitFor();
        ok("the audit log has it");
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});
