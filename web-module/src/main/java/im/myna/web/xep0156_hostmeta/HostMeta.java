package im.myna.web.xep0156_hostmeta;

import im.myna.specification.Implements;
import im.myna.web.door.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the addresses of the doors of the browsers, as XML (RFC 6415) and as JSON. */
@Implements(spec = "XEP-0156", version = "1.4.0", note = "by host-meta, for WebSocket and BOSH")
@WebServlet(urlPatterns = {HostMeta.PATH, HostMeta.PATH + ".json"})
public class HostMeta extends HttpServlet {
    static final String PATH = "/.well-known/host-meta";

    private static final String RELATION = "urn:xmpp:alt-connections:";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var links = links(request.getServerName());
        boolean json = request.getServletPath().endsWith(".json");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "max-age=300");
        response.setContentType(json ? "application/json" : "application/xrd+xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json ? json(links) : xml(links));
    }

    /** Any page may ask; it is never asked with credentials. */
    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type");
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
    }

    /** By relation; their addresses have no character that would have to be escaped. */
    private Map<String, String> links(String host) {
        var links = new LinkedHashMap<String, String>();
        address.of(host).ifPresent(url -> {
            links.put(RELATION + "websocket", url.replaceFirst("^http", "ws") + "/xmpp-websocket");
            links.put(RELATION + "xbosh", url + "/http-bind");
        });
        return links;
    }

    private static String xml(Map<String, String> links) {
        return links.entrySet().stream()
                .map(link -> "  <Link rel='" + link.getKey() + "' href='" + link.getValue() + "'/>\n")
                .collect(Collectors.joining(
                        "",
                        "<?xml version='1.0' encoding='UTF-8'?>\n<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>\n",
                        "</XRD>\n"));
    }

    private static String json(Map<String, String> links) {
        return links.entrySet().stream()
                .map(link -> "{\"rel\":\"" + link.getKey() + "\",\"href\":\"" + link.getValue() + "\"}")
                .collect(Collectors.joining(",", "{\"links\":[", "]}\n"));
    }
}
