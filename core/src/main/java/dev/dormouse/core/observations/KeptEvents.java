package dev.dormouse.core.observations;

import java.time.Instant;

/**
 * What the store holds of a source that tells events.
 *
 * @param oldest the oldest event of all
 * @param tellsUse whether it ever told of anything but logins
 */
public record KeptEvents(String source, String application, Instant oldest, boolean tellsUse) {}
