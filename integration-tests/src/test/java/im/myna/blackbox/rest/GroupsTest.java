package im.myna.blackbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.client.Node;
import im.myna.blackbox.client.RawClient;
import im.myna.blackbox.client.SmackClient;
import im.myna.blackbox.rest.Office.Person;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jivesoftware.smack.roster.packet.RosterPacket.ItemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups, and the contact lists that they are on. */
@ExtendWith(Governed.class)
class GroupsTest {
    private static String id(String name) {
        return name + UUID.randomUUID() + "@" + Office.HERE;
    }

    private static String make(Office office, String id, String sharing, Person... members) {
        office.admin().post("/groups", body(id, sharing, members)).good();
        return "/groups/" + id;
    }

    private static String body(String id, String sharing, Person... members) {
        var audience = sharing.equals("groups") ? "\"" + id + "\"" : "";
        var jids = Stream.of(members).map(member -> "\"" + member.jid() + "\"").collect(Collectors.joining(","));
        return "{\"id\":\"%s\",\"displayName\":\"Kin\",\"sharing\":\"%s\",\"audience\":[%s],\"members\":[%s]}"
                .formatted(id, sharing, audience, jids);
    }

    private static List<String> ids(Answer page) {
        return page.good().list("groups").stream()
                .map(group -> String.valueOf(group.get("id")))
                .toList();
    }

    private static Node roster(RawClient client) {
        return client.demand("get", "", "<query xmlns='jabber:iq:roster'/>")
                .child("query")
                .orElseThrow();
    }

