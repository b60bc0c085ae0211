/**
 * Files in an S3 bucket, or in anything that speaks S3. A name with wildcards needs the permission to list the bucket; a
 * full name needs only that to read the object.
 */
@NullMarked
package dev.dormouse.connectors.s3;

import org.jspecify.annotations.NullMarked;
