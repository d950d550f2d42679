/** Pictures are imported by scenes as addresses. */
declare module '*.png' {
  const address: string;
  export default address;
}
