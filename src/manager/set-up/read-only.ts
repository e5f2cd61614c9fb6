import { createContext, use } from 'react';

/** Whether the fields around which it stands are looked at only. */
export const ReadOnlyContext = createContext(false);

export const useReadOnly = (): boolean => use(ReadOnlyContext);
