import { buildParts, zipParts, type FixtureParts } from './xlsx-fixture';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The name of the sheet that has everything. */
export const RICH = '公开01表';
/** The name of the sheet whose part uses a namespace prefix and leaves cell addresses to their order. */
export const PREFIXED = '公开02表';

/** XML written over several lines: line breaks and what indents the next line are left out. */
function xml(lines: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw({ raw: lines }, ...values).replace(/\n */g, '');
}

/** A red dot of one pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/**
 * A workbook with what a spreadsheet program can put into a file around the cells: rich text, comments, a chart, an
 * image, a table, a pivot table, data validation, conditional formats of both generations, sparklines, links, names,
 * frozen panes, print settings, outline, custom XML, custom properties, an external link, a calculation chain.
 */
export function richParts(): FixtureParts {
  const plain = buildParts({ sheets: [RICH, PREFIXED, '透视', '隐'].map((name) => ({ name, cells: {} })) });
  return {
    ...plain,
    '[Content_Types].xml': contentTypes(plain['[Content_Types].xml'] ?? ''),
    '_rels/.rels': (plain['_rels/.rels'] ?? '').replace(
      '</Relationships>',
      `<Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/>` +
        `<Relationship Id="rId3" Type="${OFFICE}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
    ),
    'docProps/app.xml': APP,
    'docProps/custom.xml': CUSTOM_PROPERTIES,
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': (plain['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      `<Relationship Id="rId20" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>` +
        `<Relationship Id="rId21" Type="${OFFICE}/theme" Target="theme/theme1.xml"/>` +
        `<Relationship Id="rId22" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>` +
        `<Relationship Id="rId23" Type="${OFFICE}/pivotCacheDefinition" ` +
        'Target="pivotCache/pivotCacheDefinition1.xml"/>' +
        `<Relationship Id="rId24" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': SHARED_STRINGS,
    'xl/styles.xml': STYLES,
    'xl/theme/theme1.xml': THEME,
    'xl/calcChain.xml': CALCULATION_CHAIN,
    'xl/worksheets/sheet1.xml': SHEET,
    'xl/worksheets/_rels/sheet1.xml.rels': sheetLinks([
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'comments', '../comments1.xml'],
      ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId4', 'table', '../tables/table1.xml'],
      ['rId5', 'printerSettings', '../printerSettings/printerSettings1.bin'],
    ]),
    'xl/worksheets/sheet2.xml': PREFIXED_SHEET,
    'xl/worksheets/sheet3.xml': PIVOT_SHEET,
    'xl/worksheets/_rels/sheet3.xml.rels': sheetLinks([['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']]),
    'xl/comments1.xml': COMMENTS,
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1"/></xml>',
    'xl/drawings/drawing1.xml': DRAWING,
    'xl/drawings/_rels/drawing1.xml.rels': sheetLinks([
      ['rId1', 'chart', '../charts/chart1.xml'],
      ['rId2', 'image', '../media/image1.png'],
    ]),
    'xl/charts/chart1.xml': CHART,
    'xl/media/image1.png': PNG,
    'xl/tables/table1.xml': TABLE,
    'xl/pivotTables/pivotTable1.xml': PIVOT_TABLE,
    'xl/pivotTables/_rels/pivotTable1.xml.rels': sheetLinks([
      ['rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml'],
    ]),
    'xl/pivotCache/pivotCacheDefinition1.xml': PIVOT_CACHE,
    'xl/printerSettings/printerSettings1.bin': Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256),
    'xl/externalLinks/externalLink1.xml': EXTERNAL_LINK,
    'xl/externalLinks/_rels/externalLink1.xml.rels': EXTERNAL_LINK_TARGET,
    'customXml/item1.xml': '<note xmlns="urn:example:note">不可丢失</note>',
  };
}

/** The same as a file. */
export function richXlsx(): Uint8Array {
  return zipParts(richParts());
}

