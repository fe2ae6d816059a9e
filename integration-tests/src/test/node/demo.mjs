// Two people at /strophe-demo, one by each door: demo.mjs DOMAIN ADDRESS PORT PICTURES JULIET PASSWORD ROMEO PASSWORD
import { openBrowser } from "./browser.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, julietsJid, julietsPassword, romeosJid, romeosPassword] = here.rest;

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const juliet = await browser.person("demo-juliet");
        const romeo = await browser.person("demo-romeo", { colorScheme: "dark" });
        await enter(juliet, julietsJid, julietsPassword, "websocket");
        await enter(romeo, romeosJid, romeosPassword, "bosh");
        check("one by each door", juliet.webSockets === 1 && juliet.posts.length === 0 && romeo.webSockets === 0);
        await becomeFriends(juliet, romeo);
        await talk(juliet, romeo);
        await reload(juliet, romeo);
        await console_(juliet);
        await leave(juliet, romeo);
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});

async function enter(person, jid, password, door) {
    const { page } = person;
    await page.goto("/strophe-demo");
    await page.fill("#jid", jid);
    await page.fill("#password", "not " + password);
    await page.check(`[value=${door}]`);
    await person.picture("door");
    await page.press("#password", "Enter");
    await page.waitForSelector("#status:has-text('wrong name or password')");
    await page.waitForSelector("#entrance");
    await page.reload();
    person.webSockets = 0;
    await page.fill("#jid", jid);
    await page.fill("#password", password);
    await page.check(`[value=${door}]`);
    await page.press("#password", "Enter");
    await page.waitForSelector(`#status:has-text("by ${door}")`);
}

const contact = (jid, present) => `.contact[data-present="${present}"]:has-text("${jid}")`;

async function becomeFriends(juliet, romeo) {
    await juliet.page.fill("#new-contact", romeosJid);
    await juliet.page.press("#new-contact", "Enter");
    await romeo.page.waitForSelector("#requests button");
    await romeo.picture("request");
    await romeo.page.click("#requests button:has-text('Approve')");
    await juliet.page.click("#requests button:has-text('Approve')");
    await juliet.page.waitForSelector(contact(romeosJid, true) + ":has-text('both')");
    await romeo.page.waitForSelector(contact(julietsJid, true) + ":has-text('both')");
    ok("they subscribe to each other");
    await romeo.page.selectOption("#show", "dnd");
    await romeo.page.click("#presence button");
    await juliet.page.waitForSelector(contact(romeosJid, true) + ":has-text('dnd')");
    ok("a status is seen");
}

async function says({ page }, jid, text) {
    await page.click(`.contact:has-text("${jid}")`);
    await page.fill("#body", text);
    await page.press("#body", "Enter");
}

const hears = ({ page }, text) => page.waitForSelector(`#messages .theirs:has-text("${text}")`);

async function talk(juliet, romeo) {
    await says(juliet, romeosJid, "Wilt thou be gone? <i>it is not yet near day</i>");
    await hears(romeo, "<i>it is not yet near day</i>");
    await says(romeo, julietsJid, "It was the lark");
    await hears(juliet, "It was the lark");
    ok("they chat both ways");
    await juliet.picture("chat");
    await romeo.picture("chat");
}

async function reload(juliet, romeo) {
    const resource = await romeo.page.textContent("#status");
    await Promise.all([juliet.page.reload(), romeo.page.reload()]);
    await romeo.page.waitForSelector(`#status:has-text("${resource}")`);
    await juliet.page.waitForSelector(contact(romeosJid, true));
    await romeo.page.waitForSelector(contact(julietsJid, true));
    await says(juliet, romeosJid, "It was the nightingale");
    await hears(romeo, "It was the nightingale");
    await says(romeo, julietsJid, "Come, death, and welcome");
    await hears(juliet, "Come, death, and welcome");
    ok("after a reload they go on, by BOSH in the same session");
}

async function console_(person) {
    const { page } = person;
    await page.fill("#stanza", "<iq type='get'");
    await page.click("#raw button");
    await page.waitForSelector("#malformed:has-text('not well-formed')");
    // Chromium's own words about XML have a style that the policy does not let it apply.
    person.faults = person.faults.filter((fault) => !fault.includes("Applying inline style"));
    await page.fill("#stanza", "<iq xmlns='jabber:client' type='get' id='by-hand'><ping xmlns='urn:xmpp:ping'/></iq>");
    await page.click("#raw button");
    await page.waitForSelector("#console .in:has-text('by-hand')");
    ok("a stanza written by hand is answered");
}

async function leave(juliet, romeo) {
    await juliet.page.click("#logout");
    await juliet.page.waitForSelector("#entrance");
    await romeo.page.waitForSelector(contact(julietsJid, false));
    await juliet.page.reload();
    await juliet.page.waitForSelector("#entrance");
    check("who logs out stays out", (await juliet.page.evaluate(() => sessionStorage.length)) === 0);
}
