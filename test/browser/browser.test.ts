import { launch } from './support/browser';

describe('the browser the tests run in', () => {
  it('starts and lays out text', async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent('<span style="font-size: 20px">决算公开</span>');
      const box = await page.locator('span').boundingBox();
      expect(box?.width).toBe(80);
    } finally {
      await browser.close();
    }
  });
});
