// Who is logged in, so that a reload goes on. Never a password: what logs in again are the keys that SCRAM derives from it
// (Converse keeps them) or the running BOSH session, in the storage of this tab, or of this browser when somebody asked for that.
const KEY = "myna.chat";

export function remembered() {
    return JSON.parse(sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY));
}

export function remember(session) {
    sessionStorage.setItem(KEY, JSON.stringify(session));
    if (session.keep) {
        localStorage.setItem(KEY, JSON.stringify(session));
    }
}

export function forget() {
    sessionStorage.removeItem(KEY);
    localStorage.removeItem(KEY);
}

/** When nobody is logged in: removes what Converse did not. */
export function sweep() {
    Object.keys(sessionStorage)
        .filter((key) => key.startsWith("converse"))
        .forEach((key) => sessionStorage.removeItem(key));
    localStorage.removeItem("conversejs-session-jid");
    indexedDB.deleteDatabase("converse-persistent");
}
