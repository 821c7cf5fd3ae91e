import type { IParagraphStyleOptions, ISectionOptions, Paragraph } from 'docx';
import type { DocumentBlock, DocumentParagraph, DocumentTable } from '../document';
import { TABLE_STYLES, tableParts } from './table';

/** The media type of a Word document. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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

/** 二号, 三号, 四号, 小四 and 小五 in half points. */
const SIZE = { title: 44, text: 32, pageNumber: 28, label: 24, cell: 18 } as const;
/** 28 points, exactly, in twentieths of a point; a table's lines are closer. */
const LINE = 560;
const TABLE_LINE = 280;
/** Two characters, in hundredths of one; for programs that do not know characters, in twentieths of a point. */
const INDENT = 200;
const INDENT_TWIPS = 640;
/** In millimetres; on a page that lies on its side the margins turn with it. */
const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const;

/**
 * A .docx in the layout of official documents (GB/T 9704: A4, margins 37/35/28/26 mm, title 小标宋 二号, text 仿宋 三号
 * in lines of 28 points, first lines indented by two characters, page number below). What is still to be filled in is
 * highlighted; tables stand on pages of their own, which lie on their side where a table is wide. The library is loaded
 * when the first document is written.
 */
export async function writeDocx(blocks: readonly DocumentBlock[]): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, PageOrientation, TextRun } = docx;

  const exactly = { line: LINE, lineRule: LineRuleType.EXACT };
  const close = { line: TABLE_LINE, lineRule: LineRuleType.AT_LEAST };
  const indented = { indent: { firstLineChars: INDENT, firstLine: INDENT_TWIPS } };
  const style = (
    id: string,
    name: string,
    face: Face,
    size: number,
    paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  ): IParagraphStyleOptions & { id: string } => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: fontOf(face), size },
    paragraph,
  });
  const paragraph = ({ role, runs }: DocumentParagraph): Paragraph =>
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
  const footers = { default: new Footer({ children: [pageNumber] }) };
  const size = { width: twips(PAGE.width), height: twips(PAGE.height) };
  const upright = {
    page: {
      size,
      margin: { top: twips(PAGE.top), bottom: twips(PAGE.bottom), left: twips(PAGE.left), right: twips(PAGE.right) },
    },
  };
  const lying = {
    page: {
      size: { ...size, orientation: PageOrientation.LANDSCAPE },
      margin: { top: twips(PAGE.left), bottom: twips(PAGE.right), left: twips(PAGE.bottom), right: twips(PAGE.bottom) },
    },
  };
  const tableSection = (table: DocumentTable): ISectionOptions => {
    const width = table.landscape ? PAGE.height - 2 * PAGE.bottom : PAGE.width - PAGE.left - PAGE.right;
    return {
      properties: table.landscape ? lying : upright,
      footers,
      children: tableParts(docx, table, twips(width)),
    };
  };
  const paragraphs = blocks.filter((block) => block.role !== 'table');
  const tables = blocks.filter((block) => block.role === 'table');

  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font: fontOf(BODY), size: SIZE.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { ...exactly, before: 0, after: 0 } },
        },
      },
      paragraphStyles: [
        style('title', '公文标题', TITLE, SIZE.title, {
          alignment: AlignmentType.CENTER,
          spacing: { ...exactly, after: LINE },
        }),
        style('heading', '公文一级标题', HEADING, SIZE.text, { ...indented, outlineLevel: 0, keepNext: true }),
        style('subheading', '公文二级标题', SUBHEADING, SIZE.text, { ...indented, outlineLevel: 1, keepNext: true }),
        style('body', '公文正文', BODY, SIZE.text, { ...indented, alignment: AlignmentType.BOTH }),
        style(TABLE_STYLES.title, '公开表标题', TITLE, SIZE.text, {
          alignment: AlignmentType.CENTER,
          outlineLevel: 0,
          keepNext: true,
        }),
        style(TABLE_STYLES.label, '公开表表头', BODY, SIZE.label, { spacing: close, keepNext: true }),
        style(TABLE_STYLES.cell, '公开表单元格', PAGE_NUMBER, SIZE.cell, { spacing: { ...close, line: SIZE.cell * 12 } }),
        style(TABLE_STYLES.note, '公开表附注', BODY, SIZE.label, { spacing: close }),
      ],
    },
    sections: [
      { properties: upright, footers, children: paragraphs.map(paragraph) },
      ...tables.map(tableSection),
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
