export const ACCENT = '#e6a700';
