package io.retrace.obligations.web;

import io.retrace.obligations.AnswerIntake;
import io.retrace.shared.Sha256;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A command whose body was read once to take its digest, and can be read again. */
final class BufferedBody extends HttpServletRequestWrapper {

    private final byte[] read;
    private final Body body;

    private BufferedBody(HttpServletRequest request, byte[] read, InputStream rest) {
        super(request);
        this.read = read;
        this.body = new Body(new SequenceInputStream(new ByteArrayInputStream(read), rest));
    }

    static BufferedBody of(HttpServletRequest request) throws IOException {
        var stream = request.getInputStream();
        return new BufferedBody(request, stream.readNBytes(AnswerIntake.MOST_BYTES + 1), stream);
    }

    boolean tooLong() {
        return read.length > AnswerIntake.MOST_BYTES;
    }

    /** Method, address and body: what makes it the same command. */
    Sha256 digest() {
        var asked = new ByteArrayOutputStream();
        asked.writeBytes(
                (getMethod() + ' ' + getRequestURI() + '?' + getQueryString() + '\n').getBytes(StandardCharsets.UTF_8));
        asked.writeBytes(read);
        return Sha256.of(asked.toByteArray());
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    /** Read where it is asked for, never by a listener. */
    private static final class Body extends ServletInputStream {

        private final InputStream stream;
        private boolean finished;

        Body(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            var one = stream.read();
            finished = one < 0;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            var count = stream.read(bytes, from, most);
            finished = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new UnsupportedOperationException("commands are read where they are asked for");
        }
    }
}
