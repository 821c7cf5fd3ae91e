import path from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import product from '../../../webpack.config.js';

/** The pane over answers that a test chooses, built as the product is. */
export default {
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
