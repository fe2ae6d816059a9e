package im.myna.store.portable;

import im.myna.jid.Jid;
import im.myna.store.roster.RosterItem;
import im.myna.store.roster.Subscription;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** XEP-0227, 3.4: an item of a roster, in the format of RFC 6121, 2.1.2. Absent attributes are null, as JAXB has it. */
@XmlRootElement(name = "item", namespace = Pie.ROSTER)
@XmlAccessorType(XmlAccessType.FIELD)
class BoundItem {
    @XmlAttribute
    private String jid;

    @XmlAttribute
    private String name;

    @XmlAttribute
    private String subscription;

    @XmlAttribute
    private String ask;

    @XmlAttribute
    private String approved;

    @XmlElement(name = "group", namespace = Pie.ROSTER)
    private List<String> groups = new ArrayList<>();

    BoundItem() {}

    BoundItem(RosterItem item) {
        jid = item.contact().toString();
        name = item.name().isEmpty() ? null : item.name();
        subscription = item.subscription().word();
        ask = item.ask() ? "subscribe" : null;
        approved = item.approved() ? "true" : null;
        groups.addAll(item.groups());
    }

    RosterItem item() {
        if (jid == null) {
            throw new IllegalArgumentException("an item of a roster has no jid");
        }
        return new RosterItem(
                Jid.of(jid).bare(),
                name == null ? "" : name,
                groups.stream().filter(group -> !group.isEmpty()).distinct().toList(),
                subscription(),
                "subscribe".equals(ask),
                "true".equals(approved) || "1".equals(approved),
                0);
    }

    private Subscription subscription() {
        return Arrays.stream(Subscription.values())
                .filter(each -> subscription == null
                        ? each == Subscription.NONE
                        : each.word().equals(subscription))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no subscription '" + subscription + "'"));
    }
}
