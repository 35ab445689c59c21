package dev.breakwater.engine.link;

import java.io.IOException;

/// An effect that was begun on a link.
record InForce(Link link, Effect effect) implements Injection {
    @Override
    public long hits() {
        return effect.hits();
    }

    @Override
    public void heal() throws HealFailedException, InterruptedException {
        try {
            link.heal(effect);
        } catch (IOException e) {
            throw new HealFailedException("%s: %s".formatted(link.id(), e.getMessage()), e);
        }
    }
}
