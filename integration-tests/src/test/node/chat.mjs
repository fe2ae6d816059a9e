// Two people at /chat, one by WebSocket and one by BOSH only: chat.mjs DOMAIN ADDRESS PORT PICTURES JULIET PASSWORD ROMEO PASSWORD
import { openBrowser } from "./browser.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, julietsJid, julietsPassword, romeosJid, romeosPassword] = here.rest;
const nameOf = (jid) => jid.split("@")[0];
const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const juliet = await browser.person("juliet");
        const romeo = await browser.person("romeo", { colorScheme: "dark" });
        await arrive(juliet, romeo);
        await becomeFriends(juliet, romeo);
        await talk(juliet, romeo);
        await reload(juliet, romeo);
        await leave(juliet);
        await onAPhone(await browser.person("phone", { ...PHONE, locale: "zh-CN" }));
        await comeBack(await browser.person("regular"));
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
        await interrupted(await browser.person("traveller"));
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});

async function enter(person, jid, password, query = "") {
    await person.page.goto("/chat" + query);
    await typeIn(person, nameOf(jid), password);
}

async function typeIn({ page }, name, password) {
    await page.fill("#name", name);
    await page.fill("#password", password);
    await page.press("#password", "Enter");
}

const isIn = ({ page }) => page.waitForSelector("body[data-shown=chat] converse-user-profile");

async function arrive(juliet, romeo) {
    await juliet.page.goto("/");
    await juliet.page.waitForSelector(`#domains:has-text("${here.domain}")`);
    await juliet.picture("start");
    await juliet.page.click("a[href='/chat']");
    await juliet.page.waitForSelector("#name:focus");
    await juliet.picture("door");
    await typeIn(juliet, nameOf(julietsJid), "not " + julietsPassword);
    await juliet.page.waitForSelector("#trouble:has-text('do not belong together')");
    await juliet.picture("wrong-password");
    await juliet.page.waitForSelector("#password:focus");
    await typeIn(juliet, nameOf(julietsJid), julietsPassword);
    await isIn(juliet);
    check("juliet comes in by WebSocket", juliet.webSockets > 0 && juliet.posts.length === 0);
    await enter(romeo, romeosJid, romeosPassword, "?transport=bosh");
    await isIn(romeo);
    check("romeo comes in by BOSH", romeo.webSockets === 0 && romeo.posts.length > 0);
    await juliet.picture("arrived");
}

async function becomeFriends(juliet, romeo) {
    const { page } = juliet;
    await page.click("#converse-roster .dropdown-toggle");
    await page.click("#converse-roster .dropdown-item:has-text('Add a contact')");
    await page.fill("converse-add-contact-modal input[name=jid]", romeosJid);
    await page.fill("converse-add-contact-modal input[name=name]", "Romeo");
    await juliet.picture("add-contact");
    await page.click("converse-add-contact-modal button[type=submit]");
    await romeo.page.click(`#converse-roster .open-chat[data-jid="${julietsJid}"]`);
    await romeo.page.waitForSelector("button:has-text('Approve')");
    await romeo.picture("request");
    await romeo.page.click("button:has-text('Approve')");
    await romeo.page.click("converse-accept-contact-request-modal button[type=submit]");
    await page.waitForSelector(`li[data-status=online] .open-chat[data-jid="${romeosJid}"]`);
    await romeo.page.waitForSelector(`li[data-status=online] .open-chat[data-jid="${julietsJid}"]`);
    ok("they subscribe to each other");
}

async function says({ page }, text) {
    await page.fill("textarea.chat-textarea", text);
    await page.press("textarea.chat-textarea", "Enter");
}

const hears = ({ page }, text) => page.waitForSelector(`.chat-msg__text:has-text("${text}")`);

