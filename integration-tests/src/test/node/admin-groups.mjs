// An administrator makes a group and says who is in it: admin-groups.mjs DOMAIN ADDRESS PORT PICTURES ADMIN PASSWORD
import { openBrowser } from "./browser.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, jid, password] = here.rest;
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };
const ONE = "/admin/group?id=house@" + here.domain;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const admin = await browser.person("admin");
        await enter(admin);
        await make(admin);
        await share(admin);
        await fill(admin);
        await find(admin);
        await lookAt(admin, "light");
        const night = await browser.person("night", { colorScheme: "dark" });
        await enter(night);
        await lookAt(night, "dark");
        const phone = await browser.person("phone", { ...PHONE, locale: "zh-CN" });
        await enter(phone);
        await lookAt(phone, "phone");
        await takeOut(admin);
        await removeIt(admin);
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
    await page.goto("/admin/groups");
    await page.fill("#user", jid);
    await page.fill("#password", password);
    await page.click("button.strong");
    await page.waitForURL("**/admin/groups");
}

async function said({ page }, words) {
    await page.locator("#messages").getByText(words).waitFor();
    ok(words);
}

async function make(person) {
    const { page } = person;
    await page.locator("[id='another:name']").fill("two words");
    await page.getByRole("button", { name: "Make the group" }).click();
    await said(person, "cannot be named “two words”");
    await page.locator("[id='another:name']").fill("house");
    await page.locator("[id='another:called']").fill("The House of Capulet");
    await page.getByRole("button", { name: "Make the group" }).click();
    await page.waitForURL(/[/]admin[/]group[^s?]*[?]id=/);
    await said(person, "“The House of Capulet” is there now");
}

async function share(person) {
    const { page } = person;
    await page.getByLabel("Description").fill("Two households, both alike in dignity");
    await page.getByLabel("On whose contact lists it is").selectOption("Members of some groups");
    await page.getByLabel("Groups that see it").selectOption(["The House of Capulet"]);
    await page.getByRole("button", { name: "Save" }).click();
    await said(person, "“The House of Capulet” is saved");
    check("the choice stays", (await page.getByLabel("On whose contact lists it is").inputValue()) === "GROUPS");
    check("the audience stays", (await page.getByLabel("Groups that see it").inputValue()) === `house@${here.domain}`);
}

async function fill(person) {
    const { page } = person;
    await page.getByPlaceholder("Addresses of accounts").fill("admin");
    await page.getByRole("button", { name: "Put in" }).click();
    await said(person, `admin@${here.domain} is in the group now.`);
    await page.getByPlaceholder("Addresses of accounts").fill(`juliet\ntybalt@${here.domain}, admin`);
    await page.getByRole("button", { name: "Put in" }).click();
    await said(person, "3 accounts are in the group now.");
    await page.getByPlaceholder("Addresses of accounts").fill("nobody");
    await page.getByRole("button", { name: "Put in" }).click();
    await said(person, "there is no account nobody@" + here.domain);
}

async function find(person) {
    const { page } = person;
    await page.goto("/admin/groups?search=capu");
    await page.getByRole("link", { name: "The House of Capulet" }).waitFor();
    await page.goto("/admin/groups?search=montague");
    await page.getByText("There is no such group.").waitFor();
    await page.goto(ONE + "&search=tyb");
    await page.getByText("Members: 1").waitFor();
    ok("what is looked for is found");
}

async function takeOut(person) {
    const { page } = person;
    await page.goto(ONE);
    await page.getByRole("row", { name: "tybalt" }).getByRole("button", { name: "Take out" }).click();
    await person.picture("group-asked");
    await page.getByRole("button", { name: "Yes" }).click();
    await said(person, `tybalt@${here.domain} is no longer in the group.`);
    check("he is gone from the list", (await page.getByRole("row", { name: "tybalt" }).count()) === 0);
}

async function removeIt(person) {
    const { page } = person;
    await page.goto(ONE);
    await page.getByRole("button", { name: "Remove the group" }).click();
    await page.getByText("with its 2 members from all contact lists?").waitFor();
    await page.getByRole("button", { name: "Yes" }).click();
    await page.waitForURL(/[/]admin[/]groups[^?]*[?]domain=/);
    await said(person, "“The House of Capulet” is removed.");
}

/** Nothing is wider than the screen. */
async function lookAt({ page }, light) {
    for (const [name, path] of [["groups", "/admin/groups"], ["group", ONE]]) {
        await page.goto(path);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.screenshot({ path: `${pictures}/admin-${name}-${light}.png`, fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        check(`${name} fits on the screen, ${light}, by ${wide}`, wide <= 0);
    }
}
