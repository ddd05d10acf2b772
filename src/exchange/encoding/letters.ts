/*
 * What letters are to be expected: the evidence by which the encoding of a text is judged. Letters of each language
 * beyond ASCII, and the characters met most in names, companies and titles of the languages that have thousands.
 */

export interface Alphabet {
  name: string;
  /** How often a name of this language is met in address books, against the others: at most 1. */
  weight: number;
  common: string;
  rare: string;
}

export const ALPHABETS: readonly Alphabet[] = [
  { name: 'German', weight: 1, common: 'äöüß', rare: 'é' },
  { name: 'French', weight: 1, common: 'éèêàçôîâëïûùœ', rare: 'æÿüöñ' },
  { name: 'Spanish', weight: 1, common: 'áéíóúñ', rare: 'ü' },
  { name: 'Catalan', weight: 0.8, common: 'àèéíòóúçï', rare: 'ü' },
  { name: 'Portuguese', weight: 1, common: 'áâãçéêíóôõú', rare: 'àü' },
  { name: 'Italian', weight: 0.95, common: 'àèéìòù', rare: 'î' },
  { name: 'Dutch', weight: 0.9, common: 'ëéïö', rare: 'üèê' },
  { name: 'Swedish', weight: 0.95, common: 'åäö', rare: 'é' },
  { name: 'Danish and Norwegian', weight: 0.95, common: 'åæø', rare: 'éö' },
  { name: 'Icelandic', weight: 0.7, common: 'áéíóúýðþæö', rare: '' },
  { name: 'Estonian', weight: 0.6, common: 'äöüõ', rare: 'šž' },
  { name: 'Irish', weight: 0.7, common: 'áéíóú', rare: '' },
  { name: 'Albanian', weight: 0.6, common: 'ëç', rare: '' },
  { name: 'Polish', weight: 1, common: 'ąćęłńóśżź', rare: '' },
  { name: 'Czech', weight: 1, common: 'áčéěířšúůýž', rare: 'ďňóť' },
  { name: 'Slovak', weight: 0.95, common: 'áčéíľšúýžťňôä', rare: 'ďóĺŕ' },
  { name: 'Hungarian', weight: 0.95, common: 'áéíóöőúüű', rare: '' },
  { name: 'Romanian', weight: 0.95, common: 'ăâîșțşţ', rare: '' },
  { name: 'Croatian and Slovene', weight: 0.95, common: 'čćđšž', rare: '' },
  { name: 'Turkish', weight: 0.95, common: 'çğıöşüi', rare: 'âî' },
  { name: 'Russian', weight: 1, common: 'абвгдежзийклмнопрстуфхцчшщыьэюяё', rare: 'ъ' },
  { name: 'Ukrainian', weight: 1, common: 'абвгдежзийклмнопрстуфхцчшщьюяіїєґ', rare: '' },
  { name: 'Bulgarian', weight: 0.95, common: 'абвгдежзийклмнопрстуфхцчшщъьюя', rare: '' },
  { name: 'Serbian and Macedonian', weight: 0.7, common: 'абвгдежзиклмнопрстуфхцчшђјљњћџ', rare: 'ѓѕќ' },
  { name: 'Belarusian', weight: 0.8, common: 'абвгдежзйклмнопрстуфхцчшыьэюяёіў', rare: '' },
  { name: 'Lithuanian', weight: 0.8, common: 'ąčęėįšųūž', rare: '' },
  { name: 'Latvian', weight: 0.8, common: 'āčēģīķļņšūž', rare: '' },
];

/** Letters of other scripts of which a text holds many; others of the script are rarer. */
export const GREEK = 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ';

/** Chinese, in short and long characters: family names, given names, places, companies and titles. */
export const HAN =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文' +
  '一二三四五六七八九十上下中大小人天地日月年时分公司有限责任股份集团科技信息电子商务经理总监主管工程师设计产品市场销售运营财务人事行政技术开发研究院所长董事会长助专员顾问代表部门北京海广州深圳杭南成都武汉西安天津苏重庆省市区县路号国外内东方新华明光华伟芳秀英敏静丽强磊军洋勇艳杰娟涛超平刚桂建志永春红玉兰梅琳燕霞飞雪佳欣怡晨宇浩然子轩梓涵思雨嘉' +
  '姓名职位单位地址邮箱邮件备注手机网页城市家联系人张三小华学大学银行医院中心服务管理有限公司软件网络数据系统项目业务部长客户教授博士老师学生' +
  '張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鐘陸顧龍萬錢湯喬賀賴龔總經理監責務電資訊銷營財專員顧問產業國際東亞臺灣台北新竹高雄香港門職稱備註郵網頁華偉麗強軍豔濤剛蘭飛雲劍俊宏志豪淑惠美玲雅婷怡君家豪宗翰' +
  '山田中村川本木森井上石藤佐鈴伊渡辺加吉斎松清池橋阿部前後近遠藤岡長谷島崎原野内西東南北口小大高橋坂青赤黒白水金安平和久福三四五八千百株式会社有限社営業部課長係主任取締役代表担当技術開発研究所支店本店総務経理人事広報企画情報販売製造品質管理東京都大阪府京都横浜名古屋神戸札幌福岡県市区町丁目番地氏名会社名役職住所電話太郎花子一郎次郎健美恵子由紀真理奈優香翔大輔拓也直樹裕介陽菜結衣さくら直子幸雄学';

/** The syllables met most in Korean names, companies and titles. */
export const HANGUL =
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지영수현경미은희숙정순옥혜선연예원준호민석재철동상기태규용훈승우빈서윤도하은지아나라다대사과부장리원임직표이사회주식전자삼현기아화학상공업물산건설중앙국제통신기술연구소개발영업관리팀본부실무인력재무총회계담당자문위원서울부산인천대구광주울산세종경기강남북충청제주시구군동읍면로길번지명함소속직위직책이름성회사부서메모주소웹페이지휴대폰가나다마바사아자차카타파하한국은행병원학교대학교수박사선생님';

/** Signs that stand in good texts between words, at their edges or beside numbers. */
export const USUAL_SIGNS = '–—‘’“”„«»…•€£§°®©™ºª¿¡±²³½¼¾×\u00a0´、。・「」（）－～，：；！？　【】《》';
/** Signs that stand within a word. */
export const SIGNS_WITHIN = '’‘´\u00ad‑・ー々〇';
