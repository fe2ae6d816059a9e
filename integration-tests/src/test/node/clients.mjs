// The libraries that web programmers take, in Node: clients.mjs DOMAIN ADDRESS PORT JULIET PASSWORD ROMEO PASSWORD
import ws from "ws";
import XMLHttpRequest from "xmlhttprequest-ssl";
import { check, findByName, ok, place, run, within } from "./place.mjs";

const here = place();
const [julietsJid, julietsPassword, romeosJid, romeosPassword] = here.rest;
findByName(here);
globalThis.WebSocket ??= ws; // Node has one of its own from version 22 on
globalThis.XMLHttpRequest = parsing(XMLHttpRequest); // by which strophe.js speaks BOSH, in Node as well
const { client, xml } = await import("@xmpp/client");
const { $msg, $pres, Strophe } = await import("strophe.js");

const WEBSOCKET = here.origin.replace("https", "wss") + "/xmpp-websocket";
const BOSH = here.origin + "/http-bind";

run(async () => {
    const romeo = await xmppJs(romeosJid, romeosPassword);
    ok("@xmpp/client logs in by WebSocket");
    for (const [door, address] of Object.entries({ WebSocket: WEBSOCKET, BOSH })) {
        const juliet = await strophe(address, julietsJid, julietsPassword);
        ok(`strophe.js logs in by ${door}`);
        juliet.send($msg({ to: romeosJid, type: "chat" }).c("body").t(`Hello by ${door}`));
        check(`a message from strophe.js by ${door} arrives`, (await romeo.hears()) === `Hello by ${door}`);
        await romeo.says(juliet.jid, `Hello to ${door}`);
        check(`so does the answer from @xmpp/client to ${door}`, (await juliet.hears()) === `Hello to ${door}`);
        await juliet.leaves();
        ok(`strophe.js leaves by ${door}`);
    }
    await romeo.leaves();
    ok("@xmpp/client leaves");
});

/** strophe.js takes the answer as a document only, as browsers give it. */
function parsing(Request) {
    return function () {
        const request = new Request();
        const parsed = () => request.responseText && new DOMParser().parseFromString(request.responseText, "text/xml");
        return Object.defineProperty(request, "responseXML", { get: parsed, set() {} });
    };
}

/** What comes in, to be waited for. */
function inbox() {
    const texts = [];
    const waiting = [];
    return {
        put: (text) => (waiting.length > 0 ? waiting.shift()(text) : texts.push(text)),
        take: () => within(texts.length > 0 ? texts.shift() : new Promise((take) => waiting.push(take)), "a message"),
    };
}

async function xmppJs(jid, password) {
    const [username, domain] = jid.split("@");
    const xmpp = client({ service: WEBSOCKET, domain, resource: "xmpp.js", username, password });
    const heard = inbox();
    xmpp.on("error", (error) => console.log(error));
    xmpp.on("stanza", (stanza) => stanza.is("message") && stanza.getChild("body") && heard.put(stanza.getChildText("body")));
    await within(xmpp.start(), "@xmpp/client to log in");
    await xmpp.send(xml("presence"));
    return {
        hears: heard.take,
        says: (to, text) => xmpp.send(xml("message", { to, type: "chat" }, xml("body", {}, text))),
        leaves: () => within(xmpp.stop(), "@xmpp/client to leave"),
    };
}

async function strophe(address, jid, password) {
    const connection = new Strophe.Connection(address);
    const heard = inbox();
    let left;
    const gone = new Promise((resolve) => (left = resolve));
    await within(
        new Promise((entered, refused) => {
            connection.connect(jid, password, (status, condition) => {
                if (status === Strophe.Status.CONNECTED) {
                    entered();
                } else if (status === Strophe.Status.AUTHFAIL || status === Strophe.Status.CONNFAIL) {
                    refused(new Error(condition));
                } else if (status === Strophe.Status.DISCONNECTED) {
                    left();
                }
            });
        }),
        "strophe.js to log in",
    );
    const onMessage = (message) => {
        heard.put(Strophe.getText(message.getElementsByTagName("body")[0]));
        return true;
    };
    connection.addHandler(onMessage, null, "message", "chat");
    connection.send($pres());
    return {
        jid: connection.jid,
        hears: heard.take,
        send: (stanza) => connection.send(stanza),
        leaves: () => (connection.disconnect("done"), within(gone, "strophe.js to leave")),
    };
}
