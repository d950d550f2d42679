export const doubled = (value: number) => value * 2;
export default doubled;
