// What the pages say, in the languages they speak.
const KEY = "myna.language";

const WORDS = {
    en: {
        name: "Name",
        password: "Password",
        keep: "Keep me signed in on this device",
        keepHint: "Not on a device that others use, too.",
        login: "Log in",
        cancel: "Cancel",
        connecting: "Connecting …",
        slow: "The server has not answered yet. Still trying …",
        again: "Going on where you were …",
        wrongPassword: "That name and password do not belong together. Please try again.",
        locked: "This account is locked. Please ask those who run this server.",
        unreachable: "The server cannot be reached. Please check your connection and try again.",
        lost: "The connection is lost. Trying again …",
        ended: "Your session has ended. Please log in again.",
        refused: "The server did not let this browser in. Please try again later.",
        insecure: "This page was not loaded over https, so your browser cannot log in safely. Please open it with https://.",
        noSettings: "The server does not answer. Please load this page again later.",
        welcome: "Chat with the people you know, from this browser or with any XMPP app.",
        openChat: "Open the chat",
        forProgrammers: "Example for web programmers",
        chatTitle: "Myna · Chat",
        startTitle: "Myna",
        domain: "Domain",
        language: "Language",
    },
    zh: {
        name: "用户名",
        password: "密码",
        keep: "在此设备上保持登录",
        keepHint: "请勿在与他人共用的设备上勾选。",
        login: "登录",
        cancel: "取消",
        connecting: "正在连接……",
        slow: "服务器尚未响应，仍在尝试……",
        again: "正在恢复会话……",
        wrongPassword: "用户名或密码不正确，请重试。",
        locked: "此帐户已被锁定，请联系服务器管理员。",
        unreachable: "无法连接服务器，请检查网络后重试。",
        lost: "连接已断开，正在重试……",
        ended: "会话已结束，请重新登录。",
        refused: "服务器暂时不允许此浏览器登录，请稍后再试。",
        insecure: "此页面不是通过 https 打开的，浏览器无法安全登录。请使用 https:// 打开。",
        noSettings: "服务器没有响应，请稍后重新加载此页面。",
        welcome: "在浏览器里，或用任何 XMPP 应用，与您认识的人聊天。",
        openChat: "打开聊天",
        forProgrammers: "面向网页开发者的示例",
        chatTitle: "Myna · 聊天",
        startTitle: "Myna",
        domain: "域名",
        language: "语言",
    },
};

/** "en" or "zh": what was chosen here before, or else what the browser asks for. */
export function language() {
    const chosen = localStorage.getItem(KEY);
    if (chosen in WORDS) {
        return chosen;
    }
    const asked = navigator.languages.map((name) => name.split("-")[0]);
    return asked.find((name) => name in WORDS) ?? "en";
}

export function say(key) {
    return WORDS[language()][key];
}

/** Puts words into every element that names them: <p data-say="login">. */
export function translate() {
    document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
    for (const element of document.querySelectorAll("[data-say]")) {
        element.textContent = say(element.dataset.say);
    }
    for (const button of document.querySelectorAll("[data-language]")) {
        button.setAttribute("aria-pressed", String(button.dataset.language === language()));
    }
}

/** Translates now, and whenever a button of the switch is pressed. */
export function switchable(changed = () => {}) {
    for (const button of document.querySelectorAll("[data-language]")) {
        button.addEventListener("click", () => {
            localStorage.setItem(KEY, button.dataset.language);
            translate();
            changed();
        });
    }
    translate();
}
