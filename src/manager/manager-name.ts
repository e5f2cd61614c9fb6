const KEY = 'markaz.manager.name';

/** The name under which what is done here is logged; empty until it was asked. */
export const managerName = (): string => sessionStorage.getItem(KEY) ?? '';

export const keepManagerName = (name: string): void => sessionStorage.setItem(KEY, name.trim());
