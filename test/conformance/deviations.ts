/** Cases that we read otherwise than Pandoc on purpose, each with the reason. */
export const deviations: ReadonlyMap<string, string> = new Map([]);