function contentTypes(plain: string): string {
  const overrides: readonly (readonly [string, string])[] = [
    ['docProps/app.xml', `${TYPES}.extended-properties+xml`],
    ['docProps/custom.xml', `${TYPES}.custom-properties+xml`],
    ['xl/theme/theme1.xml', `${TYPES}.theme+xml`],
    ['xl/calcChain.xml', `${TYPES}.spreadsheetml.calcChain+xml`],
    ['xl/comments1.xml', `${TYPES}.spreadsheetml.comments+xml`],
    ['xl/drawings/drawing1.xml', `${TYPES}.drawing+xml`],
    ['xl/charts/chart1.xml', `${TYPES}.drawingml.chart+xml`],
    ['xl/tables/table1.xml', `${TYPES}.spreadsheetml.table+xml`],
    ['xl/pivotTables/pivotTable1.xml', `${TYPES}.spreadsheetml.pivotTable+xml`],
    ['xl/pivotCache/pivotCacheDefinition1.xml', `${TYPES}.spreadsheetml.pivotCacheDefinition+xml`],
    ['xl/externalLinks/externalLink1.xml', `${TYPES}.spreadsheetml.externalLink+xml`],
  ];
  const added = overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  const defaults =
    '<Default Extension="png" ContentType="image/png"/>' +
    `<Default Extension="vml" ContentType="${TYPES}.vmlDrawing"/>` +
    `<Default Extension="bin" ContentType="${TYPES}.spreadsheetml.printerSettings"/>`;
  return plain.replace('<Override', `${defaults}<Override`).replace('</Types>', `${added.join('')}</Types>`);
}

function sheetLinks(links: readonly (readonly [string, string, string])[]): string {
  const all = links.map(([id, kind, target]) => {
    return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  });
  return (
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `${all.join('')}</Relationships>`
  );
}

const VT = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

const APP = DECLARATION + xml`
  <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="${VT}">
  <Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="4" baseType="variant"><vt:variant>
  <vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>4</vt:i4></vt:variant><vt:variant>
  <vt:lpstr>命名范围</vt:lpstr></vt:variant><vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs>
  <TitlesOfParts><vt:vector size="5" baseType="lpstr"><vt:lpstr>${RICH}</vt:lpstr><vt:lpstr>${PREFIXED}</vt:lpstr>
  <vt:lpstr>透视</vt:lpstr><vt:lpstr>隐</vt:lpstr><vt:lpstr>税率</vt:lpstr></vt:vector></TitlesOfParts></Properties>
`;

const CUSTOM_PROPERTIES = DECLARATION + xml`
  <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="${VT}">
  <property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="单位"><vt:lpwstr>某局</vt:lpwstr></property>
  </Properties>
`;

const WORKBOOK = DECLARATION + xml`
  <workbook xmlns="${MAIN}" xmlns:r="${OFFICE}" 
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15" 
  xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><fileVersion appName="xl"/>
  <workbookPr codeName="ThisWorkbook"/><bookViews><workbookView activeTab="1"/></bookViews><sheets>
  <sheet name="${RICH}" sheetId="1" r:id="rId1"/><sheet name="${PREFIXED}" sheetId="7" r:id="rId2"/>
  <sheet name="透视" sheetId="3" r:id="rId3"/><sheet name="隐" sheetId="4" state="veryHidden" r:id="rId4"/></sheets>
  <externalReferences><externalReference r:id="rId22"/></externalReferences><definedNames>
  <definedName name="_xlnm.Print_Area" localSheetId="0">${RICH}!$A$1:$D$9</definedName>
  <definedName name="税率">${RICH}!$D$3</definedName></definedNames><calcPr calcId="191029"/><pivotCaches>
  <pivotCache cacheId="1" r:id="rId23"/></pivotCaches></workbook>
`;

const SHARED_STRINGS = DECLARATION + xml`
  <sst xmlns="${MAIN}" count="9" uniqueCount="5"><si><t>收入支出决算总表</t></si><si><r><rPr><b/><sz val="11"/>
  <rFont val="宋体"/></rPr><t>一、</t></r><r><t xml:space="preserve">财政 拨款</t></r></si><si><t>项目</t><rPh sb="0" eb="2">
  <t>xiangmu</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve">437.83　</t></si><si>
  <t>a_x000D_b_x005F_x0041_</t></si></sst>
`;

const STYLES = DECLARATION + xml`
  <styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts>
  <fonts count="3"><font><sz val="11"/><color theme="1"/><name val="宋体"/></font><font><b/><i/><u/><sz val="16"/>
  <color rgb="FFC00000"/><name val="黑体"/></font><font><sz val="11"/><color theme="10"/><name val="宋体"/></font>
  </fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>
  </fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/><bgColor indexed="64"/></patternFill>
  </fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>
  <left style="thin"><color indexed="64"/></left><right style="medium"><color rgb="FF00FF00"/></right>
  <top style="double"><color theme="1"/></top><bottom style="dashed"><color auto="1"/></bottom><diagonal/></border>
  </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
  <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
  <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyAlignment="1">
  <alignment horizontal="center" vertical="center" wrapText="1"/></xf>
  <xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0"/>
  <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyAlignment="1">
  <alignment horizontal="left" indent="2"/></xf></cellXfs><cellStyles count="1">
  <cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/>
  </font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium9"/><extLst>
  <ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" 
  xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">
  <x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>
`;

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';

