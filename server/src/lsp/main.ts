export const serve = (): void => {}
