package im.myna.administration.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;

/** Jakarta Authentication 3.0, 3.8. */
class ShortcutTest {
    private final List<String> asked = new ArrayList<>();
    private final Shortcut shortcut = new Shortcut(new LongWay(asked));

    /** A request, of which the container was told something or not. */
    private static MessageInfo message(boolean told, boolean mandatory) {
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                ShortcutTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                        (told && arguments[0].equals(Identity.class.getName())) ? Boolean.TRUE : null);
        Map<Object, Object> map = new HashMap<>();
        if (mandatory) {
            map.put("jakarta.security.auth.message.MessagePolicy.isMandatory", "true");
        }
        return (MessageInfo) Proxy.newProxyInstance(
                ShortcutTest.class.getClassLoader(),
                new Class<?>[] {MessageInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestMessage" -> request;
                    case "getMap" -> map;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void whereNobodyWasToldOfNobodyIsAsked() throws Exception {
        var message = message(false, false);
        assertThat(shortcut.validateRequest(message, new Subject(), new Subject()))
                .isEqualTo(AuthStatus.SUCCESS);
        assertThat(shortcut.secureResponse(message, new Subject())).isEqualTo(AuthStatus.SEND_SUCCESS);
        assertThat(asked).isEmpty();
    }

    @Test
    void whereSomebodyWasToldOfTheLongWayIsGone() throws Exception {
        var message = message(true, false);
        assertThat(shortcut.validateRequest(message, new Subject(), new Subject()))
                .isEqualTo(AuthStatus.SEND_FAILURE);
        shortcut.secureResponse(message, new Subject());
        shortcut.cleanSubject(message, new Subject());
        assertThat(asked).containsExactly("validate", "secure", "clean");
    }

    /** What the container protects by a constraint is never passed by. */
    @Test
    void whatIsProtectedTakesTheLongWay() throws Exception {
        assertThat(shortcut.validateRequest(message(false, true), new Subject(), new Subject()))
                .isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(asked).containsExactly("validate");
    }

    private record LongWay(List<String> asked) implements ServerAuthContext {
        @Override
        public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service) {
            asked.add("validate");
            return AuthStatus.SEND_FAILURE;
        }

        @Override
        public AuthStatus secureResponse(MessageInfo message, Subject service) {
            asked.add("secure");
            return AuthStatus.SEND_SUCCESS;
        }

        @Override
        public void cleanSubject(MessageInfo message, Subject subject) {
            asked.add("clean");
        }
    }
}
