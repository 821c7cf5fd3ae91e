import type { IParagraphStyleOptions, Paragraph } from 'docx';
import type { DocumentBlock } from '../document';

/** A font and what to take where it is not installed. */
interface Face {
  readonly name: string;
  readonly fallback: string;
}

const TITLE: Face = { name: '方正小标宋简体', fallback: '宋体' };
const HEADING: Face = { name: '黑体', fallback: 'SimHei' };
const SUBHEADING: Face = { name: '楷体_GB2312', fallback: '楷体' };
const BODY: Face = { name: '仿宋_GB2312', fallback: '仿宋' };
const PAGE_NUMBER: Face = { name: '宋体', fallback: 'SimSun' };
const LATIN = 'Times New Roman';

/** 二号, 三号 and 四号 in half points. */
const SIZE = { title: 44, text: 32, pageNumber: 28 } as const;
/** 28 points, exactly, in twentieths of a point. */
const LINE = 560;
/** Two characters, in hundredths of one; for programs that do not know characters, in twentieths of a point. */
const INDENT = 200;
const INDENT_TWIPS = 640;

/**
 * A .docx in the layout of official documents (GB/T 9704: A4, margins 37/35/28/26 mm, title 小标宋 二号, text 仿宋 三号
 * in lines of 28 points, first lines indented by two characters, page number below). What is still to be filled in is
 * highlighted. The library is loaded when the first document is written.
 */
export async function writeDocx(blocks: readonly DocumentBlock[]): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, TextRun } = docx;

  const exactly = { line: LINE, lineRule: LineRuleType.EXACT };
  const indented = { indent: { firstLineChars: INDENT, firstLine: INDENT_TWIPS } };
  const style = (
    id: DocumentBlock['role'],
    name: string,
    face: Face,
    paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  ): IParagraphStyleOptions & { id: string } => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: fontOf(face), size: id === 'title' ? SIZE.title : SIZE.text },
    paragraph,
  });
  const paragraph = ({ role, runs }: DocumentBlock): Paragraph =>
    new docx.Paragraph({
      style: role,
      children: runs.map(
        ({ text, highlighted }) => new TextRun(highlighted ? { text, highlight: 'yellow' } : { text }),
      ),
    });
  const pageNumber = new docx.Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ font: fontOf(PAGE_NUMBER), size: SIZE.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] }),
    ],
  });

  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font: fontOf(BODY), size: SIZE.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { ...exactly, before: 0, after: 0 } },
        },
      },
      paragraphStyles: [
        style('title', '公文标题', TITLE, { alignment: AlignmentType.CENTER, spacing: { ...exactly, after: LINE } }),
        style('heading', '公文一级标题', HEADING, { ...indented, outlineLevel: 0, keepNext: true }),
        style('subheading', '公文二级标题', SUBHEADING, { ...indented, outlineLevel: 1, keepNext: true }),
        style('body', '公文正文', BODY, indented),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297) },
            margin: { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) },
          },
        },
        footers: { default: new Footer({ children: [pageNumber] }) },
        children: blocks.map(paragraph),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, [fontTable()]));
}

/** Millimetres in twentieths of a point, which every reader of the format knows. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Latin letters and digits in Times New Roman; quotation marks and dashes as wide as Chinese ones. */
function fontOf({ name }: Face) {
  return { ascii: LATIN, hAnsi: LATIN, eastAsia: name, hint: 'eastAsia' } as const;
}

/** The fallbacks, which Word reads from the font table's alternative names. */
function fontTable(): { path: string; data: string } {
  const fonts = [TITLE, HEADING, SUBHEADING, BODY, PAGE_NUMBER].map(
    ({ name, fallback }) => `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:charset w:val="86"/></w:font>`,
  );
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return {
    path: 'word/fontTable.xml',
    data: `<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`,
  };
}
