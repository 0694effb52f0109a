package org.opbrief.sample;

import java.util.List;

/** The applications that investigations meet, the most frequent first. */
final class Apps {
    static final List<String> SOCIAL = List.of("facebook", "snapchat", "instagram", "tiktok");
    static final List<String> ENCRYPTED = List.of("whatsapp", "telegram", "signal", "wickr", "wire");

    private Apps() {}
}
