"""What people do every day, with slixmpp. Each step prints a line; the first that fails ends the script with an exit code of 1.

    slixmpp_client.py talk ADDRESS PORT CERTIFICATE JULIET PASSWORD ROMEO PASSWORD
        the whole of a day, with two accounts that know nobody
    slixmpp_client.py echo ADDRESS PORT CERTIFICATE JID PASSWORD
        accepts whoever asks, and says everything back, until the standard input ends
    slixmpp_client.py govern ADDRESS PORT CERTIFICATE ADMIN PASSWORD JULIET PASSWORD
        what an administrator does with commands, and somebody else does not

CERTIFICATE is a PEM file; the server must show that certificate, and it must be for the domain.
"""

import asyncio
import hashlib
import sys
from collections import namedtuple

from slixmpp import ClientXMPP
from slixmpp.exceptions import IqError

PATIENCE = 20
HASH = "{vcard-temp:x:update}x/{vcard-temp:x:update}photo"
ADMIN = "http://jabber.org/protocol/admin#"
Place = namedtuple("Place", "address port certificate")


class Client(ClientXMPP):
    """Keeps what comes in, to be waited for."""

    def __init__(self, place, jid, password):
        super().__init__(jid + "/slixmpp", password)
        self.place = place
        self.ca_certs = place.certificate
        for plugin in ("xep_0004", "xep_0030", "xep_0050", "xep_0054", "xep_0077", "xep_0092", "xep_0199", "xep_0203"):
            self.register_plugin(plugin)
        self["xep_0077"].create_account = False
        self.roster.auto_authorize = None
        self.roster.auto_subscribe = False
        self.messages = asyncio.Queue(1000)
        self.presences = asyncio.Queue(1000)
        self.entered = asyncio.get_event_loop().create_future()
        self.add_event_handler("message", self.messages.put_nowait)
        for event in ("presence", "presence_subscribe", "presence_subscribed", "presence_unsubscribed"):
            self.add_event_handler(event, self.presences.put_nowait)
        self.add_event_handler("session_start", self.on_start)
        self.add_event_handler("failed_all_auth", self.on_refusal)

    def on_start(self, _):
        if not self.entered.done():
            self.entered.set_result(True)

    def on_refusal(self, _):
        if not self.entered.done():
            self.entered.set_result(False)

    async def enter(self):
        """True when logged in, with the contact list fetched and presence sent; False when refused."""
        self.connect((self.place.address, self.place.port), force_starttls=True)
        if not await within(self.entered):
            return False
        await within(self.get_roster())
        self.send_presence()
        return True

    async def hears(self):
        return await within(self.messages.get())

    async def sees(self, kind, sender):
        """The next presence of that kind from there; others are passed over."""
        while True:
            presence = await within(self.presences.get())
            if presence["type"] == kind and presence["from"].bare == sender:
                return presence

    async def asks(self, other):
        """Subscribes to somebody who approves."""
        self.send_presence(pto=other.boundjid.bare, ptype="subscribe")
        await other.sees("subscribe", self.boundjid.bare)
        other.send_presence(pto=self.boundjid.bare, ptype="subscribed")
        await self.sees("subscribed", other.boundjid.bare)
        await self.sees("available", other.boundjid.bare)

    async def leaves(self):
        await within(self.disconnect())


def within(awaitable):
    return asyncio.wait_for(awaitable, PATIENCE)


def check(what, right):
    print(("ok - " if right else "wrong - ") + what, flush=True)
    if not right:
        sys.exit(1)


async def entered(place, jid, password):
    client = Client(place, jid, password)
    check(jid.split("@")[0] + " logs in", await client.enter())
    return client


async def talk(place, juliets, password, romeos, other_password):
    juliet = await entered(place, juliets, password)
    romeo = await entered(place, romeos, other_password)
    await contacts(juliet, romeo)
    await chat(juliet, romeo)
    await portraits(juliet, romeo)
    romeo = await absence(juliet, romeo, other_password)
    await server(juliet)
    await account(juliet, romeo)
    await romeo.leaves()


async def contacts(juliet, romeo):
    """RFC 6121, 2 and 3."""
    await juliet.asks(romeo)
    await romeo.asks(juliet)
    juliet.update_roster(romeo.boundjid.bare, name="Romeo", groups=["Montagues"])
    # The answer may be that nothing changed since the last push (XEP-0237); either way the client knows all by then.
    await within(juliet.get_roster())
    item = juliet.client_roster[romeo.boundjid.bare]
    check("they subscribe to each other", item["subscription"] == "both")
    check("a contact has a name and a group", item["name"] == "Romeo" and item["groups"] == ["Montagues"])
    juliet.send_presence(pshow="away", pstatus="on the balcony")
    seen = await romeo.sees("away", juliet.boundjid.bare)
    check("a status is seen", seen["status"] == "on the balcony")


async def chat(juliet, romeo):
    """RFC 6121, 5."""
    juliet.send_message(romeo.boundjid.bare, "By whose direction found'st thou out this place? <&>", mtype="chat")
    heard = await romeo.hears()
    check("a message arrives", heard["body"] == "By whose direction found'st thou out this place? <&>")
    check("it says who sent it", heard["from"] == juliet.boundjid)
    romeo.send_message(heard["from"], "By love \u2665", mtype="chat")
    check("so does the answer", (await juliet.hears())["body"] == "By love \u2665")


