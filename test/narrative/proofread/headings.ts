/** The headings of 第三部分 情况说明 as the texts of the cases print them, each named by what its section tells of. */
export const SUMMARY = '一、收入支出决算总体情况说明';
export const REVENUE = '二、收入决算情况说明';
export const APPROPRIATION = '四、财政拨款收入支出决算总体情况说明';
export const GENERAL = '五、一般公共预算财政拨款支出决算情况说明';
export const BASIC = '六、一般公共预算财政拨款基本支出决算情况说明';
export const THREE_PUBLIC = '七、财政拨款“三公”经费支出决算情况说明';
export const FUNDS = '八、政府性基金预算收入支出决算情况';
export const CAPITAL = '九、国有资本经营预算支出决算情况说明';
export const OPERATING = '十、机关运行经费支出说明';
export const EXPENSES = '十一、一般性支出情况说明';
export const PROCUREMENT = '十二、政府采购支出说明';
export const ASSETS = '十三、国有资产占用情况说明';
export const PERFORMANCE = '十四、预算绩效情况说明';
