package io.retrace.identity;

import java.util.UUID;

/** The inner turns of an erasing, for tests of other packages; a bean wherever the erasing itself is one. */
public final class ErasingTurns {

    private final ErasingLife life;

    ErasingTurns(ErasingLife life) {
        this.life = life;
    }

    public boolean begin(UUID erasing) {
        return life.begin(erasing);
    }

    public void accountGone(UUID erasing) {
        life.accountGone(erasing);
    }

    public void finish(UUID erasing) {
        life.finish(erasing);
    }
}