const THEME = DECLARATION + xml`
  <a:theme xmlns:a="${A}" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1>
  <a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
  <a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1>
  <a:srgbClr val="4F81BD"/></a:accent1><a:accent2><a:srgbClr val="C0504D"/></a:accent2><a:accent3>
  <a:srgbClr val="9BBB59"/></a:accent3><a:accent4><a:srgbClr val="8064A2"/></a:accent4><a:accent5>
  <a:srgbClr val="4BACC6"/></a:accent5><a:accent6><a:srgbClr val="F79646"/></a:accent6><a:hlink>
  <a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr val="800080"/></a:folHlink></a:clrScheme>
  <a:fontScheme name="Office"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>
  </a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>
  </a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
  <a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
  </a:fillStyleLst><a:lnStyleLst><a:ln w="9525"/><a:ln w="9525"/><a:ln w="9525"/></a:lnStyleLst><a:effectStyleLst>
  <a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle>
  <a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/>
  </a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/>
  </a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>
`;

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

const SHEET = DECLARATION + xml`
  <worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" 
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" 
  xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><sheetPr codeName="Sheet1">
  <tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>
  <dimension ref="A1:D9"/><sheetViews><sheetView showGridLines="0" workbookViewId="0">
  <pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>
  <selection pane="bottomLeft" activeCell="B4" sqref="B4"/></sheetView></sheetViews>
  <sheetFormatPr defaultRowHeight="14.25" x14ac:dyDescent="0.15"/><cols>
  <col min="1" max="1" width="30.625" customWidth="1"/><col min="3" max="3" width="12" style="2" customWidth="1"/>
  <col min="5" max="6" hidden="1"/></cols><sheetData><row r="1" spans="1:4" ht="40" customHeight="1">
  <c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"/><c r="D1" s="1"/></row>
  <row r="2" spans="1:4" ht="18" customHeight="1"><c r="A2" t="s"><v>2</v></c><c r="B2" t="inlineStr"><is><r>
  <t>决算</t></r><r><rPr><b/></rPr><t>数</t></r></is></c></row><row r="3" spans="1:4"><c r="A3" s="3" t="s"><v>1</v>
  </c><c r="B3" s="2"><v>1234.5</v></c><c r="C3" s="2" t="s"><v>3</v></c><c r="D3"><v>0.13</v></c></row>
  <row r="4" spans="1:4" outlineLevel="1" hidden="1"><c r="A4" s="3" t="s"><v>4</v></c><c r="B4" s="2"><v>40</v></c>
  <c r="C4" s="2"/><c r="D4" t="b"><v>1</v></c></row><row r="5" spans="1:4"><c r="B5" s="2"><v>10</v></c>
  <c r="C5" s="2"><v>1</v></c><c r="D5" s="2"><f t="shared" ref="D5:D6" si="0">B5+C5</f><v>11</v></c></row>
  <row r="6" spans="1:4"><c r="B6" s="2"><v>20</v></c><c r="C6" s="2"><v>2</v></c><c r="D6" s="2">
  <f t="shared" si="0"/><v>22</v></c></row><row r="8" spans="2:4" x14ac:dyDescent="0.15"><c r="C8" s="2"><v>5</v>
  </c></row><row r="9" spans="1:4"><c r="A9" t="s"><v>0</v></c><c r="C9" s="2"><f>SUM(B3:B6)*税率</f><v>169.585</v>
  </c><c r="D9" t="e"><v>#N/A</v></c></row></sheetData><autoFilter ref="A2:D6"/><mergeCells count="1">
  <mergeCell ref="A1:D1"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>
  <conditionalFormatting sqref="B3:B6"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan">
  <formula>100</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="C3:C6">
  <cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar>
  <extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${X14}">
  <x14:id>{00000000-0001-0000-0000-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>
  <dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D4"><formula1>"是,否"</formula1>
  </dataValidation></dataValidations><hyperlinks><hyperlink ref="A9" location="'${PREFIXED}'!A1" display="跳转"/>
  </hyperlinks><printOptions horizontalCentered="1"/>
  <pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/>
  <pageSetup paperSize="9" orientation="landscape" r:id="rId5"/><headerFooter>
  <oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter><rowBreaks count="1" manualBreakCount="1">
  <brk id="6" max="16383" man="1"/></rowBreaks><drawing r:id="rId1"/><legacyDrawing r:id="rId3"/>
  <tableParts count="1"><tablePart r:id="rId4"/></tableParts><extLst>
  <ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${X14}"><x14:conditionalFormattings>
  <x14:conditionalFormatting xmlns:xm="${XM}">
  <x14:cfRule type="dataBar" id="{00000000-0001-0000-0000-000000000001}" priority="7"><x14:dataBar>
  <x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/></x14:dataBar></x14:cfRule><xm:sqref>C3:C6</xm:sqref>
  </x14:conditionalFormatting></x14:conditionalFormattings></ext>
  <ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}">
  <x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>${RICH}!B3:B6</xm:f><xm:sqref>D8</xm:sqref>
  </x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>
`;

