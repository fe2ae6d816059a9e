// The log-in page.
import { say, switchable } from "./words.js";

const SLOW_AFTER = 6000;
const at = (id) => document.getElementById(id);

/** Shows one of: "door", "chat". */
export function show(what) {
    document.body.dataset.shown = what;
    if (what === "door") {
        (at("name").value ? at("password") : at("name")).focus();
    }
}

export function furnish(domains) {
    at("domains").textContent = domains.join(", ");
    at("at").textContent = domains.length === 1 ? "@" + domains[0] : "";
    at("domain-row").hidden = domains.length === 1;
    at("domain").replaceChildren(...domains.map((domain) => new Option(domain, domain)));
    switchable(() => (at("trouble").hidden = true));
}

/** Calls enter(jid, password, keep) when somebody wants to come in. */
export function onEnter(enter) {
    at("login").addEventListener("submit", (event) => {
        event.preventDefault();
        const name = at("name").value.trim().toLowerCase();
        const jid = name.includes("@") ? name : `${name}@${at("domain").value}`;
        enter(jid, at("password").value, at("keep").checked);
    });
}

/** Calls cancel() when somebody does not want to wait any longer, and begins anew. */
export function onCancel(cancel) {
    at("cancel").addEventListener("click", () => {
        cancel();
        location.reload();
    });
}

let slow;

/** Nobody can enter meanwhile; after a while it may be given up. */
export function busy(news) {
    at("trouble").hidden = true;
    at("enter").disabled = true;
    tell(news);
    clearTimeout(slow);
    slow = setTimeout(() => tell("slow"), SLOW_AFTER);
}

/** Says what went wrong, and lets people try again; the password has to be typed anew. */
export function trouble(key) {
    ready();
    at("trouble").textContent = say(key);
    at("trouble").hidden = false;
    at("password").value = "";
    show("door");
}

export function ready() {
    clearTimeout(slow);
    at("enter").disabled = false;
    at("news").hidden = true;
    at("cancel").hidden = true;
}

/** For a page that will show other people's words: nothing of the log-in stays in it. */
export function clear() {
    ready();
    at("login").reset();
}

function tell(key) {
    at("news").textContent = say(key);
    at("news").hidden = false;
    at("cancel").hidden = key !== "slow";
}
