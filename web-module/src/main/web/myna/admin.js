// What the admin pages do in the browser, beside PrimeFaces.
const opener = document.querySelector(".menu-switch");
const menu = document.getElementById("menu");

opener?.addEventListener("click", () => {
    const open = menu.classList.toggle("open");
    opener.setAttribute("aria-expanded", String(open));
});

document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.classList.contains("open")) {
        opener.click();
        opener.focus();
    }
});

const moments = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "medium" });

/** Times come as those of Greenwich, and are shown as those of the person. */
function localize(root) {
    for (const time of root.querySelectorAll("time[datetime]:not([title])")) {
        time.title = time.dateTime;
        time.textContent = moments.format(new Date(time.dateTime));
    }
}

localize(document);
new MutationObserver(() => localize(document)).observe(document.getElementById("content"), { childList: true, subtree: true });

/** While the server starts anew: goes on when it was away and is back. */
async function comeBack(place) {
    let away = false;
    for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 700));
        const here = await fetch(place, { cache: "no-store" }).then((answer) => answer.ok, () => false);
        if (away && here) {
            location.assign(place);
            return;
        }
        away ||= !here;
    }
}

document.querySelectorAll("[data-awaits]").forEach((each) => comeBack(each.dataset.awaits));