async function talk(juliet, romeo) {
    await juliet.page.click(`#converse-roster .open-chat[data-jid="${romeosJid}"]`);
    await says(juliet, "By whose direction found'st thou out this place? <b>&amp;</b>");
    await hears(romeo, "found'st thou out this place? <b>&amp;</b>");
    await says(romeo, "By love, that first did prompt me to enquire :)");
    await hears(juliet, "that first did prompt me");
    ok("they chat both ways");
    await juliet.picture("chat");
    await romeo.picture("chat");
    await juliet.page.click("converse-emoji-dropdown button");
    await juliet.page.waitForSelector("converse-emoji-picker .insert-emoji");
    await juliet.picture("emoji");
    await juliet.page.keyboard.press("Escape");
}

async function reload(juliet, romeo) {
    const before = romeo.posts.length;
    const sid = sidOf(romeo.posts[before - 1]);
    await Promise.all([juliet.page.reload(), romeo.page.reload()]);
    await Promise.all([isIn(juliet), isIn(romeo)]);
    await Promise.all([hears(juliet, "that first did prompt me"), hears(romeo, "found'st thou out")]);
    await says(juliet, "What satisfaction canst thou have tonight?");
    await hears(romeo, "What satisfaction");
    await says(romeo, "Th'exchange of thy love's faithful vow for mine");
    await hears(juliet, "faithful vow");
    ok("after a reload they go on");
    const after = romeo.posts.slice(before);
    check("romeo's BOSH session is the same", after.length > 0 && after.every((post) => sidOf(post) === sid));
    await juliet.picture("reloaded");
}

const sidOf = (post) => /sid=["']([^"']+)/.exec(post)?.[1];

async function leave(juliet) {
    const { page } = juliet;
    await page.click("converse-user-profile .change-status");
    await page.waitForSelector("converse-profile-modal.show");
    await juliet.picture("status");
    await page.click("converse-profile-modal button:has-text('Log out')");
    await page.click("converse-confirm-modal button[type=submit]");
    await page.waitForSelector("#name:focus");
    await page.reload();
    await page.waitForSelector("#name:focus");
    const kept = await page.evaluate(() => [sessionStorage, localStorage].map((store) => JSON.stringify(store)).join());
    check(`who logs out stays out, and nothing is kept: ${kept}`, !/converse|@|myna.chat/.test(kept));
}

async function onAPhone(phone) {
    await phone.page.goto("/chat");
    await phone.page.waitForSelector("label:has-text('密码')");
    await phone.picture("door");
    await phone.page.click("button:has-text('English')");
    await phone.page.waitForSelector("label:has-text('Password')");
    await phone.page.click("button:has-text('中文')");
    ok("the page speaks Chinese to those who want it");
    await typeIn(phone, nameOf(julietsJid), julietsPassword);
    await isIn(phone);
    await phone.picture("arrived");
    await phone.page.click(`#converse-roster .open-chat[data-jid="${romeosJid}"]`);
    await says(phone, "Good night, good night!");
    await hears(phone, "Good night, good night!");
    await phone.picture("chat");
}

async function comeBack(regular) {
    await regular.page.goto("/chat");
    await regular.page.check("#keep");
    await typeIn(regular, nameOf(julietsJid), julietsPassword);
    await isIn(regular);
    const page = await regular.page.context().newPage();
    await regular.page.close();
    await page.goto("/chat");
    await isIn({ page });
    ok("who asked to be kept signed in still is, in another tab");
    const kept = await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage));
    check("a password is never kept", !kept.includes(julietsPassword));
    regular.page = page;
}

async function interrupted(traveller) {
    const { page } = traveller;
    await page.goto("/chat");
    await page.waitForSelector("#name:focus");
    await page.context().setOffline(true);
    await typeIn(traveller, nameOf(romeosJid), romeosPassword);
    await page.waitForSelector("#news:has-text('has not answered yet')");
    await traveller.picture("offline");
    await page.context().setOffline(false);
    await isIn(traveller);
    ok("who has no network is told so, and comes in when there is one");
}
