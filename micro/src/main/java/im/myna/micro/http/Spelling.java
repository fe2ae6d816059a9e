package im.myna.micro.http;

import java.io.IOException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * Refuses a request whose path is none, such as one with "%u002e" in it. Payara would log a fault of its own, and answer that all is well.
 * Stands behind the decoder.
 */
final class Spelling extends BaseFilter {
    private static final int HEXADECIMAL = 16;

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        if (context.getMessage() instanceof HttpContent content
                && content.getHttpHeader() instanceof HttpRequestPacket request
                && !isSpelled(request.getRequestURI())) {
            refuse(context, request);
            content.recycle();
            return context.getStopAction();
        }
        return context.getInvokeAction();
    }

    /** RFC 3986, 2.1: behind each percent sign stand two hexadecimal digits. */
    static boolean isSpelled(String path) {
        for (int at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length() || !isDigit(path.charAt(at + 1)) || !isDigit(path.charAt(at + 2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character < 128 && Character.digit(character, HEXADECIMAL) >= 0;
    }

    /** RFC 9112, 3.2: 400, and the connection is closed, as nobody reads what may follow. */
    private static void refuse(FilterChainContext context, HttpRequestPacket request) {
        var response = request.getResponse();
        HttpStatus.BAD_REQUEST_400.setValues(response);
        response.setContentLength(0);
        request.getProcessingState().setKeepAlive(false);
        Connection<?> connection = context.getConnection();
        context.write(HttpContent.builder(response).last(true).build(), new EmptyCompletionHandler<WriteResult>() {
            @Override
            public void completed(WriteResult result) {
                connection.closeSilently();
            }

            @Override
            public void failed(Throwable reason) {
                connection.closeSilently();
            }
        });
    }
}
