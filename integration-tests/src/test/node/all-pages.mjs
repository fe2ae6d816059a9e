// Pictures of all admin pages: all-pages.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD USER PASSWORD
// Wide and on a phone, light and dark, English and Chinese. None is wider than the window.
import { openBrowser } from "./browser.mjs";
import { enter } from "./administrator.mjs";
import { check, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password, user] = here.rest;
const id = encodeURIComponent(user);
const PAGES = [
    ["dashboard"], ["users"], ["newuser"], ["user", `?jid=${id}`], ["groups"], ["group", `?id=verona@${here.domain}`], ["sessions"],
    ["session", `?jid=${encodeURIComponent(user + "/smack")}`], ["broadcast"], ["audit"], ["tokens"], ["settings"], ["certificates"], ["logs"], ["database"], ["about"],
    ["nothing"],
];
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const WAYS = {
    light: {},
    dark: { colorScheme: "dark", locale: "zh-CN" },
    phone: PHONE,
    "phone-dark": { ...PHONE, colorScheme: "dark", locale: "zh-CN" },
};

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        for (const [way, options] of Object.entries(WAYS)) {
            await lookAt(await browser.person(way, options), way);
        }
        const faults = browser.faults().filter((fault) => !fault.includes("/admin/nothing"));
        check("no page complained: " + faults.join("\n"), faults.length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        throw error;
    } finally {
        await browser.close();
    }
});

async function lookAt(person, way) {
    const { page } = person;
    await page.goto("/admin/");
    await page.screenshot({ path: `${pictures}/all-door-${way}.png` });
    await enter(person, jid, password, "about");
    for (const [name, asked] of PAGES) {
        await page.goto(`/admin/${name}${asked ?? ""}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.screenshot({ path: `${pictures}/all-${name}-${way}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        check(`${name} fits: ${way}, ${wide}`, wide <= 0);
    }
}
