import { isDarkTheme, onRibbonCommand, whenOfficeReady } from '../../src/host/excel/office';
import { excel } from './excel';

test('the page knows that it is a task pane of Excel', async () => {
  expect(await whenOfficeReady()).toEqual({ application: 'Excel', platform: 'PC', supported: true });
});

test('the theme of Excel is light', () => {
  expect(isDarkTheme()).toBe(false);
});

test('a ribbon button runs its command and is told when it is done', async () => {
  const steps: string[] = [];
  const onError = jest.fn();
  onRibbonCommand('checkNow', async () => {
    await Promise.resolve();
    steps.push('checked');
  }, onError);
  await excel.ribbon('checkNow');
  expect(steps).toEqual(['checked']);
  expect(onError).not.toHaveBeenCalled();
});

test('a command that fails is reported, and the button is released', async () => {
  const onError = jest.fn();
  const failure = new Error('no');
  onRibbonCommand('fails', () => Promise.reject(failure), onError);
  await excel.ribbon('fails');
  expect(onError).toHaveBeenCalledWith(failure);
});
