import { config } from 'zod/v4/core';

// The pages' policy forbids to make code of texts; zod would try it once, and be reported.
config({ jitless: true });
