package org.relais.exchange.ui;

import java.io.IOException;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;

/** Reads what a browser sends, never more than a file may have: what it says of the size is not believed. */
final class StagingHandler implements UploadHandler {

    private final int most;
    private final transient Taking taking;

    /** @param most how many bytes a file may have */
    StagingHandler(int most, Taking taking) {
        this.most = most;
        this.taking = taking;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        byte[] content;
        if (event.getFileSize() > most) {
            content = null;
        } else {
            try (var stream = event.getInputStream()) {
                var read = stream.readNBytes(most + 1);
                content = read.length > most ? null : read;
            }
        }
        var answer = taking.take(event.getFileName(), content);
        var _ = event.getUI().access(answer::run);
    }

    // A browser that sends several files in one request is held to the same
    @Override
    public long getFileSizeMax() {
        return most;
    }

    @Override
    public long getRequestSizeMax() {
        return most;
    }

    /** What to do with one file, outside the lock of the page. */
    interface Taking {

        /**
         * Takes it.
         *
         * @param content null when it is too large
         * @return what to say on the page
         */
        Runnable take(String file, byte @org.jspecify.annotations.Nullable [] content);
    }
}
