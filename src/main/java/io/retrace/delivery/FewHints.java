package io.retrace.delivery;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads what one connection answers, and hangs up on a server that says 1xx again and again: each is short, so no other limit
 * would end it before the deadline. A connection serves one call, so that all but the last head is a hint.
 */
final class FewHints extends DefaultHttpResponseParser {

    private static final int MOST = 20;

    private int heads;

    FewHints(Http1Config limits) {
        super(limits);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        if (++heads > MOST) throw new ProtocolException("nothing but 1xx");
        return super.parse(buffer, in);
    }
}
