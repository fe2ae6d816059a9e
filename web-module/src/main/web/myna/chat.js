// The chat page: logs in, goes on after a reload, and leaves the rest to Converse.
import { converse, store } from "./conversation.js";
import * as door from "./door.js";
import { forget, remember, remembered } from "./session.js";

const RETRY_AFTER = 5000;

const settings = await fetch("/web/settings.json").then((answer) => answer.json(), () => null);
const wanted = new URLSearchParams(location.search).get("transport");
const session = { bosh: wanted === "bosh", ...remembered() };
let inside;
let trouble;
let connected = false;

const doors = {
    bosh: new URL(settings?.bosh ?? "", location).href,
    websocket: session.bosh || wanted === "bosh" ? undefined : new URL(settings?.websocket ?? "", location).href.replace(/^http/, "ws"),
};

const listener = {
    changed(status) {
        if (status === "AUTHFAIL") {
            trouble = session.jid ? "ended" : "wrongPassword";
        } else if (status === "CONNFAIL") {
            trouble = "unreachable";
        } else if (status === "RECONNECTING" && !connected) {
            door.busy("slow");
        }
    },
    connected(jid) {
        connected = true;
        trouble = undefined;
        session.jid = jid;
        remember(session);
        door.clear();
        door.show("chat");
    },
    gone() {
        const known = session.jid;
        if (trouble === "unreachable" && known) {
            door.trouble("lost");
            setTimeout(() => location.reload(), RETRY_AFTER);
            return;
        }
        connected = false;
        delete session.jid;
        forget();
        door.trouble(trouble ?? "refused");
    },
    loggedOut() {
        forget();
        location.reload();
    },
};

async function enter(jid, password, keep) {
    door.busy("connecting");
    trouble = undefined;
    session.keep = keep;
    delete session.jid;
    if (inside) {
        inside.api.settings.set({ persistent_store: store(keep) });
    } else if (!(await start(keep))) {
        return;
    }
    await inside.api.user.login(jid, password);
}

async function start(keep) {
    try {
        inside = await converse(doors, keep, listener);
        return true;
    } catch (error) {
        console.error(error);
        door.trouble("unreachable");
        return false;
    }
}

async function goOn() {
    door.busy("again");
    // Tabs share it, and another tab may be somebody else's.
    localStorage.setItem("conversejs-session-jid", session.jid);
    if ((await start(session.keep)) && !inside.api.connection.get()) {
        door.trouble("ended");
    }
}

if (!settings) {
    door.furnish([""]);
    door.trouble("noSettings");
} else {
    door.furnish(settings.domains);
    door.onEnter(enter);
    door.show("door");
    if (session.jid) {
        await goOn();
    } else if (!window.isSecureContext) {
        door.trouble("insecure");
    }
}
