const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

/** The server that manifest.xml names; `--env origin=https://…` puts another in its place in dist/manifest.xml. */
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

/** What Excel on Windows, on a Mac and on the web asks for; nothing else of the library is shipped. */
const OFFICE_FILES = [
  /\/dist\/office\.js$/,
  /\/dist\/excel-(?:win32|mac|winrt|web)-16\.0[01](?:-core)?\.js$/,
  /\/dist\/o15apptofilemappingtable\.js$/,
  /\/dist\/es6-promise\.js$/,
  /\/dist\/(?:zh-[a-z]+|en-us)\/office_strings\.js$/,
];

/** Nothing foreign and no eval. Fluent UI fills `<style>` elements through the CSSOM: only empty ones are allowed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const page = (name, filename) =>
  new HtmlPlugin({
    template: `src/${name}/${filename}`,
    filename,
    chunks: [name],
    templateParameters: { policy: CONTENT_SECURITY_POLICY },
  });

const config = (env = {}, { mode = 'production' } = {}) => ({
  mode,
  context: __dirname,
  target: ['web', 'es2020'],
  entry: { taskpane: './src/taskpane/index.tsx', standalone: './src/standalone/index.tsx' },
  output: { path: path.join(__dirname, 'dist'), filename: '[name].[contenthash:8].js', clean: true },
  devtool: mode === 'production' ? false : 'source-map',
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: {
          jsc: {
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
            target: 'es2020',
          },
        },
      },
    ],
  },
  optimization: { splitChunks: { chunks: 'all' } },
  plugins: [
    page('taskpane', 'taskpane.html'),
    page('standalone', 'index.html'),
    new CopyPlugin({
      patterns: [
        {
          from: 'node_modules/@microsoft/office-js/dist',
          to: 'office-js',
          filter: (file) => OFFICE_FILES.some((pattern) => pattern.test(file.replaceAll('\\', '/'))),
          info: { minimized: true },
        },
        { from: 'node_modules/@microsoft/office-js/LICENSE.md', to: 'office-js' },
        { from: 'assets/*.{png,xlsx}' },
        {
          from: 'manifest.xml',
          transform: (xml) => xml.toString().replaceAll(DEVELOPMENT_ORIGIN, env.origin ?? DEVELOPMENT_ORIGIN),
        },
      ],
    }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
  infrastructureLogging: { level: 'warn' },
  devServer: {
    port: 3000,
    hot: false,
    static: false,
    server: env.https ? 'https' : 'http',
    client: { overlay: false },
  },
});

module.exports = config;
module.exports.CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY;
