// Somebody sees who his contact is, and says who he is, at /chat: portraits.mjs DOMAIN ADDRESS PORT PICTURES ROMEO PASSWORD JULIET PASSWORD
import { openBrowser } from "./browser.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, romeosJid, password, julietsJid] = here.rest;
const PNG = "data:image/png;base64,iVBOR";

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const romeo = await browser.person("portraits");
        const { page } = romeo;
        await page.goto("/chat");
        await page.fill("#name", romeosJid.split("@")[0]);
        await page.fill("#password", password);
        await page.press("#password", "Enter");
        const juliet = `#converse-roster .open-chat[data-jid="${julietsJid}"]`;
        await page.waitForSelector(`${juliet}:has-text("Juliet Capulet")`);
        ok("a contact has the name that she gave herself");
        await page.waitForSelector(`${juliet} [href^="${PNG}"], ${juliet} [src^="${PNG}"]`, { state: "attached" });
        ok("she has her photo");
        await page.click(juliet);
        await page.waitForSelector("textarea.chat-textarea");
        await romeo.picture("chat");
        await page.click("converse-user-profile .show-profile");
        await page.waitForSelector("converse-profile-modal input[name=fn]");
        await romeo.picture("profile");
        check("he sees what he said", (await page.inputValue("converse-profile-modal input[name=fn]")) === "Romeo Montague");
        await page.fill("converse-profile-modal input[name=fn]", "Romeo of Verona");
        await page.click("converse-profile-modal #profile-tabpanel button[type=submit]");
        await page.waitForSelector("converse-user-profile:has-text('Romeo of Verona')");
        check("no page complained: " + browser.faults().join("\n"), browser.faults().length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});
