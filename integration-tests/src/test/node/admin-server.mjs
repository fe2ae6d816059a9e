// An administrator governs the server itself: admin-server.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD
import { openBrowser } from "./browser.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password] = here.rest;
const PAGES = ["settings", "certificates", "logs", "database", "broadcast"];
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const admin = await browser.person("admin");
        await enter(admin);
        await changeASetting(admin);
        await seeTheCertificate(admin);
        await turnTheLogUp(admin);
        await tellEverybody(admin);
        await lookAt(admin, "light");
        const night = await browser.person("night", { colorScheme: "dark" });
        await enter(night);
        await lookAt(night, "dark");
        const phone = await browser.person("phone", { ...PHONE, locale: "zh-CN" });
        await enter(phone);
        await lookAt(phone, "phone");
        await fits(phone);
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});

async function enter({ page }) {
    await page.goto("/admin/settings");
    await page.fill("#user", jid);
    await page.fill("#password", password);
    await page.click("button.strong");
    await page.waitForURL("**/admin/settings");
}

async function said({ page }, words) {
    await page.locator("#messages").getByText(words).waitFor();
    ok(words);
}

async function changeASetting(person) {
    const { page } = person;
    await page.getByRole("link", { name: "myna.registration", exact: true }).click();
    await page.getByLabel("Value").selectOption("open");
    await page.getByRole("button", { name: "Save" }).click();
    await said(person, "myna.registration is open now.");
    await page.getByRole("button", { name: "As at the start" }).click();
    await said(person, "myna.registration is closed again, as at the start.");
    await page.goto("/admin/settings?key=myna.login.retries");
    await page.getByLabel("Value").fill("17");
    await page.getByRole("button", { name: "Save" }).click();
    await said(person, "2 to 5");
    await page.goto("/admin/settings?key=myna.domain");
    check("what needs a restart cannot be typed", (await page.getByRole("button", { name: "Save" }).count()) === 0);
    await page.goto("/admin/settings?key=myna.login.retries");
    await person.picture("setting");
}

async function seeTheCertificate(person) {
    const { page } = person;
    await page.goto("/admin/certificates");
    await page.getByText("signs itself").waitFor();
    await page.getByLabel("Certificate chain").fill("nothing");
    await page.getByLabel("Private key").fill("nothing");
    await page.getByRole("button", { name: "Install" }).click();
    await person.picture("certificate-asked");
    await page.getByRole("button", { name: "Yes" }).click();
    await said(person, "no certificate");
    check("the key is not shown again", (await page.getByLabel("Private key").inputValue()) === "");
}

async function turnTheLogUp(person) {
    const { page } = person;
    await page.goto("/admin/logs");
    await page.getByLabel("Package").selectOption("im.myna");
    await page.locator("[id='levels:wanted']").selectOption("DEBUG");
    await page.getByRole("button", { name: "Change" }).click();
    await said(person, "from now on: Debug");
    await page.getByRole("button", { name: "As the package above" }).click();
    await said(person, "as the package above");
    await page.goto("/admin/logs?level=ERROR&text=nothing+says+this");
    await page.getByText("Nothing was said.").waitFor();
}

async function tellEverybody(person) {
    const { page } = person;
    await page.goto("/admin/broadcast");
    await page.getByLabel("Also those who are away").check();
    await page.getByLabel("Subject").fill("tonight");
    await page.locator("[id='broadcast:body']").fill("the server rests");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("button", { name: "Yes" }).click();
    await said(person, "The message goes out to 0 sessions, and waits for those who are away.");
}

async function lookAt(person, light) {
    for (const name of PAGES) {
        await person.page.goto("/admin/" + name);
        await person.page.getByRole("heading", { level: 1 }).waitFor();
        await person.page.screenshot({ path: `${pictures}/admin-${name}-${light}.png`, fullPage: true });
    }
    ok("all pages are there: " + light);
}

/** Nothing is wider than the phone. */
async function fits({ page }) {
    for (const name of PAGES) {
        await page.goto("/admin/" + name);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        check(`${name} fits on a phone, by ${wide}`, wide <= 0);
    }
}
