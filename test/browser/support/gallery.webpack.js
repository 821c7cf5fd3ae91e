const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const product = require('../../../webpack.config.js');

/** The pane over answers that a test chooses, built as the product is. */
module.exports = {
  ...product(),
  entry: { gallery: './test/browser/support/gallery.tsx' },
  output: { path: path.resolve('test-output/gallery'), filename: '[name].js', clean: true },
  plugins: [
    new HtmlPlugin({
      template: 'test/browser/support/gallery.html',
      templateParameters: { policy: product.CONTENT_SECURITY_POLICY },
    }),
    new CopyPlugin({ patterns: [{ from: 'assets/icon-*.png' }] }),
  ],
};
