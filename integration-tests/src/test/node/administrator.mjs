// What administrators do on every page.
import { ok } from "./place.mjs";

/** Logs in, and is on that page. */
export async function enter({ page }, jid, password, name) {
    await page.goto("/admin/" + name);
    await page.fill("#user", jid);
    await page.fill("#password", password);
    await page.press("#password", "Enter");
    await page.waitForURL("**/admin/" + name);
}

/** Waits until the page says that. */
export async function said({ page }, words) {
    await page.locator("#messages").getByText(words).waitFor();
    ok(words);
}

/** Answers what is asked before something is destroyed; the question names it. */
export async function confirm({ page }, named) {
    await page.locator(".ui-confirm-dialog").getByText(named).waitFor();
    await page.getByRole("button", { name: "Yes" }).click();
}
