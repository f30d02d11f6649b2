/** The smallest page: shows that the tests' pages run under the product's own content rules. */
const root = document.querySelector('#root')
if (root !== null) root.textContent = window.crossOriginIsolated ? 'alone and well' : 'not isolated'
