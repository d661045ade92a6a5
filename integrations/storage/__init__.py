"""Object storage: a folder of this machine, or any service that speaks S3."""
