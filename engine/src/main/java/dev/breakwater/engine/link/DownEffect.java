package dev.breakwater.engine.link;

import java.io.IOException;

/// Cuts the link: open connections close, new ones are refused. Refused connects never reach us, so only the cut ones are hits.
final class DownEffect extends Effect {
    @Override
    void begin(Link link) throws IOException {
        link.refuse();
    }

    @Override
    void begin(Connection connection) {
        hit();
        connection.close();
    }

    @Override
    void end(Link link) throws IOException {
        link.listen();
    }
}
