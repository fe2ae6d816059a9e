// A walk through the admin pages: admin.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD USER PASSWORD
import { openBrowser } from "./browser.mjs";
import { enter, said } from "./administrator.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password, user] = here.rest;
const PAGES = ["dashboard", "users", "newuser", "user?jid=" + encodeURIComponent(user), "sessions", "audit", "tokens", "about"];
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const day = await browser.person("day");
        await day.page.goto("/admin/");
        await day.picture("admin-door");
        await enter(day, jid, password, "tokens");
        await makeAToken(day);
        await lookAt(day, "light");
        await byKeyboard(day);
        const night = await browser.person("night", { colorScheme: "dark" });
        await night.page.goto("/admin/");
        await night.picture("admin-door");
        await enter(night, jid, password, "about");
        await lookAt(night, "dark");
        await byDay(night);
        const phone = await browser.person("phone", { ...PHONE, locale: "zh-CN" });
        await enter(phone, jid, password, "about");
        await lookAt(phone, "phone");
        await openMenu(phone);
        await day.page.getByRole("button", { name: "Log out" }).click();
        await day.page.getByText("You are logged out.").waitFor();
        ok("who goes is told so");
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});

async function makeAToken(person) {
    await person.page.getByRole("textbox", { name: "Name" }).fill("backup script");
    await person.page.getByRole("button", { name: "Make the token" }).click();
    await said(person, "There is a new token: backup script.");
    const secret = await person.page.locator("#secret").textContent();
    check("the secret is shown", secret.startsWith("myna_"));
    await person.page.reload();
    check("and only once", !(await person.page.content()).includes(secret));
}

/** All pages; none is wider than the window. */
async function lookAt({ page }, light) {
    for (const name of PAGES) {
        await page.goto("/admin/" + name);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.screenshot({ path: `${pictures}/admin-${name.split("?")[0]}-${light}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        check(`${name} fits: ${light}, ${wide}`, wide <= 0);
    }
}

async function byKeyboard({ page }) {
    await page.goto("/admin/users");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    check("the first key leads to the content", await page.evaluate(() => document.activeElement.id === "content"));
}

async function byDay({ page }) {
    const look = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await look();
    await page.getByRole("button", { name: "As the device" }).click();
    await page.locator("html[data-look=light]").waitFor();
    check("the switch makes it light", (await look()) !== dark);
    await page.getByRole("button", { name: "中文" }).click();
    await page.locator("html[lang=zh-CN]").waitFor();
    ok("and Chinese");
}

async function openMenu({ page }) {
    const users = page.getByRole("link", { name: "用户" }).first();
    await page.goto("/admin/about");
    check("on a phone the menu is closed", !(await users.isVisible()));
    await page.getByRole("button", { name: "菜单" }).click();
    await users.waitFor();
    ok("and can be opened");
}
