"""Questions of structured interviews: which to ask, why, what they cover, and where they were asked."""
