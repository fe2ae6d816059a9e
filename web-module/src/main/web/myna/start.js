import { switchable } from "./words.js";

switchable();
const settings = await (await fetch("/web/settings.json")).json();
document.getElementById("domains").textContent = settings.domains.join(", ");