const PREFIXED_SHEET = [
  "<?xml version='1.0' encoding='utf-8'?>",
  '<!-- <c r="A1"> is not a cell -->',
  `<x:worksheet xmlns:x='${MAIN}'>`,
  '  <x:sheetData>',
  '    <x:row>',
  "      <x:c t='str'><x:v>项目</x:v></x:c>",
  '      <x:c><x:v>12.5</x:v></x:c>',
  '    </x:row>',
  "    <x:row r='4' />",
  "    <x:row><x:c r='B5' s='2'><x:f>B1*2</x:f><x:v>25</x:v></x:c></x:row>",
  '  </x:sheetData>',
  "  <x:mergeCells count='1'><x:mergeCell ref='A1:A2'/></x:mergeCells>",
  '</x:worksheet>',
  '',
].join('\n');

const PIVOT_SHEET = DECLARATION + xml`
  <worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData><row r="1"><c r="A1" t="s"><v>2</v></c></row>
  </sheetData></worksheet>
`;

const COMMENTS = DECLARATION + xml`
  <comments xmlns="${MAIN}"><authors><author>会计</author></authors><commentList><comment ref="B3" authorId="0"><text>
  <r><rPr><b/></rPr><t>请核对</t></r></text></comment></commentList></comments>
`;

const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const CORNERS = xml`
  <xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
  <xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
`;

const DRAWING = DECLARATION + xml`
  <xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}" xmlns:r="${OFFICE}">
  <xdr:twoCellAnchor>${CORNERS}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/>
  <xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>
  <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
  <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData>
  </a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:twoCellAnchor>${CORNERS}<xdr:pic>
  <xdr:nvPicPr><xdr:cNvPr id="3" name="图片 2"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/>
  <a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
  </xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
`;

const CHART = DECLARATION + xml`
  <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="${A}"><c:chart>
  <c:plotArea><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/>
  <c:order val="0"/><c:val><c:numRef><c:f>${RICH}!$B$3:$B$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/>
  <c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/>
  </c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea>
  </c:chart></c:chartSpace>
`;

const TABLE = DECLARATION + xml`
  <table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="F20:G21" headerRowDxfId="0">
  <autoFilter ref="F20:G21"/><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙"/>
  </tableColumns></table>
`;

const PIVOT_CACHE = DECLARATION + xml`
  <pivotCacheDefinition xmlns="${MAIN}" refreshOnLoad="1"><cacheSource type="worksheet">
  <worksheetSource ref="A2:B6" sheet="${RICH}"/></cacheSource><cacheFields count="2"><cacheField name="项目">
  <sharedItems/></cacheField><cacheField name="决算数"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>
`;

const PIVOT_TABLE = DECLARATION + xml`
  <pivotTableDefinition xmlns="${MAIN}" name="数据透视表1" cacheId="1" dataCaption="值">
  <location ref="A1:B3" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2">
  <pivotField showAll="0"/><pivotField showAll="0"/></pivotFields></pivotTableDefinition>
`;

const CALCULATION_CHAIN =
  DECLARATION + `<calcChain xmlns="${MAIN}"><c r="C9" i="1"/><c r="D5" i="1"/><c r="D6"/></calcChain>`;

const EXTERNAL_LINK =
  DECLARATION + `<externalLink xmlns="${MAIN}"><externalBook r:id="rId1" xmlns:r="${OFFICE}"/></externalLink>`;

const EXTERNAL_LINK_TARGET = DECLARATION + xml`
  <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="rId1" Type="${OFFICE}/externalLinkPath" Target="file:///other.xlsx" TargetMode="External"/>
  </Relationships>
`;
