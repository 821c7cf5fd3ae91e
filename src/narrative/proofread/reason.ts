const REASON = /原因|因为|由于|用于(?!以下)|系因|得益于/;

/** Whether a place stands in an explanation, which may speak of any number or year: to the end of the sentence. */
export function isInReason(text: string, place: number): boolean {
  const sentence = text.slice(text.lastIndexOf('。', place - 1) + 1, place);
  return REASON.test(sentence);
}
