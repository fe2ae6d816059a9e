// The chat page: logs in, goes on after a reload, and leaves the rest to Converse.
import { converse, store } from "./conversation.js";
import * as door from "./door.js";
import { forget, remember, remembered, sweep } from "./session.js";

const RETRY_AFTER = 2000;

const settings = await fetch("/web/settings.json").then((answer) => answer.json(), () => null);
const session = { bosh: new URLSearchParams(location.search).get("transport") === "bosh", ...remembered() };
const doors = {
    bosh: new URL(settings?.bosh ?? "", location).href,
    websocket: session.bosh ? undefined : new URL(settings?.websocket ?? "", location).href.replace(/^http/, "ws"),
};

let inside;
let trouble;
let attempt; // the log-in, to be tried again
let byBosh = session.bosh;

const listener = {
    changed(status, closed) {
        if (status === "AUTHFAIL" && closed) {
            trouble = "locked";
        } else if (status === "AUTHFAIL") {
            trouble = session.jid ? "ended" : "wrongPassword";
        } else if (status === "CONNFAIL") {
            trouble = "unreachable";
        }
    },
    connected(jid) {
        trouble = undefined;
        session.jid = jid;
        remember(session);
        useDoors(false);
        door.clear();
        door.show("chat");
    },
    gone() {
        if (trouble === "unreachable") {
            tryAgain();
            return;
        }
        delete session.jid;
        forget();
        door.trouble(trouble ?? "refused");
    },
    loggedOut() {
        forget();
        location.reload();
    },
};

// Converse changes the door by itself when it loses a connection, but not when it has never had one.
function tryAgain() {
    byBosh = session.bosh || !byBosh;
    useDoors(byBosh);
    door.busy("slow");
    door.show("door");
    setTimeout(attempt, RETRY_AFTER);
}

function useDoors(boshOnly) {
    inside.api.settings.set({ websocket_url: boshOnly ? undefined : doors.websocket });
}

async function enter(jid, password, keep) {
    door.busy("connecting");
    trouble = undefined;
    session.keep = keep;
    delete session.jid;
    attempt = () => inside.api.user.login(jid, password);
    if (inside) {
        inside.api.settings.set({ persistent_store: store(keep) });
    } else if (!(await start(keep))) {
        return;
    }
    await attempt();
}

async function start(keep) {
    try {
        await converse(doors, keep, listener, (made) => (inside = made));
        return true;
    } catch (error) {
        console.error(error);
        door.trouble("unreachable");
        return false;
    }
}

async function goOn() {
    door.busy("again");
    attempt = () => inside.api.user.login(session.jid);
    // Tabs share it, and another tab may be somebody else's.
    localStorage.setItem("conversejs-session-jid", session.jid);
    if ((await start(session.keep)) && !inside.api.connection.get() && !trouble) {
        door.trouble("ended");
    }
}

if (!settings) {
    door.furnish([""]);
    door.trouble("noSettings");
} else {
    door.furnish(settings.domains);
    door.onEnter(enter);
    door.onCancel(forget);
    door.show("door");
    if (session.jid) {
        await goOn();
    } else {
        sweep();
        if (!window.isSecureContext) {
            door.trouble("insecure");
        }
    }
}
