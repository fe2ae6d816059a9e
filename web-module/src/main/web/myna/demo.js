// A whole XMPP client on Strophe.js 5: log in, contacts, presence, messages, and a look at the wire.
// Take it as the beginning of your own: no build, no framework, two hundred lines.
// Strophe's documentation: https://strophe.im/strophejs/
import { $iq, $msg, $pres, Strophe } from "/web/strophe/strophe.esm.js";

const at = (id) => document.getElementById(id);
const KEPT = "myna.demo";
const LINES = 200;

let connection;
let door;
const roster = new Map(); // bare JID -> {name, subscription, ask}
const present = new Map(); // full JID -> show

// ---- 1. Connecting --------------------------------------------------------------------------------------------------------

// Where the doors are. On a page of your own, write the addresses down, or ask https://DOMAIN/.well-known/host-meta (XEP-0156).
const settings = await (await fetch("/web/settings.json")).json();
const DOORS = {
    websocket: new URL(settings.websocket, location).href.replace(/^http/, "ws"),
    bosh: new URL(settings.bosh, location).href,
};

function open(kind) {
    door = kind;
    // keepalive: Strophe keeps the ids of a BOSH session in sessionStorage, so that restore() can go on with it.
    connection = new Strophe.Connection(DOORS[kind], { keepalive: kind === "bosh" });
    connection.rawInput = (xml) => log("in", xml);
    connection.rawOutput = (xml) => log("out", xml);
}

function login(jid, password, kind) {
    open(kind);
    connection.connect(jid, password, onStatus);
}

// After a reload. A BOSH session still runs on the server. A WebSocket is gone, but the keys that SCRAM made of the password
// log in again; the password itself is never kept.
function goOn() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    if (kept?.door === "bosh") {
        open("bosh");
        try {
            connection.restore(kept.jid, onStatus);
        } catch {
            sessionStorage.removeItem(KEPT);
        }
    } else if (kept?.keys) {
        login(kept.jid, kept.keys, "websocket");
    }
}

function onStatus(status, condition) {
    const names = Object.entries(Strophe.Status).find(([, number]) => number === status);
    const name = names[0].toLowerCase();
    at("status").textContent = name + (condition ? `: ${condition}` : "");
    if (status === Strophe.Status.CONNECTED || status === Strophe.Status.ATTACHED) {
        at("status").textContent = `${connection.jid} by ${door}`;
        sessionStorage.setItem(KEPT, JSON.stringify({ door, jid: connection.jid, keys: connection.scram_keys ?? keptKeys() }));
        show(true);
        begin();
    } else if (status === Strophe.Status.AUTHFAIL) {
        at("status").textContent = "wrong name or password";
        sessionStorage.removeItem(KEPT);
    } else if (status === Strophe.Status.DISCONNECTED) {
        roster.clear();
        present.clear();
        show(false);
    }
}

function keptKeys() {
    return JSON.parse(sessionStorage.getItem(KEPT))?.keys;
}

function logout() {
    sessionStorage.removeItem(KEPT);
    connection.disconnect("the user logs out");
}

// ---- 2. Contacts and presence (RFC 6121) ------------------------------------------------------------------------------------

function begin() {
    connection.addHandler(onRosterPush, Strophe.NS.ROSTER, "iq", "set");
    connection.addHandler(onPresence, null, "presence");
    connection.addHandler(onMessage, null, "message");
    const request = $iq({ type: "get" }).c("query", { xmlns: Strophe.NS.ROSTER });
    connection.sendIQ(request, (result) => {
        readItems(result);
        // Only now: those who are present answer, and we know who they are.
        connection.send($pres());
    });
}

function onRosterPush(iq) {
    readItems(iq);
    connection.send($iq({ type: "result", id: iq.getAttribute("id") }));
    return true; // a handler that shall be called again says so
}

function readItems(iq) {
    for (const item of iq.querySelectorAll("item")) {
        const { jid, name, subscription, ask } = Object.fromEntries([...item.attributes].map((a) => [a.name, a.value]));
        if (subscription === "remove") {
            roster.delete(jid);
        } else {
            roster.set(jid, { name: name ?? jid, subscription, ask });
        }
    }
    drawRoster();
}

function add(jid) {
    const item = $iq({ type: "set" }).c("query", { xmlns: Strophe.NS.ROSTER }).c("item", { jid });
    connection.sendIQ(item);
    connection.send($pres({ to: jid, type: "subscribe" }));
}

