package io.guanxi.test;

import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets a test that awaits an answer ask again when the answer is not yet of the expected shape. At the deadline the last
 * failure, whatever its kind, is the reason that is reported.
 */
public final class PatientAwaiting implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.ignoreExceptionsByDefault();
    }
}
