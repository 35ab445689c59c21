package dev.breakwater.engine.link;

import java.io.IOException;

/// An effect that was begun on a link.
record InForce(Link link, Effect effect) implements Injection {
    @Override
    public long hits() {
        return effect.hits();
    }

    @Override
    public void heal() throws HealFailedException {
        try {
            link.heal(effect);
        } catch (IOException e) {
            if (link.isClosed()) {
                return;
            }
            throw new HealFailedException("%s: %s".formatted(link.id(), e.getMessage()), e);
        }
    }
}