function onPresence(presence) {
    const from = presence.getAttribute("from");
    const type = presence.getAttribute("type");
    if (type === "subscribe") {
        drawRequest(Strophe.getBareJidFromJid(from));
    } else if (type === "unavailable") {
        present.delete(from);
    } else if (!type) {
        present.set(from, presence.querySelector("show")?.textContent ?? "available");
    }
    drawRoster();
    return true;
}

function answer(jid, approved) {
    connection.send($pres({ to: jid, type: approved ? "subscribed" : "unsubscribed" }));
    if (approved && !["to", "both"].includes(roster.get(jid)?.subscription)) {
        connection.send($pres({ to: jid, type: "subscribe" }));
    }
}

function say(showing, status) {
    const presence = $pres();
    if (showing) {
        presence.c("show").t(showing).up();
    }
    if (status) {
        presence.c("status").t(status).up();
    }
    connection.send(presence);
}

// ---- 3. Messages --------------------------------------------------------------------------------------------------------------

function onMessage(message) {
    const body = message.querySelector(":scope > body");
    if (body && message.getAttribute("type") !== "error") {
        drawMessage(Strophe.getBareJidFromJid(message.getAttribute("from")), body.textContent, "theirs");
    }
    return true;
}

function send(to, text) {
    connection.send($msg({ to, type: "chat", id: connection.getUniqueId() }).c("body").t(text));
    drawMessage(to, text, "mine");
}

function sendRaw(xml) {
    const parsed = new DOMParser().parseFromString(xml, "text/xml");
    const error = parsed.querySelector("parsererror");
    at("malformed").hidden = !error;
    if (error) {
        at("malformed").textContent = "That is not well-formed XML.";
    } else {
        connection.send(parsed.documentElement);
    }
}

// ---- 4. The page --------------------------------------------------------------------------------------------------------------
// Everything that came from others goes in as text, never as HTML.

function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
}

function show(connected) {
    at("entrance").hidden = connected;
    for (const id of ["people", "talk", "wire", "logout"]) {
        at(id).hidden = !connected;
    }
    if (!connected) {
        at("requests").replaceChildren();
        at("messages").replaceChildren();
    }
}

function drawRoster() {
    const rows = [...roster].sort().map(([jid, { name, subscription, ask }]) => {
        const shows = [...present].filter(([full]) => Strophe.getBareJidFromJid(full) === jid).map(([, shown]) => shown);
        const state = shows[0] ?? (ask ? "asked" : "away from here");
        const button = element("button", { type: "button", className: "contact", onclick: () => (at("to").value = jid) });
        button.dataset.present = String(shows.length > 0);
        button.append(element("b", {}, name), element("small", {}, `${state} · ${subscription}`));
        return element("li", {}, button);
    });
    at("roster").replaceChildren(...rows);
}

function drawRequest(jid) {
    const row = element("li", { className: "request" });
    const button = (text, approved) =>
        element("button", {
            type: "button",
            className: "myna-button" + (approved ? "" : " plain"),
            textContent: text,
            onclick: () => (answer(jid, approved), row.remove()),
        });
    row.append(element("span", {}, `${jid} wants to see when you are here`), button("Approve", true), button("Deny", false));
    at("requests").append(row);
}

function drawMessage(who, text, whose) {
    bounded(at("messages"), element("li", { className: whose }, element("b", {}, whose === "mine" ? `to ${who}` : who), text));
}

function log(direction, xml) {
    // What a log-in consists of shall not be read from the screen.
    const secret = /<(auth|response|challenge|success)[ >]/.test(xml);
    bounded(at("console"), element("li", { className: direction }, secret ? "… log-in, not shown …" : xml));
}

function bounded(list, row) {
    list.append(row);
    while (list.children.length > LINES) {
        list.firstChild.remove();
    }
    list.scrollTop = list.scrollHeight;
}

function on(form, action) {
    at(form).addEventListener("submit", (event) => {
        event.preventDefault();
        action();
    });
}

on("login", () => {
    login(at("jid").value.trim(), at("password").value, document.querySelector("[name=door]:checked").value);
    at("password").value = "";
});
on("add", () => {
    add(at("new-contact").value.trim());
    at("add").reset();
});
on("presence", () => say(at("show").value, at("status-text").value));
on("send", () => {
    send(at("to").value.trim(), at("body").value);
    at("body").value = "";
});
on("raw", () => sendRaw(at("stanza").value));
at("logout").addEventListener("click", logout);
at("jid").placeholder = `name@${settings.domains[0]}`;
at("stanza").value = `<iq type='get' id='hello' to='${settings.domains[0]}' xmlns='jabber:client'><ping xmlns='urn:xmpp:ping'/></iq>`;
goOn();