    @Test
    void aGroupIsMadeFoundChangedAndRemoved(Office office) {
        var admin = office.admin();
        var juliet = office.user("juliet");
        var id = id("kin");
        var made = admin.post("/groups", body(id, "nobody", juliet));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).endsWith("/api/v1/groups/" + id);
        assertThat(made.json())
                .isEqualTo(admin.get("/groups/" + id).good().json())
                .containsEntry("id", id)
                .containsEntry("displayName", "Kin")
                .containsEntry("description", "")
                .containsEntry("sharing", "nobody")
                .containsEntry("audience", List.of())
                .containsEntry("members", 1);
        assertThat(admin.patch(
                                "/groups/" + id,
                                "{\"description\":\"all of us\",\"sharing\":\"groups\",\"audience\":[\"" + id + "\"]}")
                        .good()
                        .json())
                .containsEntry("displayName", "Kin")
                .containsEntry("description", "all of us")
                .containsEntry("audience", List.of(id))
                .containsEntry("members", 1);
        assertThat(ids(admin.get("/groups?search=" + id.substring(0, 20).toUpperCase(Locale.ROOT))))
                .containsExactly(id);
        assertThat(ids(admin.get("/groups?member=" + juliet.jid()))).containsExactly(id);
        admin.delete("/groups/" + id).good();
        admin.get("/groups/" + id).problem(404);
        assertThat(ids(admin.get("/groups?member=" + juliet.jid()))).isEmpty();
        assertThat(admin.get("/audit?subject=" + id).good().list("entries"))
                .extracting(entry -> entry.get("action"))
                .containsExactly("group.remove", "group.change", "group.add");
    }

    @Test
    void membersAreReadPageByPage(Office office) {
        var people = IntStream.range(0, 5).mapToObj(i -> office.user("paged")).toArray(Person[]::new);
        var path = make(office, id("page"), "nobody", people);
        var first = office.admin().get(path + "/members?max=3").good();
        assertThat((List<?>) first.get("members")).hasSize(3);
        assertThat(first.get("count")).isEqualTo(5);
        var second = office.admin()
                .get(path + "/members?max=3&after=" + first.get("next"))
                .good();
        assertThat((List<?>) second.get("members")).hasSize(2);
        assertThat(second.json()).doesNotContainKey("next");
        assertThat(Stream.of(first, second).flatMap(page -> ((List<?>) page.get("members")).stream()))
                .map(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(people).map(Person::jid).toList());
    }

    @Test
    void manyComeAndGoAtOnceOrNobodyDoes(Office office) {
        var admin = office.admin();
        var juliet = office.user("juliet");
        var romeo = office.user("romeo");
        var nurse = office.user("nurse");
        var path = make(office, id("crowd"), "nobody", juliet);
        var members = path + "/members";
        admin.patch(
                        members,
                        "{\"add\":[\"%s\",\"%s\"],\"remove\":[\"%s\"]}"
                                .formatted(romeo.jid(), nurse.jid(), juliet.jid()))
                .good();
        assertThat(admin.get(members).good().get("members")).isEqualTo(List.of(nurse.jid(), romeo.jid()));
        admin.patch(members, "{\"add\":[\"%s\",\"nobody@im.example.com\"]}".formatted(juliet.jid()))
                .problem(404);
        assertThat(admin.get(members).good().get("count")).isEqualTo(2);
        var set = "{\"members\":[\"%s\",\"%s\"]}".formatted(juliet.jid(), romeo.jid());
        admin.put(members, set).good();
        admin.put(members, set).good();
        assertThat(admin.get(members).good().get("members")).isEqualTo(List.of(juliet.jid(), romeo.jid()));
        assertThat(admin.get("/audit?subject=" + path.substring("/groups/".length()))
                        .good()
                        .list("entries"))
                .extracting(entry -> entry.get("action"))
                .containsExactly("group.members", "group.members", "group.add");
        admin.put(members, "{}").problem(400);
        admin.put(members, "{\"members\":\"x\"}").problem(400);
        admin.patch(members, "{\"add\":[\"%s\"],\"remove\":[\"%s\"]}".formatted(nurse.jid(), nurse.jid()))
                .problem(400);
        var elsewhere = office.make("elsewhere", Office.ELSEWHERE, "user");
        admin.patch(members, "{\"add\":[\"" + elsewhere.jid() + "\"]}").problem(400);
        var chief = office.as(office.make("chief", Office.ELSEWHERE, "domain-admin"));
        chief.put(members, "{\"members\":[]}").problem(404);
        admin.put(members, "{\"members\":[]}").good();
        assertThat(admin.get(path).good().get("members")).isEqualTo(0);
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason(Office office) {
        var admin = office.admin();
        var path = make(office, id("taken"), "nobody");
        var id = path.substring("/groups/".length());
        admin.post("/groups", body(id, "nobody")).problem(409);
        for (var wrong : List.of(
                Office.HERE, "a@elsewhere.example", "a@im.example.com/r", "x".repeat(101) + "@im.example.com")) {
            admin.post("/groups", body(wrong, "nobody")).problem(400);
        }
        assertThat(admin.patch(path, "{\"sharing\":\"groups\",\"audience\":[\"nothing@im.example.com\"]}")
                        .problem(400))
                .contains("nothing@im.example.com");
        admin.patch(path, "{\"sharing\":\"nobody\",\"audience\":[\"" + id + "\"]}")
                .problem(400);
        admin.patch(path, "{\"sharing\":\"friends\"}").problem(400);
        admin.patch(path, "{\"displayName\":\" \"}").problem(400);
        admin.patch(path, "{\"displayName\":\"a\\u0001\"}").problem(400);
        admin.patch(path, "{\"name\":\"x\"}").problem(400);
        admin.put(path + "/members/nobody@im.example.com", "").problem(404);
        var elsewhere = office.make("elsewhere", Office.ELSEWHERE, "user");
        admin.put(path + "/members/" + elsewhere.jid(), "").problem(400);
        admin.delete(path + "/members/" + office.user("absent").jid()).problem(404);
        var late = id("late");
        admin.post("/groups", "{\"id\":\"" + late + "\",\"members\":[\"nobody@im.example.com\"]}")
                .problem(404);
        admin.get("/groups/" + late).problem(404);
        make(office, late, "nobody");
    }

    @Test
    void eachGovernsTheGroupsThatAreHis(Office office) {
        var path = make(office, id("strange"), "nobody");
        var chief = office.as(office.make("chief", Office.ELSEWHERE, "domain-admin"));
        var auditor = office.as(office.make("auditor", Office.HERE, "auditor"));
        var user = office.as(office.user("plain"));
        chief.get(path).problem(404);
        chief.get(path + "/members").problem(404);
        chief.get("/groups?domain=" + Office.HERE).problem(404);
        chief.delete(path).problem(404);
        chief.patch(path, "{\"displayName\":\"x\"}").problem(404);
        auditor.get(path).good();
        auditor.delete(path).problem(403);
        auditor.patch(path, "{\"displayName\":\"x\"}").problem(403);
        auditor.post("/groups", body(id("x"), "nobody")).problem(403);
        user.get("/groups").problem(403);
        user.get(path).problem(403);
        var own = "own" + UUID.randomUUID() + "@" + Office.ELSEWHERE;
        chief.post("/groups", "{\"id\":\"" + own + "\"}").good();
        assertThat(ids(chief.get("/groups"))).contains(own);
        chief.delete("/groups/" + own).good();
    }

    /** RFC 6121, 2.1.6; as a library sees it. */
    @Test
    void aSharedGroupIsOnTheContactListsOfThoseWhoAreThereAtOnce(Office office) throws Exception {
        var juliet = office.user("juliet");
        var romeo = office.user("romeo");
        try (var client = SmackClient.login(office.target(), juliet.name(), juliet.password());
                var other = SmackClient.login(office.target(), romeo.name(), romeo.password())) {
            client.roster().reloadAndWait();
            assertThat(client.roster().getEntries()).isEmpty();
            var path = make(office, id("kin"), "groups", juliet, romeo);
            client.sees(presence ->
                    presence.isAvailable() && presence.getFrom().asBareJid().equals(other.jid()));
            Office.eventually(() -> client.roster().getEntry(other.jid()) != null);
            var entry = client.roster().getEntry(other.jid());
            assertThat(entry.getType()).isEqualTo(ItemType.both);
            assertThat(entry.getGroups()).singleElement().satisfies(group -> assertThat(group.getName())
                    .isEqualTo("Kin"));
            office.admin().patch(path, "{\"displayName\":\"Family\"}").good();
            Office.eventually(() -> client.roster().getGroup("Family") != null);
            office.admin().delete(path).good();
            client.sees(presence ->
                    !presence.isAvailable() && presence.getFrom().asBareJid().equals(other.jid()));
            Office.eventually(() -> client.roster().getEntries().isEmpty());
        }
    }

    @Test
    void whoseAccountIsDeletedIsGoneFromTheGroup(Office office) {
        var juliet = office.user("juliet");
        var romeo = office.user("romeo");
        var path = make(office, id("kin"), "groups", juliet, romeo);
        try (var client = office.login(juliet, "balcony")) {
            assertThat(roster(client).children()).hasSize(1);
            assertThat(office.admin().get(juliet.path() + "/roster").good().list("contacts"))
                    .extracting(contact -> contact.get("jid"))
                    .containsExactly(romeo.jid());
            office.admin().delete(romeo.path()).good();
            assertThat(client.expect("iq").toString()).contains("remove", romeo.jid());
            assertThat(roster(client).children()).isEmpty();
        }
        assertThat(office.admin().get(path).good().get("members")).isEqualTo(1);
    }
}
