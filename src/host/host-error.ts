/** Why a host could not do what it was asked to. */
export type HostFault =
  | 'stale'
  | 'protected'
  | 'formula'
  | 'missing'
  | 'hidden'
  | 'busy'
  | 'unsupported'
  | 'unreadable'
  | 'encrypted'
  | 'empty'
  | 'too-large'
  | 'not-excel'
  | 'not-word'
  | 'read-only'
  | 'interrupted'
  | 'failed';

/** One sentence a fault: what happened and what to do. `{where}` is a cell, a sheet or a file name. */
const SENTENCES: Readonly<Record<HostFault, string>> = {
  stale: '{where} 的内容在检查之后改动过，本次没有写入任何单元格。请重新检查后再操作。',
  protected: '工作表“{where}”已被保护，本次没有写入任何单元格。请在“审阅”中撤销工作表保护后重试。',
  formula: '{where} 是公式，本次没有写入任何单元格。请修改公式所引用的单元格，或重新检查。',
  missing: '找不到 {where}，它可能已被改名或删除。请重新检查。',
  hidden: '工作表“{where}”已隐藏，无法定位。请右键单击任一工作表标签，选“取消隐藏”后重试。',
  busy: 'Excel 正忙（可能正在编辑单元格）。请按 Enter 或 Esc 结束编辑后重试。',
  unsupported: '当前 Excel 版本过低，不支持本功能。请使用 Excel 2021、Microsoft 365 或 Excel 网页版（ExcelApi 1.9 以上）；也可用浏览器打开本助手的网页版。',
  unreadable: '“{where}”已损坏或不完整，无法读取。请用 Excel 打开并另存为 .xlsx 后重试。',
  encrypted: '“{where}”设有打开密码，无法读取。请在 Excel 中取消密码后重试。',
  empty: '“{where}”是空文件。请选择含有决算公开表的工作簿。',
  'too-large': '“{where}”超过 40 MB，不像是决算公开工作簿。请删除无关内容后重试。',
  'not-excel': '“{where}”不是 Excel 工作簿。请选择 .xlsx 或 .xls 文件。',
  'not-word': '“{where}”不是 Word 文件，或已损坏、设有密码。请选择 .docx 文件；.doc 旧格式请先用 Word 另存为 .docx。',
  'read-only': '“{where}”是 .xls 旧格式，只能核对，不能修改。请用 Excel 另存为 .xlsx 后再修复。',
  interrupted: '写入中途与 Excel 失去联系，{where} 等单元格可能已经改动。请核对这些单元格，或不保存而重新打开工作簿。',
  failed: '操作没有完成：{where}。工作簿没有改动，请重试；如仍失败，请保存并重新打开工作簿。',
};

/** The one error class of all hosts; its message is the sentence the user reads. */
export class HostError extends Error {
  readonly fault: HostFault;
  /** The cell, sheet or file it is about; '' where there is none. */
  readonly where: string;

  constructor(fault: HostFault, where = '', options?: ErrorOptions) {
    super(SENTENCES[fault].replace('{where}', where), options);
    this.name = 'HostError';
    this.fault = fault;
    this.where = where;
  }
}
