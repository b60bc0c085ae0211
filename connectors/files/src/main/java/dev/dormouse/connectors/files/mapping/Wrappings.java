package dev.dormouse.connectors.files.mapping;

import java.util.Set;

/** What collectors and vendors put around records; names in the normal form of {@link Paths}. */
final class Wrappings {

    /** Objects in which collectors wrap a record. */
    private static final Set<String> ENVELOPES = Set.of(
            "event",
            "data",
            "json",
            "message",
            "record",
            "raw",
            "result",
            "payload",
            "log",
            "body",
            "detail",
            "jsonpayload",
            "protopayload",
            "original",
            "rawdata",
            "airbytedata",
            "msg",
            "auditdata",
            "rawevent",
            "rawlog",
            "eventoriginal",
            "hits",
            "response",
            "logmessage");

    /** Arrays in which vendors put records. */
    private static final Set<String> PAGES = Set.of(
            "items",
            "records",
            "value",
            "events",
            "entries",
            "data",
            "logs",
            "results",
            "hits",
            "auditlogs",
            "resources",
            "operationlogs",
            "activitylogs",
            "authlogs",
            "logevents",
            "users",
            "activities",
            "signins",
            "list",
            "loginhistory",
            "resultset",
            "rows",
            "response",
            "entities",
            "auditevents",
            "signinattempts",
            "history");

    /** Columns in which Splunk, CloudWatch and Elasticsearch write out whole records. */
    private static final Set<String> CARRIERS = Set.of("_raw", "@message", "event.original");

    private Wrappings() {}

    static boolean isEnvelope(String name) {
        return ENVELOPES.contains(normal(name));
    }

    static boolean isPage(String name) {
        return PAGES.contains(normal(name));
    }

    static String normal(String written) {
        // Elasticsearch; without the line it is a vendor's own word
        return written.equals("_source") ? "record" : Paths.normal(written);
    }

    /** A column of a table. */
    static boolean isCarrier(String name) {
        return CARRIERS.contains(name);
    }
}
