/**
 * The same function with its last answers: networks repeat titles and companies. Of the answers, `most` to twice as
 * many are kept; what has not been asked for since that many others is let go. Answers are shared: nobody changes them.
 */
export function remembered<Input extends unknown[], Answer>(
  judge: (...input: Input) => Answer,
  keyOf: (...input: Input) => string,
  most: number,
): (...input: Input) => Answer {
  let recent = new Map<string, Answer>();
  let earlier = new Map<string, Answer>();
  return (...input) => {
    const key = keyOf(...input);
    let answer = recent.get(key);
    if (answer !== undefined || recent.has(key)) return answer as Answer;
    answer = earlier.has(key) ? (earlier.get(key) as Answer) : judge(...input);
    if (recent.size >= most) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(key, answer);
    return answer;
  };
}

/** The same for what is asked by one text, which is its own key: these are asked several times a title. */
export function rememberedText<Answer extends object | string | null>(
  judge: (text: string) => Answer,
  most: number,
): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let earlier = new Map<string, Answer>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const answer = earlier.get(text) ?? judge(text);
    if (recent.size >= most) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
}
