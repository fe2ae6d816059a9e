package im.myna.blackbox.stage;

import im.myna.blackbox.server.Server;
import im.myna.conversation.Stage;
import im.myna.conversation.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Myna on Payara Micro, reached by the door that the system property {@code myna.door} names. One server for all plays of the
 * process.
 */
public final class DeployedStage implements Stage {
    private static final String DOOR = System.getProperty("myna.door", "tcp");
    private static final String PASSWORD = "the administrator's own";
    private static final Map<String, String> SETTINGS = Map.of(
            "MYNA_ADMIN_PASSWORD", PASSWORD,
            "MYNA_DOMAIN", DOMAIN + ",other.example.com",
            "MYNA_TLS_REQUIRED", "false",
            "MYNA_LOGIN_THROTTLE", "false",
            "MYNA_LOGIN_ITERATIONS", "4096");

    private static DeployedStage only;

    private final Server server;
    private final Control control;
    private final Governor governor;

    /** For {@link java.util.ServiceLoader}; all are the same stage. */
    public DeployedStage() {
        synchronized (DeployedStage.class) {
            if (only == null) {
                server = start();
                control = new Control(server.data().resolve("control/socket"));
                governor = new Governor(server.target(), PASSWORD);
                only = this;
            } else {
                server = only.server;
                control = only.control;
                governor = only.governor;
            }
        }
    }

    @Override
    public void account(String username, String password) {
        forget(username);
        control.order("add " + username + "@" + DOMAIN, password);
    }

    @Override
    public void administrator(String username, String password) {
        forget(username);
        control.order("add-admin " + username + "@" + DOMAIN, password);
    }

    @Override
    public void forget(String username) {
        control.tries("delete " + username + "@" + DOMAIN, "");
    }

    @Override
    public void group(String name, String displayName, String audience, List<String> members) {
        var sharing = List.of("nobody", "everybody").contains(audience)
                ? "\"sharing\":\"" + audience + "\""
                : "\"sharing\":\"groups\",\"audience\":[\"" + address(audience) + "\"]";
        var all = members.stream().map(member -> '"' + address(member) + '"').collect(Collectors.joining(","));
        governor.does(
                "POST",
                "/groups",
                "{\"id\":\"" + address(name) + "\",\"displayName\":\"" + displayName + "\"," + sharing
                        + ",\"members\":[" + all + "]}");
    }

    @Override
    public void disband(String name) {
        governor.tries("DELETE", "/groups/" + address(name), "");
    }

    @Override
    public void join(String group, String username) {
        governor.does("PUT", "/groups/" + address(group) + "/members/" + address(username), "");
    }

    @Override
    public void leave(String group, String username) {
        governor.does("DELETE", "/groups/" + address(group) + "/members/" + address(username), "");
    }

    private static String address(String name) {
        return name + "@" + DOMAIN;
    }

    @Override
    public Wire connect() {
        return switch (DOOR) {
            case "tcp" -> tcp();
            case "websocket" -> new WebSocketWire(server.target());
            case "bosh" -> new BoshWire(server.target());
            default -> throw new IllegalStateException("no door: " + DOOR);
        };
    }

    private Wire tcp() {
        try {
            return new TcpWire(
                    new Socket(server.target().address(), server.target().port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(Map<String, String> wanted) {
        return wanted.isEmpty();
    }

    private static Server start() {
        try {
            return Server.start(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "stage"), SETTINGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
