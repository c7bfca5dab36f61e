/** The product's name as people read it: in titles, and beside the mark. The one place to change it. */
export const productName = 'Perimeter';
