package dev.dormouse.connectors.s3;

import dev.dormouse.spi.ConnectorException;
import dev.dormouse.spi.Reaction;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Puts the SDK's exceptions into one line each. The answer's own text is left out, since it may repeat key ids and host
 * names; its code says enough.
 */
final class S3Faults {

    private S3Faults() {}

    static ConnectorException of(String name, SdkException e) {
        return e instanceof AwsServiceException answered ? answered(name, answered) : unanswered(name, e);
    }

    private static ConnectorException answered(String name, AwsServiceException e) {
        String code = e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? "no code"
                : e.awsErrorDetails().errorCode();
        String said = " (S3 answered " + e.statusCode() + ", " + code + ")";
        return switch (e.statusCode()) {
            case 401, 403 ->
                fault(
                        S3ErrorCode.S3_FORBIDDEN,
                        new Reaction.Forbidden(),
                        name + ": may not be read with these credentials" + said
                                + "; grant s3:GetObject, and s3:ListBucket for a name with wildcards",
                        e);
            case 404 -> absent(name, code, said, e);
            case 301, 307 ->
                fault(
                        S3ErrorCode.S3_WRONG_REGION,
                        new Reaction.Invalid(),
                        name + ": the bucket is in another region" + said + "; correct `region`",
                        e);
            case 412 -> changed(name, e);
            default -> otherwise(name, said, e);
        };
    }

    private static ConnectorException absent(String name, String code, String said, AwsServiceException e) {
        if (code.equals("NoSuchKey")) {
            return changed(name, e);
        }
        return fault(
                S3ErrorCode.S3_NO_BUCKET,
                new Reaction.Gone(),
                name + ": there is no such bucket" + said + "; correct the name, or `endpoint`",
                e);
    }

    private static ConnectorException changed(String name, AwsServiceException e) {
        return fault(
                S3ErrorCode.S3_CHANGED,
                new Reaction.Unavailable(),
                name + ": was replaced or removed after it was found; run again when it is written",
                e);
    }

    private static ConnectorException otherwise(String name, String said, AwsServiceException e) {
        if (e.statusCode() >= 500 || e.statusCode() == 429) {
            return fault(
                    S3ErrorCode.S3_UNAVAILABLE,
                    new Reaction.Unavailable(),
                    name + ": S3 cannot answer now" + said + "; run again later",
                    e);
        }
        return fault(
                S3ErrorCode.S3_REFUSED,
                new Reaction.Invalid(),
                name + ": S3 refuses the request" + said + "; correct the settings under `s3`",
                e);
    }

    private static ConnectorException unanswered(String name, SdkException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Unable to load credentials") || message.contains("Unable to load region")) {
            String missing = message.contains("Unable to load region") ? "region" : "credentials";
            return fault(
                    S3ErrorCode.S3_NOT_CONFIGURED,
                    new Reaction.Forbidden(),
                    name + ": no " + missing + " to be found; set " + missing
                            + " under `s3` or in the environment (AWS_...)",
                    e);
        }
        return fault(
                S3ErrorCode.S3_UNAVAILABLE,
                new Reaction.Unavailable(),
                name + ": S3 cannot be reached (" + innermost(e)
                        + "); see that `endpoint` and the network are well and run" + " again",
                e);
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    private static ConnectorException fault(S3ErrorCode code, Reaction reaction, String message, SdkException cause) {
        return new ConnectorException(code, reaction, message, cause);
    }
}
