/**
 * What may stand in which element of an add-in manifest, in this order, as Microsoft documents it for task pane
 * add-ins. `?` may be left out, `+` and `*` may be repeated.
 */
export const ELEMENT_ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id', 'AlternateId?', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl',
    'HighResolutionIconUrl', 'SupportUrl', 'AppDomains?', 'Hosts', 'Requirements?', 'DefaultSettings', 'Permissions',
    'VersionOverrides?',
  ],
  DisplayName: ['Override*'],
  Description: ['Override*'],
  AppDomains: ['AppDomain+'],
  Requirements: ['Sets'],
  Sets: ['Set+'],
  DefaultSettings: ['SourceLocation'],
  VersionOverrides: ['Description?', 'Requirements?', 'Hosts', 'Resources'],
  Hosts: ['Host+'],
  Host: ['Runtimes?', 'AllFormFactors?', 'DesktopFormFactor?'],
  Runtimes: ['Runtime'],
  DesktopFormFactor: ['GetStarted?', 'FunctionFile?', 'ExtensionPoint+'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  ExtensionPoint: ['CustomTab'],
  CustomTab: ['Group+', 'Label', 'InsertAfter?', 'InsertBefore?'],
  Group: ['Label', 'Icon', 'Control+'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Enabled?'],
  Supertip: ['Title', 'Description'],
  Icon: ['bt:Image', 'bt:Image', 'bt:Image+'],
  Action: ['TaskpaneId?', 'SourceLocation?', 'Title?', 'FunctionName?'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings?'],
  'bt:Images': ['bt:Image+'],
  'bt:Urls': ['bt:Url+'],
  'bt:ShortStrings': ['bt:String+'],
  'bt:LongStrings': ['bt:String+'],
  'bt:String': ['bt:Override*'],
};

/** Whether children stand as the order of their parent wants them; an element that is not listed has none. */
export function isInOrder(parent: string, children: readonly string[]): boolean {
  const pattern = (ELEMENT_ORDER[parent] ?? []).map((entry) => {
    const [, name = '', count = ''] = /^(.*?)([?+*]?)$/.exec(entry) ?? [];
    return `(?:${name} )${count}`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(children.map((name) => `${name} `).join(''));
}
