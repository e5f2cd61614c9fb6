const KEY = 'markaz.operator.name';

/** The name under which the operator signed in on this console. */
export const operatorName = (): string => sessionStorage.getItem(KEY) ?? '';

export const keepOperatorName = (name: string): void => sessionStorage.setItem(KEY, name.trim());