async def portraits(juliet, romeo):
    """XEP-0054, XEP-0153."""
    photo = b"\x89PNG\r\n\x1a\n and so on"
    card = juliet["xep_0054"].make_vcard()
    card["FN"] = "Juliet Capulet"
    card["PHOTO"]["TYPE"] = "image/png"
    card["PHOTO"]["BINVAL"] = photo
    await within(juliet["xep_0054"].publish_vcard(card))
    while (seen := await romeo.sees("away", juliet.boundjid.bare)).xml.find(HASH) is None:
        pass
    check("a new photo is announced", seen.xml.find(HASH).text == hashlib.sha1(photo).hexdigest())
    card = (await within(romeo["xep_0054"].get_vcard(jid=juliet.boundjid.bare)))["vcard_temp"]
    check("a card is read", card["FN"] == "Juliet Capulet" and card["PHOTO"]["BINVAL"] == photo)


async def absence(juliet, romeo, password):
    """XEP-0160, and unavailable presence."""
    await romeo.leaves()
    await juliet.sees("unavailable", romeo.boundjid.bare)
    check("a contact is seen to leave", True)
    juliet.send_message(romeo.boundjid.bare, "Parting is such sweet sorrow", mtype="chat")
    await within(juliet["xep_0199"].ping(juliet.boundjid.domain))
    romeo = await entered(romeo.place, romeo.boundjid.bare, password)
    heard = await romeo.hears()
    check("who was away gets the message at the next log-in", heard["body"] == "Parting is such sweet sorrow")
    check("it says when it was sent", heard["delay"]["stamp"] is not None)
    return romeo


async def server(juliet):
    """XEP-0030, XEP-0092."""
    info = await within(juliet["xep_0030"].get_info(jid=juliet.boundjid.domain))
    check("the server says what it is", ("server", "im") in [identity[:2] for identity in info["disco_info"]["identities"]])
    version = await within(juliet["xep_0092"].get_version(juliet.boundjid.domain))
    check("the server says its name", version["software_version"]["name"] != "")


async def account(juliet, romeo):
    """XEP-0077, 3.3 and 3.2."""
    jid, domain, old = juliet.boundjid.bare, juliet.boundjid.domain, juliet.password
    await within(juliet["xep_0077"].change_password("a new one", jid=domain))
    await juliet.leaves()
    await romeo.sees("unavailable", jid)
    refused = Client(juliet.place, jid, old)
    check("the old password is refused", not await refused.enter())
    await refused.leaves()
    juliet = await entered(romeo.place, jid, "a new one")
    await within(juliet["xep_0077"].cancel_registration(jid=domain))
    await within(juliet.disconnected)
    check("whose account is removed is sent away", True)
    refused = Client(juliet.place, jid, "a new one")
    check("a removed account is gone", not await refused.enter())
    await refused.leaves()


async def echo(place, jid, password):
    client = await entered(place, jid, password)

    def accept(presence):
        client.send_presence(pto=presence["from"].bare, ptype="subscribed")
        client.send_presence(pto=presence["from"].bare, ptype="subscribe")

    client.add_event_handler("presence_subscribe", accept)
    client.add_event_handler("message", lambda message: message.reply("You said: " + message["body"]).send())
    check("ready", True)
    await asyncio.get_event_loop().run_in_executor(None, sys.stdin.read)
    await client.leaves()


async def govern(place, jid, password, juliets, other_password):
    """XEP-0050, XEP-0133."""
    nurse = await entered(place, jid, password)
    juliet = await entered(place, juliets, other_password)
    check("an administrator sees commands", ADMIN + "add-user" in await commands(nurse))
    check("somebody else sees none", not await commands(juliet))
    made = juliets.replace("juliet", "made")
    answer = await carry_out(nurse, "add-user", accountjid=made, password="s3cret", **{"password-verify": "s3cret"})
    check("a user is added", answer["status"] == "completed")
    other = await entered(place, made, "s3cret")
    await carry_out(nurse, "announce", announcement="Tea at five.")
    check("an announcement is heard", (await other.hears())["body"] == "Tea at five.")
    gone = other.disconnected
    await carry_out(nurse, "delete-user", accountjids=made)
    await within(gone)
    check("a user is deleted", True)
    try:
        await carry_out(juliet, "delete-user", accountjids=jid)
    except IqError as refusal:
        check("somebody else is refused", refusal.condition == "forbidden")
    await juliet.leaves()
    await nurse.leaves()


async def commands(client):
    items = await within(client["xep_0050"].get_commands(client.boundjid.domain))
    return [item[1] for item in items["disco_items"]["items"]]


async def carry_out(client, name, **answers):
    """Asks for the form, and fills it in."""
    place = {"jid": client.boundjid.domain, "node": ADMIN + name}
    asked = (await within(client["xep_0050"].send_command(**place)))["command"]
    form = client["xep_0004"].make_form(ftype="submit")
    for var, value in answers.items():
        form.add_field(var=var, value=value)
    answer = await within(client["xep_0050"].send_command(
        **place, action="complete", payload=form, sessionid=asked["sessionid"]))
    return answer["command"]


async def main(mode, address, port, certificate, *accounts):
    await {"talk": talk, "echo": echo, "govern": govern}[mode](Place(address, int(port), certificate), *accounts)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main(*sys.argv[1:]))
