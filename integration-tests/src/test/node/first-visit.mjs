// Somebody sets the server up: first-visit.mjs DOMAIN ADDRESS PORT PICTURES FIRST PASSWORD ADMIN PASSWORD DATABASE PASSWORD
// The server is made to serve im.example.com. DATABASE is USER!HOST!PORT!NAME@ and the domain of today.
import { openBrowser } from "./browser.mjs";
import { check, ok, place, run } from "./place.mjs";

const here = place();
const [pictures, , printed, account, password, database, databasePassword] = here.rest;
const [user, host, port, base] = database.split(/[!@]/);
const name = account.split("@")[0];
const domain = "im.example.com";
const admin = `${name}@${domain}`;
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: "zh-CN", colorScheme: "dark" };

run(async () => {
    const browser = await openBrowser(here, pictures);
    try {
        const day = await browser.person("day");
        const phone = await browser.person("phone", PHONE);
        await isShut(day.page);
        await enter(phone.page);
        await lookAt(phone.page, "domain");
        await enter(day.page);
        await chooseDomain(day.page);
        await chooseCertificate(day.page);
        await chooseDatabase(day.page);
        await chooseAccount(day.page);
        await goOn(phone.page);
        await finish(day.page);
        await isOver(day.page);
        check("no page complained: " + faults(browser).join("\n"), faults(browser).length === 0);
    } catch (error) {
        await browser.picturesOfAll("fault");
        error.stack += "\n" + browser.faults().join("\n");
        throw error;
    } finally {
        await browser.close();
    }
});

/** While the server goes away, it is asked whether it is back. */
function faults(browser) {
    return browser.faults().filter((fault) => !/(ERR_CONNECTION_|ERR_EMPTY_RESPONSE|status of (404|50[0-9])).*[/]admin[/]login[)]/.test(fault));
}

async function isShut(page) {
    await page.goto("/admin/setup");
    await page.waitForURL("**/admin/login*");
    ok("without the printed password, there is nothing");
    await page.goto("/admin/");
    await page.getByText("This server is not set up yet.").waitFor();
}

async function enter(page) {
    await page.goto("/admin/");
    await page.fill("#user", "admin");
    await page.fill("#password", printed);
    await page.press("#password", "Enter");
    await page.waitForURL("**/admin/setup");
    ok("with it, the first page is the one that sets the server up");
}

/** A picture of the step; it is not wider than the window. */
async function lookAt(page, step) {
    const kind = page.viewportSize().width < 500 ? "phone" : "light";
    await page.screenshot({ path: `${pictures}/admin-setup-${step}-${kind}.png`, fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(`${step} fits: ${kind}, ${wide}`, wide <= 0);
}

async function next(page, heading) {
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByRole("heading", { level: 2, name: heading }).waitFor();
    ok("then " + heading);
}

async function refused(page, field, words) {
    await page.getByRole("button", { name: "Next" }).click();
    await page.locator("#fault-" + field).getByText(words).waitFor();
    check(`at its field: ${words}`, (await page.locator(`[aria-describedby="fault-${field}"]`).getAttribute("aria-invalid")) === "true");
}

async function chooseDomain(page) {
    await page.getByLabel("Domain").fill("no domain, I think");
    await refused(page, "domain", "That is no domain name.");
    await page.getByLabel("Domain").fill(" " + domain.toUpperCase());
    await lookAt(page, "domain");
    await next(page, "Certificate");
}

async function chooseCertificate(page) {
    await page.getByRole("button", { name: "Back" }).click();
    check("a step back keeps what was chosen", (await page.getByLabel("Domain").inputValue()) === domain);
    await next(page, "Certificate");
    check("there is no field for a certificate that the server makes", !(await page.getByLabel("Certificate chain").isVisible()));
    await page.getByLabel("One that I have").check();
    await page.getByLabel("Certificate chain").fill("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----");
    await page.getByLabel("Private key").fill("nonsense");
    await refused(page, "chain", "This certificate cannot be used");
    await lookAt(page, "certificate");
    await page.getByLabel("One that signs itself").check();
    await next(page, "Database");
}

async function chooseDatabase(page) {
    await page.getByLabel("PostgreSQL").check();
    await page.getByLabel("Host").fill("db?socketFactory=x");
    await refused(page, "host", "is no name of a host");
    await page.getByLabel("Host").fill(host);
    await page.getByLabel("Port").fill("many");
    await refused(page, "port", "A port is a number");
    await page.getByLabel("Port").fill("1");
    await page.getByLabel("Name of the database").fill("nowhere");
    await page.getByLabel("User").fill("nobody");
    await page.getByLabel("Password").fill(databasePassword);
    await refused(page, "host", "Nobody answers there.");
    await page.getByLabel("Port").fill(port);
    await refused(page, "user", "does not let this user in");
    await page.getByLabel("User").fill(user);
    await refused(page, "base", "There is no database of that name.");
    await page.getByLabel("Name of the database").fill(base);
    await page.getByRole("button", { name: "Try it" }).click();
    await page.getByRole("status").getByText("answers, and a server can live there").waitFor();
    ok("the database is tried");
    await lookAt(page, "database");
    await next(page, "Administrator");
}

async function chooseAccount(page) {
    await page.getByLabel("Name").fill("a b");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByLabel("once more").fill(password);
    await refused(page, "name", "That is no name");
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Password", { exact: true }).fill("my " + name + " is here");
    await refused(page, "password", "is a part of it");
    await page.getByLabel("Password", { exact: true }).fill("short");
    await refused(page, "password", "Too short");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByLabel("once more").fill("not " + password);
    await refused(page, "again", "two different passwords");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByLabel("once more").fill(password);
    await lookAt(page, "account");
    await next(page, "Summary");
    check("no page shows a password", !(await page.content()).includes(password) && !(await page.content()).includes(databasePassword));
    await lookAt(page, "summary");
}

/** On a phone, dark, in Chinese, to the database. */
async function goOn(page) {
    await page.getByLabel("域名").fill("phone.example");
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("heading", { level: 2, name: "证书" }).waitFor();
    await page.getByLabel("我已有的证书").check();
    await lookAt(page, "certificate");
    await page.getByLabel("自签名证书").check();
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("PostgreSQL").check();
    await lookAt(page, "database");
    await page.getByLabel("供试用").check();
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("heading", { level: 2, name: "管理员" }).waitFor();
    await lookAt(page, "account");
}

async function finish(page) {
    await page.getByRole("button", { name: "Set up the server" }).click();
    await page.getByText("All is written down.").waitFor();
    await lookAt(page, "done");
    await page.waitForURL("**/admin/login", { timeout: 120000 });
    ok("the server starts anew, and the page goes on by itself");
}

async function isOver(page) {
    check("nobody is told to set it up again", !(await page.content()).includes("not set up yet"));
    await page.fill("#user", "admin");
    await page.fill("#password", printed);
    await page.press("#password", "Enter");
    await page.getByRole("alert").getByText("do not belong together").waitFor();
    ok("the printed password is good for nothing");
    await page.fill("#user", admin);
    await page.fill("#password", password);
    await page.press("#password", "Enter");
    await page.waitForURL("**/admin/dashboard");
    ok("the chosen one is");
    await page.goto("/admin/setup");
    await page.getByText("This server is set up.").waitFor();
    ok("and there is nothing more to be asked");
}
