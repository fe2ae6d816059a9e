// Converse.js, as this server wants it.
import { language } from "./words.js";

const ASSETS = "/web/converse/";
const SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

// What the server does not offer yet: each would only ask for it and be refused.
const OFF = [
    "converse-adhoc-views",
    "converse-bookmark-views",
    "converse-bookmarks",
    "converse-disco-views",
    "converse-headlines-view",
    "converse-mam",
    "converse-mam-views",
    "converse-omemo",
    "converse-omemo-views",
    "converse-push",
    "converse-reaction-views",
    "converse-reactions",
    "converse-register",
];

// Its own log-in page, which would load pictures from other servers, and headings without anything under them.
const NOT_SHOWN = [
    "converse-brand-logo",
    "converse-controlbox-navbar",
    "converse-footer",
    "converse-headlines-feeds-list",
    "converse-login-form",
    "converse-rooms-list",
];

// Stands where Converse keeps the favourite smileys, for which it would need a store on the server (XEP-0163).
const NO_FAVOURITES = {
    getPopularEmojis: async () => ({}),
    recordUsage() {},
    applyPopularEmojisFromStanza() {},
    debouncedPublish: { flush() {} },
};

const SETTINGS = {
    assets_path: ASSETS,
    sounds_path: ASSETS + "sounds/",
    notification_icon: "/web/myna/logo.svg",
    locales: ["en", "zh_CN"],
    view_mode: "fullscreen",
    theme: "myna",
    dark_theme: "myna",
    loglevel: "error",
    show_background: false,
    show_controlbox_by_default: true,
    sticky_controlbox: true,
    show_self_in_roster: false,
    auto_reconnect: true,
    keepalive: true,
    reuse_scram_keys: true,
    discover_connection_methods: false,
    allow_registration: false,
    allow_adhoc_commands: false,
    allow_user_trust_override: false,
    allow_bookmarks: false,
    auto_list_rooms: false,
    muc_respect_autojoin: false,
    // Nothing is loaded from other places than this server: not what others link to, no list of providers, no pictures of smileys.
    render_media: false,
    embed_3rd_party_media_players: false,
    fetch_url_headers: false,
    use_system_emojis: true,
    emoji_categories: {
        smileys: ":grinning:",
        people: ":thumbsup:",
        activity: ":soccer:",
        travel: ":motorcycle:",
        objects: ":bomb:",
        nature: ":rainbow:",
        food: ":hotdog:",
        symbols: ":musical_note:",
        flags: ":flag_ac:",
    },
    autocomplete_providers_url: "",
    xmpp_providers_url: "",
    providers_link: "",
    prune_messages_above: 1000,
    visible_toolbar_buttons: { call: false, clear: true, emoji: true, location: false, spoiler: false, toggle_occupants: false },
    blacklisted_plugins: OFF,
    whitelisted_plugins: ["myna"],
};

/**
 * Starts Converse, which then tries to go on with what it finds stored.
 *
 * @param doors {websocket, bosh}: addresses; without websocket, BOSH only
 * @param keep whether what it stores may outlive this tab
 * @param listener gets changed(status, whether the account is closed), connected(jid), gone(), loggedOut()
 * @param open is given its inner side, before anything happens
 */
export async function converse(doors, keep, listener, open) {
    await import(ASSETS + "converse.min.js");
    window.converse.plugins.add("myna", {
        dependencies: ["converse-roster"],
        initialize() {
            const inside = this._converse;
            open(inside);
            subscribeBack(inside.exports.RosterContact.prototype);
            NOT_SHOWN.forEach((name) => inside.api.elements.define(name, class extends HTMLElement {}));
            listen(inside, listener);
        },
    });
    await window.converse.initialize({
        ...SETTINGS,
        i18n: language() === "zh" ? "zh_CN" : "en",
        websocket_url: doors.websocket,
        bosh_service_url: doors.bosh,
        persistent_store: store(keep),
    });
}

// COMPAT Converse 14.0.0: who accepts a request shall ask in return, but the dialogue calls that by a name which now is that of a
// method for listening to changes.
function subscribeBack(contact) {
    const listening = contact.subscribe;
    contact.subscribe = function (...what) {
        return what.length > 0 ? listening.apply(this, what) : this.subscribeToPresence();
    };
}

/** The names of storages as Converse knows them. */
export function store(keep) {
    return keep ? "IndexedDB" : "sessionStorage";
}

function listen(inside, listener) {
    const { api } = inside;
    const { Status } = window.converse.env.Strophe;
    const names = Object.fromEntries(Object.entries(Status).map(([name, number]) => [number, name]));
    let closed = false;
    // COMPAT Converse 14.0.0: it drops what the server says about a log-in that failed. RFC 6120, 6.5.1.
    api.listen.on("connectionInitialized", () => {
        api.connection.get().xmlInput = (element) => {
            closed = element.getElementsByTagNameNS(SASL, "account-disabled").length > 0;
        };
    });
    const connected = () => listener.connected(inside.session.get("bare_jid"));
    inside.state.connfeedback.on("change:connection_status", (feedback, status) => listener.changed(names[status], closed));
    api.listen.on("connected", connected);
    api.listen.on("reconnected", connected);
    api.listen.on("disconnected", listener.gone);
    api.listen.on("setUserJID", () => (inside.state.popular_emojis = NO_FAVOURITES));
    // Whoever logs out leaves nothing behind.
    api.listen.on("beforeLogout", () => api.settings.set("clear_cache_on_logout", true));
    api.listen.on("logout", listener.loggedOut);
}
