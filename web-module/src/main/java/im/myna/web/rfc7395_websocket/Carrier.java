package im.myna.web.rfc7395_websocket;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/** Has the connection from the container, and gives it to the link. Made by the container. */
public class Carrier implements HttpUpgradeHandler {
    private volatile WebSocketLink link;

    void carry(WebSocketLink theLink) {
        link = theLink;
    }

    @Override
    public void init(WebConnection connection) {
        link.connect(connection);
    }

    @Override
    public void destroy() {
        link.gone();
    }
}
