/** Tests against S3Mock, which runs in the JVM of the tests and speaks S3 over a socket. */
@NullMarked
package dev.dormouse.connectors.s3;

import org.jspecify.annotations.NullMarked;
