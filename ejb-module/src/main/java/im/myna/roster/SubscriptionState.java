package im.myna.roster;

import im.myna.jid.Jid;
import im.myna.stanza.Presence;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.Subscription;

/**
 * Where an account stands with one contact (RFC 6121, appendix A.1), and what each of the four requests makes of it.
 *
 * @param to the owner gets the contact's presence
 * @param out the owner asked for it and has no answer ("pending out")
 * @param from the contact gets the owner's presence
 * @param in the contact asked for it and has no answer ("pending in")
 * @param approved the owner has granted the request before it came (3.4)
 */
public record SubscriptionState(boolean to, boolean out, boolean from, boolean in, boolean approved) {
    public SubscriptionState {
        if ((to && out) || (from && in)) {
            throw new IllegalArgumentException("who is subscribed waits for no answer");
        }
    }

    /** Of the contact among those, by groups as well. */
    public static SubscriptionState in(Contacts contacts, Jid contact) {
        var item = contacts.own().item(contact).orElseGet(() -> RosterItem.of(contact));
        boolean to = contacts.isSubscribedTo(contact);
        boolean from = contacts.isSubscribed(contact);
        return new SubscriptionState(
                to, item.ask() && !to, from, contacts.isRequested(contact) && !from, item.approved());
    }

    public Subscription subscription() {
        return Subscription.of(to, from);
    }

    /**
     * What a request does that goes out.
     *
     * @param routed it goes on to the contact
     */
    public record Sent(SubscriptionState state, boolean routed) {}

    /**
     * What a request does that comes in.
     *
     * @param delivered the owner's clients see it
     * @param granted it is answered with "subscribed" in the owner's name
     */
    public record Received(SubscriptionState state, boolean delivered, boolean granted) {}

    /** RFC 6121, A.2. */
    public Sent outbound(Presence.Type type) {
        return switch (type) {
            case SUBSCRIBE -> new Sent(new SubscriptionState(to, !to, from, in, approved), true);
            case UNSUBSCRIBE -> new Sent(new SubscriptionState(false, false, from, in, approved), true);
            // 3.4.2: who approves what nobody asked for approves in advance; that is noted and does not go on.
            case SUBSCRIBED ->
                in
                        ? new Sent(new SubscriptionState(to, out, true, false, approved), true)
                        : new Sent(new SubscriptionState(to, out, from, false, approved || !from), false);
            // 3.4.2: it takes an approval in advance back, too.
            case UNSUBSCRIBED -> new Sent(new SubscriptionState(to, out, false, false, false), from || in);
            default -> throw new IllegalArgumentException(type + " changes no subscription");
        };
    }

    /** RFC 6121, A.3. */
    public Received inbound(Presence.Type type) {
        return switch (type) {
            case SUBSCRIBE -> subscribe();
            case UNSUBSCRIBE -> new Received(new SubscriptionState(to, out, false, false, approved), from || in, false);
            case SUBSCRIBED -> new Received(new SubscriptionState(to || out, false, from, in, approved), out, false);
            case UNSUBSCRIBED ->
                new Received(new SubscriptionState(false, false, from, in, approved), to || out, false);
            default -> throw new IllegalArgumentException(type + " changes no subscription");
        };
    }

    private Received subscribe() {
        // 3.1.3: who is subscribed, or approved in advance, gets the answer from the server; the owner is not asked.
        if (from || approved) {
            return new Received(new SubscriptionState(to, out, true, false, approved), false, true);
        }
        // A.3.1: a request that waits is not shown once more.
        return new Received(new SubscriptionState(to, out, false, true, false), !in, false);
    }
}
