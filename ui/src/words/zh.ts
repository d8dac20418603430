import type { GuideStep } from '../desk/guide';
import type {
  Attendant,
  Because,
  BlankForm,
  ChangeKind,
  Choice,
  Column,
  CountField,
  Event,
  ExportKind,
  FaultCode,
  FoundEntry,
  FoundKind,
  FullAttendance,
  Grade,
  IntroductionPoint,
  LastSpeaker,
  MajorityOf,
  MeetingNumber,
  NameOrder,
  NomineeProfile,
  Outcome,
  PaperKind,
  PaperTrouble,
  PhaseName,
  PreparationMark,
  PreparationStep,
  Preset,
  ProjectedState,
  ProjectedStep,
  RecusalBase,
  Relation,
  Role,
  RowFate,
  RowTrouble,
  RuleState,
  Separator,
  Share,
  StageName,
  Stance,
  StepState,
  TableTrouble,
  Tally,
  Text,
  TextEncoding,
  VoteMethod,
  Warning,
} from '../host/contract';
import { type Group, keyOf, type Standing } from '../papers/papers';
import type { Section } from '../rules/rules';
import { codeOf } from '../shared/names';
import type { ThemeName } from '../shared/theme';
import { calendar, clock } from '../shared/time';
import type { Known } from './known';

/** Steps that the room's screen says in a word. */
export type PlainStep = Exclude<ProjectedStep['type'], 'speaking' | 'voting' | 'announced'>;

const day = (text: string) => {
  const on = calendar(text);
  return on ? `${on.year}年${on.month}月${on.day}日` : text;
};
const shortDay = (text: string) => {
  const on = calendar(text);
  return on ? `${on.month}月${on.day}日` : text;
};
const number = (of: MeetingNumber) => `${of.year}年第${of.ordinal}次`;
const list = (names: string[]) => names.join('、');
const named = (people: { name: string }[]) => list(people.map((person) => person.name));

const DIGITS = '零一二三四五六七八九';
/** 十二; up to ninety-nine. */
function numeral(of: number): string {
  const [tens, ones] = [Math.floor(of / 10), of % 10];
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}
/** 三分之二以上. */
function atLeast({ numerator, denominator }: Share): string {
  if (numerator === denominator) return '全体';
  if (numerator * 2 === denominator) return '半数以上';
  return denominator > 99 || numerator > denominator || numerator === 0
    ? ` ${numerator}/${denominator} 以上`
    : `${numeral(denominator)}分之${numeral(numerator)}以上`;
}

const roles: Record<Role, string> = { secretary: '书记', deputySecretary: '副书记', member: '常委' };
const stances: Record<Stance, string> = { agree: '同意', disagree: '不同意', defer: '缓议' };
const choices: Record<Choice, string> = { agree: '同意', against: '不同意', abstain: '弃权', defer: '缓议' };
const methods: Record<VoteMethod, string> = {
  voice: '口头表决',
  hands: '举手表决',
  signed: '记名投票',
  secret: '无记名投票',
};
const outcomes: Record<Outcome, string> = {
  carried: '通过',
  notCarried: '未通过',
  votePostponed: '暂缓表决',
  deferred: '缓议',
  void: '无效',
};
const phases: Record<PhaseName, string> = {
  called: '已召集',
  sitting: '进行中',
  adjourned: '已散会',
  sealed: '已封存',
  calledOff: '已取消',
};
const stages: Record<StageName, string> = {
  waiting: '未开始',
  takenUp: '待介绍',
  introduced: '表态中',
  heard: '可表决',
  voting: '表决中',
  settled: '待宣布',
  announced: '已宣布',
  reconsidering: '复议表决',
};
const changes: Record<ChangeKind, string> = {
  promotion: '提拔',
  lateral: '平级调整',
  gradePromotion: '晋升职级',
  transfer: '转任',
  exchange: '交流',
  removal: '免职',
  demotion: '降职',
};
const projectedStates: Record<Exclude<ProjectedState, 'open'>, string> = { closed: '议毕', left: '搁置' };
const projectedSteps: Record<PlainStep, string> = {
  introduction: '介绍情况',
  discussion: '讨论',
  spoken: '发言完毕',
  reconsidering: '就是否复议表决',
  unannounced: '等待宣布结果',
};
const papers: Record<Extract<PaperKind, string>, string> = {
  notice: '会议通知',
  agenda: '会议议程',
  signIn: '签到表',
  nomineeList: '任免事项呈报表',
  ballots: '表决票',
  countSheets: '计票单',
  voteRecord: '表决结果统计表',
  minutes: '会议记录',
  summary: '会议纪要',
  corrections: '更正清单',
  rules: '本次会议所用规则',
};
const blanks: Record<BlankForm, string> = {
  signIn: '空白签到表',
  ballot: '空白表决票',
  countSheet: '空白计票单',
  minutes: '空白会议记录',
};
/** Why a paper cannot be had yet. */
const LATER: Record<string, string> = {
  voteRecord: '还没有表决结果，表决后即可出。',
  minutes: '会议还没有召开，开会后即可出。',
  summary: '还没有办结的议题，议题办结后即可出。',
};
/** A paper by its name. */
function paper(kind: PaperKind): string {
  if (typeof kind === 'string') return papers[kind];
  if ('blank' in kind) return blanks[kind.blank];
  const { item, to } = kind.extract;
  return `第 ${item} 项议定事项通知${to && `（${to}）`}`;
}
const texts: Record<Text, string> = {
  committeeName: '常委会名称',
  name: '姓名',
  meetingNumber: '会议次号',
  place: '地点',
  recorder: '记录人',
  itemTitle: '议题',
  post: '拟任职务或拟免职务',
  reason: '事由',
  words: '发言内容',
  decision: '议定事项',
  scrutineer: '监票人',
  teller: '计票人',
  responsible: '责任人',
  substitute: '代为记录人',
  relation: '回避关系',
  article: '条文',
  templateName: '模板名称',
};
const relations: Record<Relation, string> = {
  oneself: '本人',
  spouse: '夫妻',
  directLine: '直系血亲',
  collateral: '三代以内旁系血亲',
  affinity: '近姻亲',
  other: '其他关系',
};
const preparationSteps: Record<PreparationStep, string> = {
  motion: '分析研判和动议',
  recommendation: '民主推荐',
  inspection: '组织考察',
  dossierAudit: '干部档案必审',
  personalReport: '个人有关事项报告必核',
  disciplineOpinion: '纪检监察机关意见必听',
  complaints: '信访举报必查',
  questionsSettled: '有关问题核实清楚',
  jointReview: '会审',
  consultation: '酝酿',
  departmentOpinion: '部务会统一意见',
  priorReport: '事先报告并经批复',
  exceptionalApproval: '破格提拔经上级同意',
  posts: '职数、规格',
};
const stepStates: Record<StepState, string> = {
  complete: '已完成',
  incomplete: '未完成',
  notNeeded: '不涉及',
};

/** The steps of a checklist, those of one state together. */
function byState(marks: PreparationMark[]): string {
  const states = [...new Set(marks.map((mark) => mark.state))];
  const steps = (state: PreparationMark['state']) =>
    list(marks.filter((mark) => mark.state === state).map((mark) => preparationSteps[mark.step]));
  return states.map((state) => `${stepStates[state]}：${steps(state)}`).join('；');
}
const points: Record<IntroductionPoint, string> = {
  basics: '基本情况',
  recommendation: '民主推荐',
  appraisal: '民主测评',
  inspection: '考察',
  reasons: '任免理由',
  exception: '破格情形',
};
const countFields: Record<CountField, string> = {
  issued: '发出',
  returned: '收回',
  spoilt: '整票废',
  agree: '同意',
  against: '不同意',
  abstain: '弃权',
  defer: '缓议',
  spoiltField: '该栏废',
};
const presets: Record<Preset, string> = {
  municipalCommittee2019: '市委常委会（干部任用条例 2019）',
  municipalCommitteeStrict: '市委常委会（从严：人员不齐不讨论）',
  partyGroup: '党组',
  soeCommittee: '国企党委会',
  universityCommittee: '高校党委常委会',
  standingCommittee: '常设委员会（通用）',
  custom: '自定规则',
};
const totals = (tally: Tally) =>
  `同意 ${tally.agree}，不同意 ${tally.against}，弃权 ${tally.abstain}${tally.defer ? `，缓议 ${tally.defer}` : ''}`;
const counted = (fields: CountField[]) => list(fields.map((field) => countFields[field]));
const attendant = (person: Attendant, known: Known) =>
  person === 'recorder' ? `记录人${known.recorder}` : known.person(person);

const warnings: { [K in Warning['type']]: (warning: Extract<Warning, { type: K }>, known: Known) => string } =
  {
    notAllPresent: ({ absent }) => `人员不齐，未到会 ${absent.length} 人：${named(absent)}。`,
    opinionsDiffer: ({ agree, disagree, defer, present }) =>
      `实到 ${present} 人，同意 ${agree}、不同意 ${disagree}、缓议 ${defer}，意见分歧较大，主持人可以暂缓表决。`,
    introductionLacks: ({ nominee, missing }, known) =>
      `介绍${known.nominee(nominee) ?? '该人选'}时没有讲到：${list(missing.map((point) => points[point]))}。`,
    preparationUnmarked: ({ nominee, steps }, known) =>
      `${known.nominee(nominee) ?? '该人选'}的会前准备还有 ${steps.length} 项没有登记：${list(steps.map((step) => preparationSteps[step]))}。`,
    leaningRemark: ({ entry }) => `末位表态人在表态以前作了倾向性发言（第 ${entry} 条）。`,
    repeatedFailure: ({ nominee, meetings }, known) =>
      `${known.nominee(nominee) ?? '该人选'}拟任同一职务，已 ${meetings.length} 次未通过：${list(meetings.map(number))}会议。`,
    unanimousSecret: ({ nominee }, known) =>
      `${nominee === null ? '' : `${known.nominee(nominee) ?? '该人选'}：`}无记名投票结果完全一致，等于知道了每个人的选择。宣布和复制材料时请注意。`,
  };
const caution = (warning: Warning, known: Known) =>
  (warnings[warning.type] as (warning: Warning, known: Known) => string)(warning, known);

const tableTroubles: {
  [K in TableTrouble['type']]: (trouble: Extract<TableTrouble, { type: K }>) => string;
} = {
  tooLarge: ({ limit }) => `文件太大，超过 ${limit} MB，不读取。请只保留需要的表格。`,
  tooManyRows: ({ limit }) => `表格超过 ${limit} 行，不读取。请只保留需要的行。`,
  tooManyColumns: ({ limit }) => `表格超过 ${limit} 列，不读取。请只保留需要的列。`,
  cellTooLong: ({ row, column, limit }) => `第 ${row} 行第 ${column} 列的内容超过 ${limit} 字，不读取。`,
  empty: () => '表格是空的。',
  noTable: () => '这不是表格文件。请选择 XLSX 或 CSV 文件。',
  otherForm: () => '这种格式不能读取。请在表格软件中另存为 XLSX 或 CSV，或者复制后粘贴。',
  locked: () => '文件设有打开口令。请在表格软件中取消口令，另存后再选。',
  damaged: () => '文件不完整或已损坏，没有读取任何内容。',
  openQuote: () => '文字中的引号不成对，不能确定各格的界限。请改正后再试。',
};
const rowTroubles: {
  [K in Exclude<RowTrouble['type'], 'refused'>]: (trouble: Extract<RowTrouble, { type: K }>) => string;
} = {
  noDay: ({ text }) => `“${text}”不是日期。可以写成 2024-03-05 或 2024年3月5日。`,
  unsureMonth: ({ text }) => `“${text}”是 1 月还是 10 月不能确定，请写成两位的月份。`,
  noRole: ({ text }) => `“${text}”不是身份。应为书记、副书记或委员。`,
  noChange: ({ text }) => `“${text}”不是任免类别。应为${list(Object.values(changes))}。`,
  noRank: ({ text }) => `排名“${text}”不是数字。`,
  formula: ({ text }) => `“${text}”是公式或公式错误，不是文字。`,
  unread: ({ text }) => `“${text}”中有认不出的字，请换一种文字编码。`,
  whoIsIt: () => '同名不止一人，请选明是哪一位。',
  takenBy: ({ row }) => `与第 ${row} 行指的是同一位常委。`,
};

const refusals: { [K in Because['type']]: (facts: Extract<Because, { type: K }>, known: Known) => string } = {
  noCommittee: () => '还没有建立常委会名册。',
  noSecretary: () => '名册中没有书记。',
  secretaryAlreadySeated: ({ secretary }) => `名册中已有书记：${secretary.name}。常委会只设一名书记。`,
  rankingIncomplete: ({ missing }) =>
    missing.length
      ? `排名须包括全部在任常委，还缺：${named(missing)}。`
      : '排名须包括全部在任常委，每人只列一次。',
  placeTaken: ({ member, by }) =>
    member.id === by.id
      ? `${member.name}只能有一个座位。`
      : `这个座位已经是${by.name}的，${member.name}不能再坐。`,
  placeOutside: ({ member, rows, columns }) =>
    `${member.name}的座位在座次图以外：至多 ${rows} 排，每排 ${columns} 座。`,
  dayInFuture: ({ on }) => `${day(on)}还没有到。`,
  numberTaken: ({ number: taken }) => `${number(taken)}会议已经存在，次号不得重复。`,
  emptyAgenda: () => '议程至少要有一项议题。',
  noNominees: ({ item }) => `第 ${item} 项议题是任免事项，须列明人选。`,
  empty: ({ text }) => `“${texts[text]}”还没有填写。`,
  noSuchMember: () => '此人不在本次会议的应到名册中。',
  noSuchItem: ({ item }) => `本次会议没有第 ${item} 项议题。`,
  noSuchNominee: ({ nominee }, known) => `${known.nominee(nominee) ?? '此人'}不是当前议题的人选。`,
  noSuchObserver: () => '此人不是当前议题的列席人员。',
  noSuchMeeting: () => '没有这次会议。',
  noSuchEntry: ({ entry }) => `第 ${entry} 条不是本次会议的记录。`,
  wrongPhase: ({ phase }) =>
    phase === 'called'
      ? '会议还没有开始。请先逐一点名，宣布开会。'
      : `会议目前“${phases[phase]}”，现在不能办理。`,
  sealed: () => '会议记录已经定稿封存，只能另立条目更正。',
  rollCallIncomplete: ({ missing }) => `还有 ${missing.length} 名常委没有点名：${named(missing)}。`,
  belowQuorum: ({ present, entitled, required, missing }) =>
    `应到 ${entitled} 人，实到 ${present} 人，至少须有 ${required} 人到会，还差 ${missing} 人。`,
  chairNotPresent: ({ chair }) => `主持人${chair.name}不在会场。`,
  notPresent: ({ member }) => `${member.name}不在会场。`,
  onLeave: ({ member, reason }) => `${member.name}已请假：${reason}。`,
  absent: ({ member }) => `${member.name}缺席。`,
  alreadyPresent: ({ member }) => `${member.name}已在会场。`,
  timeOutOfOrder: ({ time, earliest, latest }) =>
    `所填时间 ${clock(time)} 先后不合，应在 ${clock(earliest)} 至 ${clock(latest)} 之间。`,
  floorTaken: ({ item, nominee }, known) => {
    const name = nominee === null ? null : known.nominee(nominee);
    return `正在研究第 ${item} 项议题${name ? `，人选：${name}` : ''}，须先办结。`;
  },
  floorEmpty: () => '现在没有正在研究的议题或人选，请先在议题栏选定。',
  itemEnded: ({ item }) => `第 ${item} 项议题已经结束。`,
  alreadySettled: ({ outcome }) => `本事项已有结果：${outcomes[outcome]}。`,
  notIntroduced: () => '还没有介绍情况。',
  alreadyIntroduced: () => '已经介绍过情况。',
  observerHasNoVote: () => '列席人员可以发言，不表态，不参加表决。',
  othersMustSpeakFirst: ({ last, missing }) =>
    `${last.name}应当最后表态。还有 ${missing.length} 名到会常委没有表态：${named(missing)}。`,
  lastSpeakerHasSpoken: ({ last }) => `${last.name}已作末位发言，其他常委不再就本议题表态。`,
  alreadyStated: ({ member }) => `${member.name}已就本事项表态；改变表态的，另行登记。`,
  notYetStated: ({ missing }) => `还有 ${missing.length} 名到会常委待表态：${named(missing)}。`,
  noVote: () => '现在没有进行表决。',
  voteOpen: () => '正在表决。',
  ballotIsSecret: () => '本次表决为无记名投票，不登记个人投票。',
  voteIsByName: () => '本次表决按人登记，票数由登记得出。',
  alreadyVoted: ({ member }) => `${member.name}已经表决，每人一票。`,
  notYetVoted: ({ missing }) => `还有 ${missing.length} 名到会常委没有表决：${named(missing)}。`,
  interestedInCount: ({ name }) => `${name}是本议题的人选或者须回避的人员，不得担任监票人、计票人。`,
  moreThanPresent: ({ counted, present }) => `票数 ${counted} 多于实到 ${present} 人。`,
  issuedDiffers: ({ issued, present }) => `发出 ${issued} 票，应与实到有表决权的 ${present} 人相等。`,
  ballotVoid: ({ returned, issued }) =>
    `收回 ${returned} 票，多于发出 ${issued} 票，本次投票无效，应当重新投票。`,
  sumsDiffer: ({ counted, returned }) => `各项票数合计 ${counted} 票，与收回 ${returned} 票不符。`,
  notSettled: () => '还没有表决，也没有暂缓表决或缓议。',
  notAnnounced: () => '结果还没有宣布。',
  nomineesLeft: ({ names }) => `还有 ${names.length} 名人选没有研究：${list(names)}。`,
  improperShare: ({ share }) => `比例 ${share.numerator}/${share.denominator} 不成立：应大于零，不大于一。`,
  settingsMissing: () => '自定规则须逐项设定。',
  settingsNotOfPreset: ({ preset }) =>
    `“${presets[preset]}”已有规定的设置，不得另设；需要改动的，请选自定规则。`,
  noReconsideration: () => '本次会议所用规则不设复议。',
  nothingToReconsider: () => '没有可以复议的决定：该次会议没有就此人、此职作出通过或者未通过的决定。',
  reconsiderationNeeded: ({ number: of }) => `此人选${number(of)}会议已有决定，须先由常委会同意复议。`,
  reconsiderationRefused: () => '复议没有过半数同意，原决定不变。',
  noticeSent: () => '会议通知已经发出。',
  unscheduledMotion: ({ name }) => `${name}是会议通知发出后增加的人选，属临时动议，不得讨论决定。`,
  preparationIncomplete: ({ name, steps }) =>
    `${name}的会前准备尚有未完成事项：${list(steps.map((step) => preparationSteps[step]))}。`,
  preparationClosed: ({ name }) => `${name}已经提交会议研究，会前准备不能再改。`,
  notAllPresent: ({ absent }) => `人员不齐，不讨论任免事项。未到会：${named(absent)}。`,
  awaitsConfirmation: ({ absent }) => `人员不齐，须由主持人确认后方可继续。未到会：${named(absent)}。`,
  notTheChair: ({ chair }) => `此项提醒只能由主持人${chair.name}确认。`,
  noSuchWarning: () => '提醒所依据的情况已经改变，请按现在的提醒确认。',
  alreadyAcknowledged: () => '此项提醒已经确认。',
  notBackFilled: () => '本次会议当场记录，不是补录。',
  recused: ({ person }, known) => `${attendant(person, known)}正在回避。`,
  alreadyRecused: ({ person }, known) => `${attendant(person, known)}已经回避。`,
  notRecused: ({ person }, known) => `${attendant(person, known)}没有回避，或者已经返回。`,
  recusalGoesOn: ({ nominee }, known) =>
    `正在研究${known.nominee(nominee) ?? '该人选'}，回避人员须待宣布结果后返回。`,
  stillOutside: ({ members }) => `${named(members)}回避后还没有返回：请先登记返回；已经离会的，登记离会。`,
  notTheLastSpeaker: () => '倾向性发言只就末位表态人在表态以前的发言登记。',
  speaksForThemselves: ({ member }) => `${member.name}在会场，应当本人发言。`,
  nothingToRestate: ({ member }) => `${member.name}还没有表态，没有可以改变的表态。`,
  choiceNotOffered: ({ choice }) => `本次会议所用规则不设“${choices[choice]}”票。`,
  countIncomplete: ({ fields }) => `还没有填写：${counted(fields)}。没有的请填 0。`,
  countUnreadable: ({ fields }) => `无法辨认：${counted(fields)}。由监票人会同主持人认定后，再登记计票结果。`,
  countsDiffer: ({ fields }) => `两次计票不一致：${counted(fields)}。请核对选票，只重填不一致的各项。`,
  ballotStands: ({ returned, issued }) =>
    `收回 ${returned} 票，不多于发出 ${issued} 票，本次投票有效，不得作废。`,
  decisionVoid: ({ present, required }) => `表决时实到 ${present} 人，不足 ${required} 人，所作决定无效。`,
};
const reason = (facts: Because, known: Known) =>
  (refusals[facts.type] as (facts: Because, known: Known) => string)(facts, known);

const faults: Record<FaultCode, { happened: string; advice: string }> = {
  'wrong-passphrase': {
    happened: '口令不对。',
    advice: '请重新输入。大小写有区别；请看一看输入法是否为英文状态。',
  },
  'passphrase-too-short': { happened: '口令太短。', advice: '请至少使用 8 个字符。' },
  'passphrase-needed': { happened: '这个记录库有口令。', advice: '请输入口令后再打开。' },
  missing: { happened: '找不到记录库。', advice: '请核对文件的位置；它可能被移走，或者在没有接上的盘上。' },
  'not-a-store': { happened: '这个文件不是议定的记录库。', advice: '请核对文件的位置；不要改动其中的文件。' },
  exists: { happened: '同名文件已经存在。', advice: '请换一个文件名或者位置。' },
  'newer-version': {
    happened: '记录库由更新版本的程序写成。',
    advice: '请安装新版程序后再打开。库没有改动。',
  },
  'broken-chain': {
    happened: '记录链核验不符：有条目被改动过。',
    advice: '请立即停止使用，保留现有文件，从备份恢复，并报告保密与档案部门。',
  },
  damaged: { happened: '记录库文件已损坏。', advice: '请保留现有文件，从最近的备份恢复。' },
  'key-file-missing': {
    happened: '找不到密钥文件。',
    advice: '密钥文件应与记录库放在一处，请从备份中取回。',
  },
  'key-file-damaged': { happened: '密钥文件无法读取。', advice: '请从备份中取回密钥文件。' },
  'in-use': { happened: '记录库正被另一个程序使用。', advice: '请关闭另一个“议定”窗口后再试。' },
  'disk-full': { happened: '磁盘已满，这一步没有记下。', advice: '请腾出空间后再试，输入的文字还在屏幕上。' },
  'read-only': { happened: '所在位置不能写入。', advice: '请检查权限，或者换一个位置。' },
  io: { happened: '读写文件出错。', advice: '请检查磁盘或者移动介质后再试。' },
  malformed: { happened: '程序内部传递的命令不合格式。', advice: '请记下下面的代码，与维护人员联系。' },
  'not-found': { happened: '要找的内容不存在。', advice: '请回到首页重新进入。' },
  paper: { happened: '文书无法排版。', advice: '会议记录不受影响。请记下下面的代码，与维护人员联系。' },
  cancelled: { happened: '已按您的要求停止。', advice: '没有写出任何文件。需要时请重新办理。' },
  closed: { happened: '记录库已经关闭。', advice: '请重新输入口令打开。' },
  internal: { happened: '程序内部出错。', advice: '请重新启动程序；已记下的内容不受影响。' },
};

const events: { [K in Event['type']]: (event: Extract<Event, { type: K }>, known: Known) => string } = {
  meetingCalled: ({ call }) =>
    `召集会议：${number(call.number)}，${call.place}，应到 ${call.roster.length} 人`,
  callAmended: ({ call }) =>
    `修改会议安排：${number(call.number)}，${call.place}，应到 ${call.roster.length} 人`,
  noticeSent: () => '发出会议通知',
  itemAdded: ({ item }) => `增加第 ${item.id} 项议题：${item.title}${item.unscheduled ? '（临时动议）' : ''}`,
  preparationMarked: ({ nominee, marks }, known) =>
    `会前准备（${known.nominee(nominee) ?? nominee}）：${byState(marks)}`,
  timeNoted: ({ time }) => `补录时刻：${clock(time)}`,
  violationFound: ({ refusal }, known) => `违规情形（${refusal.rule}）：${reason(refusal.facts, known)}`,
  meetingCalledOff: ({ reason }) => `取消会议：${reason}`,
  attendanceMarked: ({ member, attendance }, known) => {
    const name = known.member(member);
    if (attendance.status === 'present') return `点名：${name}，到会`;
    const word = attendance.status === 'onLeave' ? '请假' : '缺席';
    return `点名：${name}，${word}${attendance.reason && `（${attendance.reason}）`}`;
  },
  chairDesignated: ({ member }, known) => `由${known.member(member)}主持会议`,
  meetingOpened: ({ quorum }) => `宣布开会：应到 ${quorum.entitled} 人，实到 ${quorum.present} 人`,
  memberArrived: ({ member, time }, known) => `${known.member(member)}到会（${clock(time)}）`,
  memberDeparted: ({ member, time, reason }, known) =>
    `${known.member(member)}离席（${clock(time)}，${reason}）`,
  itemTakenUp: ({ item, quorum }) => `进入第 ${item} 项议题，实到 ${quorum.present} 人`,
  nomineeTakenUp: ({ nominee, quorum }, known) =>
    `研究人选：${known.nominee(nominee) ?? nominee}，实到 ${quorum.present} 人`,
  matterIntroduced: ({ by, words }, known) => `${known.person(by)}介绍：${words}`,
  statementRecorded: ({ member, stance, words }, known) =>
    `${known.member(member)}表态“${stances[stance]}”${words && `：${words}`}`,
  remarkRecorded: ({ speaker, words, leans }, known) =>
    `${known.person(speaker)}发言${leans ? '（倾向性发言）' : ''}：${words}`,
  writtenOpinionRead: ({ member, words }, known) =>
    `宣读${known.member(member)}的书面意见（不计票）：${words}`,
  recusalRecorded: ({ nominee, person, relation, detail, time, substitute }, known) =>
    `${attendant(person, known)}回避（${known.nominee(nominee) ?? nominee}，${detail || relations[relation]}，${clock(time)} 离席）${substitute && `，由${substitute}代为记录`}`,
  recusedReturned: ({ person, time }, known) => `${attendant(person, known)}回避后返回（${clock(time)}）`,
  warningAcknowledged: ({ warning, by, reason: why }, known) =>
    `${known.member(by)}确认提醒：${caution(warning, known)}理由：${why}`,
  matterSetAside: ({ outcome, reason }) => `${outcomes[outcome]}：${reason}`,
  voteOpened: ({ method, scrutineer, teller }) =>
    `开始${methods[method]}${scrutineer && `，监票人${scrutineer}`}${teller && `，计票人${teller}`}`,
  voteCast: ({ member, choice }, known) => `${known.member(member)}表决：${choices[choice]}`,
  voteRevised: ({ entry, member, was, choice }, known) =>
    `改记${known.member(member)}的表决（第 ${entry} 条）：原记“${choices[was]}”，应为“${choices[choice]}”`,
  voteClosed: ({ tally, outcome }) => `表决结束：${totals(tally)}，${outcomes[outcome]}`,
  ballotsCounted: ({ tally, outcome }) =>
    `计票：${totals(tally)}，废票 ${tally.spoilt}，${outcomes[outcome]}`,
  ballotVoided: ({ issued, returned }) => `投票作废：发出 ${issued} 票，收回 ${returned} 票，重新投票`,
  reconsiderationOpened: ({ nominee, reason: why }, known) =>
    `提出复议（${known.nominee(nominee) ?? nominee}）：${why}`,
  reconsiderationClosed: ({ tally, outcome }) =>
    `复议表决：同意 ${tally.agree}，不同意 ${tally.against}，${outcome === 'carried' ? '同意复议' : '不予复议，原决定不变'}`,
  resultAnnounced: ({ chair }, known) => `${known.member(chair)}宣布结果`,
  itemClosed: ({ decision }) => (decision ? `结束议题：${decision}` : '结束议题'),
  itemLeft: ({ reason }) => `搁置议题：${reason}`,
  meetingAdjourned: () => '散会',
  meetingSealed: () => '定稿封存',
  entryCorrected: ({ entry, words, reason, by }) => `更正第 ${entry} 条：${words}（${reason}；${by}）`,
};

/** 简体中文. Its shape is what every other language has to fill. */
export const zh = {
  app: '议定',
  appLine: '常委会会议记录与表决',
  roles,
  stances,
  choices,
  methods,
  outcomes,
  phases,
  stages,
  changes,
  papers,
  blanks,
  texts,
  relations,
  preparationSteps,
  stepStates,
  points,
  countFields,
  presets,
  warnings,
  tableTroubles,
  rowTroubles,
  refusals,
  faults,
  events,

  day,
  shortDay,
  number,
  paper,
  list,
  /** A label and what it says. */
  labelled: (label: string, said: string) => `${label}：${said}`,
  /** Somebody or something, and what else is to know. */
  noted: (name: string, note: string) => `${name}（${note}）`,

  rule: {
    /** The way to the rule. */
    grounds: '依据',
    open: (rule: string) => `查看规则 ${rule}`,
    /** `R-HY-07 书记末位表态`. */
    title: (rule: string, title: string, _titleEn: string) => `${rule} ${title}`,
    /** The regulation's own words. */
    verified: (source: string, clause: string, quote: string) => `${source}${clause}：“${quote}”`,
    sample: (source: string, clause: string, quote: string) =>
      `来源：${source}${/[）)]$/.test(source) ? '' : '（样本）'}${clause}${quote && `：“${quote}”`}`,
    ownPractice: '本会惯例（来源文件）',
    practice: '通行做法',
    design: (source: string) => source,
    memory: '凭记忆，待核',
    /** As the committee put it right, which answers for itself. */
    corrected: (source: string, clause: string, quote: string) =>
      `本会改正：${source}${clause}${quote && `：“${quote}”`}`,
  },

  common: {
    nobodyHere: (name: string) => `“${name}”不在到会人员、列席人员之中，没有选定。`,
    acts: '操作',
    cancel: '取消',
    confirm: '确定',
    close: '关闭',
    edit: '修改',
    remove: '移除',
    up: '上移',
    down: '下移',
    present: '到会',
    reason: '事由',
    undrawable: (letters: string[]) =>
      `字体里没有${letters.map((letter) => `“${letter}”（${codeOf(letter)}）`).join('、')}，这个名字打印不出来。`,
  },

  unlock: {
    newTitle: '首次使用：设定口令',
    lockedTitle: '输入口令',
    newLead: '会议记录在本机加密保存，不联网。每次打开都要输入口令。',
    noRecovery: '口令无人能够找回。忘记口令，记录就再也打不开；请按保密规定妥善保管。',
    passphrase: '口令（至少 8 个字符）',
    passphraseShort: '口令',
    again: '再输入一次',
    create: '设定口令并开始',
    unlock: '打开',
    opening: '正在打开……',
    differ: '两次输入的口令不一致。',
    tooShort: (count: number) => `口令至少 8 个字符，现有 ${count} 个。`,
    sampleLead: '先看一看：打开一个虚构的常委会，随意试用，随时可以清空，不需要口令。',
  },

  nav: {
    home: '首页',
    roster: '名册',
    call: '召集会议',
    find: '查找',
    rules: '规则',
    lock: '锁定',
    label: '主要页面',
  },

  status: {
    theme: (name: ThemeName) => `外观：${{ system: '随系统', light: '浅色', dark: '深色' }[name]}`,
    offline: '离线 · 本机加密',
    durable: '每条记录已落盘，可随时断电',
    saved: (time: string, entry: number, fingerprint: string) =>
      `已存 ${time} · 第 ${entry} 条 · ${fingerprint}`,
    nothingYet: '还没有记录',
    draftKept: '草稿已存',
    draftTyping: '正在存草稿……',
    keys: '快捷键',
    language: 'English',
    larger: '放大字号',
    smaller: '缩小字号',
    textSize: (percent: number) => `字号 ${percent}%`,
    busy: '正在办理……',
    behind: (entry: number) =>
      `屏幕已刷新：记录已到第 ${entry} 条，刚才这一步没有执行。输入的文字仍然保留，请核对后再办理。`,
  },

  projector: {
    open: '打开会场屏幕',
    close: '关闭会场屏幕',
    cover: '遮住会场屏幕（休息）',
    uncover: '恢复会场屏幕',
    entitled: '应到',
    present: '实到',
    item: (of: number) => `第${numeral(of)}项`,
    projectedStates,
    nominee: (place: number, of: number) => `人选 ${place} / ${of}`,
    currentPost: '现任',
    proposedPost: '拟任',
    postToLeave: '拟免',
    speaking: '发言',
    next: '下一位',
    voting: '正在表决',
    projectedSteps,
    spoilt: '废票',
    adjourned: '散会',
  },

  fault: {
    title: '出现故障',
    safe: (entry: number, time: string) => `第 ${entry} 条及以前的记录已安全保存（${time}）。`,
    safeNothing: '记录库中还没有条目。',
    safeUnknown: '已显示“已存”的条目都在磁盘上。',
    code: '代码',
    detail: '详细信息',
  },

  commands: {
    title: '命令',
    search: '输入汉字、拼音、首字母或英文',
    none: '没有这样的命令。',
    count: (count: number) => `${count} 项`,
    closedBy: (rule: string) => `现在不能：${rule}`,
    openMeeting: (of: MeetingNumber, open: boolean) => `${open ? '进入' : '查阅'}${number(of)}会议`,
  },
  keys: {
    here: '此处',
    everywhere: '任何地方',
    title: '此时可用的按键',
    none: '此时没有专用按键。',
    tab: '逐个移动焦点',
    enter: '按下当前按钮',
  },

  home: {
    noCommittee: '尚未建立常委会',
    goOn: '继续',
    goOnLead: (phase: PhaseName): string =>
      phase === 'sitting' ? '会议正在进行' : phase === 'adjourned' ? '已散会，待定稿封存' : '等待开会',
    next: '待开会议',
    past: '以往会议',
    backFilled: '补录',
    enter: '进入',
    noSecretary: '名册中没有书记。请在名册中补上，再召集会议。',
    nothingComing: '没有待开的会议。',
    keep: '备份和试用',
    backUp: '备份…',
    backUpLead: '每次封存以后，请把记录库备份到涉密移动介质。',
    backUpName: (on: string) => `议定备份-${on}.yiding`,
    backedUp: (path: string) => `已备份并核验：${path}。同名的密钥文件须一并保管。`,
    columns: {
      number: '次号',
      date: '时间',
      place: '地点',
      phase: '状态',
      items: '议题',
      nominees: '人选（通过）',
      attendance: '到会',
    },
    carried: (nominees: number, carried: number) => (nominees ? `${nominees}（${carried}）` : '—'),
    itemsMore: (first: string, count: number) => (count > 1 ? `${first}等 ${count} 项` : first),
  },

  guide: {
    title: '首次使用',
    step: (place: number, of: number, what: string) => `第 ${place} 步，共 ${of} 步：${what}。`,
    steps: {
      passphrase: '设定口令',
      committee: '建立常委会',
      secretary: '录入书记',
      members: '录入其他常委',
      meeting: '召集第一次会议',
    } satisfies Record<GuideStep, string>,
    hints: {
      passphrase: '口令无人能够找回。',
      committee: '填写常委会的名称和届次。名称印在全部文书的首部，请用全称。',
      secretary: '填写姓名、职务，身份选“书记”，加入名册。',
      members: '按排名逐人加入，也可以从表格导入。应到人数按名册计算。',
      meeting: '填写时间、地点、主持人和议程，按 Ctrl+Enter 召集。',
    } satisfies Record<GuideStep, string>,
    done: '已完成',
    fold: '收起',
    unfold: '展开',
    trial: '没有用过的，可以先在试用样例中开一次会：内容均为虚构，随时可以清空。返回时输入口令。',
  },

  trial: {
    title: '试用样例',
    lead: '内容均为虚构，不是本会的记录，可以随意试用。',
    open: '打开试用样例',
    reset: '重置样例',
    resetAsk: '清空样例，重新开始？样例中的内容都会丢弃。本会的记录不受影响。',
    leave: '离开样例',
  },

  help: {
    title: '手册',
    here: '手册中有关此处的一段',
    search: '查找手册',
    searchPlaceholder: '一个字也可以',
    contents: '目录',
    hits: (count: number) => (count ? `符合的 ${count} 段` : '没有符合的。请换一个词。'),
    rulebook: '规则全文',
  },

  roster: {
    phrasesLead: '每行一条，前九条可用 Alt 加数字插入；“……”处留待填写。',
    keepPhrases: '保存快捷用语',
    title: '常委名册',
    committee: '常委会',
    name: '名称',
    namePlaceholder: '中共××市委常委会',
    term: '届次',
    termPlaceholder: '第五届',
    establish: '建立常委会',
    rename: '更改名称',
    members: '在任常委（按排名）',
    lead: '排名由您决定：拖动行首，或者选中一行按 Alt+↑、Alt+↓ 移动。已召集的会议保留当时的名册。',
    columns: { rank: '排名', name: '姓名', role: '身份', posts: '职务', since: '任职时间' },
    member: '录入常委',
    editing: (name: string) => `修改：${name}`,
    memberName: '姓名',
    role: '身份',
    posts: '职务',
    postsPlaceholder: '市委常委、组织部部长',
    since: '任职时间',
    sincePlaceholder: '2026-03-05，可不填',
    seat: '加入名册',
    revise: '保存修改',
    unseat: '离任',
    unseatTitle: (name: string) => `${name}离任`,
    unseatOn: '离任日期',
    moveUp: (name: string) => `${name}上移`,
    moveDown: (name: string) => `${name}下移`,
    empty: '名册还是空的。请先录入书记，再按排名录入其他常委，也可以从表格导入。',
    emptyNameless: '还没有常委会。请先填写名称，按“建立常委会”。',
    former: '已离任',
    formerLine: (name: string, since: string | null, on: string) =>
      `${name}（${since === null ? '' : `${day(since)}任职，`}${day(on)}离任）`,
    badDay: '日期请写成 2026-03-05。',
    drag: (name: string) => `拖动${name}，改变排名`,
    moved: (name: string, rank: number) => `${name}现排第 ${rank}`,
    sort: '常委按姓氏笔画排…',
    sortTitle: '常委按姓氏笔画排',
    sortAsk: (order: string) =>
      `书记、副书记位次不动，其他常委按姓氏笔画排定：${order}。排名以此为准，以后仍可移动。`,
    sameName: (posts: string) =>
      `名册中已有同名的${posts && `（${posts}）`}。如果是同一个人，请点其所在行的“修改”。`,
    sameNameFormer: (on: string) => `同名的常委已于${day(on)}离任。如果是同一个人再任，照常加入即可。`,
    newTerm: '换届…',
    newTermTitle: '换届',
    newTermLead: '更改届次，在任名册照旧，历届会议保留。新任、离任在名册中逐一办理，也可以从表格导入。',
    newTermConfirm: '开始新一届',
    terms: '历届会议',
    termNow: (term: string) => `${term || '（未填届次）'}（本届）`,
    noMeetings: '还没有会议',
  },

  table: {
    open: '打开表格文件…',
    encoding: '文字编码',
    encodings: {
      utf8: 'UTF-8',
      gb18030: 'GB18030（GBK）',
      utf16Le: 'UTF-16 LE',
      utf16Be: 'UTF-16 BE',
    } satisfies Record<TextEncoding, string>,
    sheet: '工作表',
    separators: { tab: '制表符分隔', comma: '逗号分隔', semicolon: '分号分隔' } satisfies Record<
      Separator,
      string
    >,
    paste: '或者在电子表格中复制，粘贴到这里',
    pastePlaceholder: '连同标题行一起复制，例如：姓名、职务、身份、任职时间',
    columnsLead: (known: number, all: number) => `共 ${all} 列，采用 ${known} 列`,
    noName: '请指明哪一列是姓名。',
    column: (place: number) => `第 ${place} 列是什么`,
    leftOut: '不采用',
    columns: {
      name: '姓名',
      role: '身份',
      posts: '职务',
      since: '任职时间',
      rank: '排名',
      currentPost: '现任职务',
      proposedPost: '拟任职务',
      postToLeave: '拟免职务',
      change: '类别',
      sex: '性别',
      born: '出生年月',
      education: '学历',
      politics: '政治面貌',
      recommendation: '民主推荐得票',
      appraisal: '民主测评',
      inspection: '考察结论',
      remark: '备注',
    } satisfies Record<Column, string>,
    head: '标题',
    headRows: (rows: number) => (rows === 0 ? '没有标题行' : `前 ${rows} 行是标题`),
    row: '行',
  },

  rosterImport: {
    open: '从表格导入…',
    title: '从表格导入名册',
    lead: '先看会有什么变化，确认后一次办完；有一行不合规则，就全都不办。空格不改动名册中原有的内容。',
    confirm: '导入',
    summary: (seated: number, revised: number, unchanged: number, wrong: number) =>
      `新增 ${seated} 人，修改 ${revised} 人，不变 ${unchanged} 人${wrong ? `，有错 ${wrong} 行` : ''}`,
    fate: '结果',
    what: '内容',
    fates: {
      seated: '新增',
      revised: '修改',
      unchanged: '不变',
      skipped: '不导入',
      wrong: '有错',
    } satisfies Record<RowFate['type'], string>,
    nothing: '（空）',
    sameName: (rows: number[]) => (rows.length > 0 ? `与第 ${rows.join('、')} 行同名` : '名册中有同名的'),
    byName: '按姓名认定',
    revise: (name: string, posts: string) => `就是名册中的${name}${posts && `（${posts}）`}`,
    another: '另一个人，新增',
    notSame: '不是同一个人',
    skip: '不导入这一行',
    absent: (count: number) => `在任而表中没有的 ${count} 人（不选即留任）`,
    leaves: (name: string) => `${name}离任`,
    ranks: '按表中的排名（没有排名列的，按行的先后）排定名次',
    order: '导入后的名次',
    noTable: '还没有可以导入的内容：请打开表格或者粘贴，并指明姓名列。',
    nothingToDo: '表中的内容与名册一致，没有要办的。',
    notReady: '还不能导入：请改正有错的各行，或者选“不导入这一行”。',
  },

  agendaImport: {
    nominees: '从表格添加人选…',
    observers: '从表格添加列席人员…',
    titles: { nominees: '从表格添加人选', observers: '从表格添加列席人员' },
    leads: {
      nominees:
        '认得的列：姓名、现任职务、拟任职务、拟免职务、任免类别，以及呈报资料各项。没有类别的，按提拔；只免不任的，按免职。',
      observers: '认得的列：姓名、单位和职务。',
    },
    confirm: '加入本项议题',
    summary: (coming: number, wrong: number) => `将加入 ${coming} 人${wrong ? `，其中有错 ${wrong} 行` : ''}`,
    twins: (rows: number[]) => `与第 ${rows.join('、')} 行同名，请核对。`,
    there: '本项议题中已有同名的人。',
    notReady: '还不能加入：请在表中改正有错的各行，或者选“不导入这一行”。',
  },

  begin: {
    lead: '照以往会议或模板填写',
    from: '以往会议',
    withAgenda: '连同议程',
    copy: '照此填写',
    copied: (number: string) => `已照 ${number}会议填写；次号和日期是新的，请核对。`,
    chairGone: '该次会议的主持人已不在名册中，主持人没有改动。',
    template: '议程模板',
    use: '加入议程',
    keep: '存为议程模板…',
    keepTitle: '存为议程模板',
    keepLead: (count: number) => `保存现在的 ${count} 项议题，连同人选和列席人员。`,
    sameName: '同名的模板由这一份代替。',
    name: '模板名称',
    namePlaceholder: '例如：月度例会',
    manage: '整理模板…',
    manageTitle: '议程模板',
    rename: '改名',
    drop: '删除',
    items: (count: number) => `${count} 项议题`,
    none: '没有议程模板。',
  },

  calendar: {
    title: '会议日历',
    month: (year: number, month: number) => `${year}年${month}月`,
    before: '上一月',
    after: '下一月',
    today: '今天',
    weekdays: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' },
    lead: '方向键选日期，回车召集或进入会议。',
    free: (day: string) => `${day}：没有会议，按下召集`,
    taken: (day: string, meetings: string[]) => `${day}：${meetings.join('；')}`,
    nth: (ordinal: number) => `第${ordinal}次`,
    choose: (day: string) => `${day}的会议`,
    callHere: '在这一天召集会议',
  },

  call: {
    title: '召集会议',
    amendTitle: '修改会议安排',
    year: '年',
    ordinal: '次',
    date: '日期',
    time: '时间',
    place: '地点',
    placePlaceholder: '市委一号会议室',
    chair: '主持人',
    recorder: '记录人',
    recorderPost: '记录人职务',
    agenda: '议程',
    addOrdinary: '添加一般议题',
    addAppointment: '添加任免事项',
    ordinary: '一般议题',
    appointment: '任免事项',
    item: (place: number) => `第 ${place} 项`,
    itemTitle: '议题名称',
    observers: '列席',
    addObserver: '添加列席人员',
    observerName: '姓名',
    observerPost: '单位和职务',
    addNominee: '添加人选',
    nominee: (place: number) => `人选 ${place}`,
    nomineeName: '姓名',
    currentPost: '现任职务',
    proposedPost: '拟任职务',
    postToLeave: '拟免职务',
    change: '类别',
    details: (filled: number) => (filled ? `呈报资料（已填 ${filled} 项）` : '呈报资料'),
    profile: {
      sex: '性别',
      born: '出生年月',
      education: '学历',
      politics: '政治面貌',
      since: '任现职时间',
      recommendation: '民主推荐得票',
      appraisal: '民主测评',
      inspection: '考察结论',
      remark: '备注',
    } satisfies Record<keyof NomineeProfile, string>,
    sexes: { 男: '男', 女: '女' },
    orderNominees: '人选排序',
    orderObservers: '列席人员排序',
    orders: { surname: '按姓氏笔画', name: '按姓名笔画' } satisfies Record<NameOrder, string>,
    strokesUnknown: (letters: string[]) => `这些字没有笔画资料，请手工排：${list(letters)}。`,
    strokesAlike: (pairs: string[]) =>
      `这些字笔画、笔顺相同，先后请核对：${list(pairs.map((pair) => [...pair].join('—')))}。`,
    call: '召集会议',
    amend: '保存修改',
    emptyAgenda: '议程还是空的。添加议题后才能召集。',
    badYear: '年份请写成四位数字。',
    badOrdinal: '次号请写成数字。',
    badDate: '日期请写成 2026-03-05。',
    badTime: '时间请写成 09:00。',
    noChair: '请先在名册中录入常委，再选主持人。',
    frozen: '召集即冻结',
    frozenLead: '下列内容随会议一并固定，以后名册再变，也不影响本次会议：',
    frozenRoster: (count: number, names: string) => `应到名册 ${count} 人：${names}`,
    frozenAgenda: '议程：会议通知发出后增加的，属临时动议，其中的人选不得讨论决定。',
    frozenRules: (preset: string) => `规则：${preset}`,
    backFill: '这次会议已在纸上开过，现在补录',
    backFillLead:
      '时间按开会时的实际时间填写。补录按同样的规则核对；不合规则之处照录，逐条列入“违规情形”，不予隐去。补录的会议、条目都有标记。',
    backFillReason: '补录原因',
    backFillReasonPlaceholder: '例如：会议当日停电，手写记录',
    backFillBy: '补录责任人',
    past: '所填日期已过。会议如果已经开过，请选上面的“现在补录”。',
    unscheduled: '临时动议',
    unscheduledLead: (sent: string) =>
      `会议通知已于 ${sent} 发出。现在新增的议题、人选属临时动议，标明“临时动议”的人选在会上不得讨论决定。`,
    reconsider: '复议…',
    reconsiders: '复议哪次会议的决定',
    reconsidersNone: '不是复议',
    reconsidersLead: '姓名、拟任、拟免职务须与原决定一致；会上须先经表决同意复议。',
    badShare: '规则设置中的比例，分子、分母请写成整数。',
    badMargin: '规则设置中的相差人数，请写成整数。',
    beforeOpening: '宣布开会以前，可以修改；修改时按当天的名册重新固定。',
    keptAsTyped: '填写的内容随时保存，可以中途离开。',
    discard: '清空重填',
    discardAsk: '清空已填写的会议安排？',
  },

  settings: {
    preset: '会议规则',
    means: {
      municipalCommittee2019:
        '任免事项三分之二以上到会，应到会成员过半数同意为通过，书记末位表态；人员不齐的，须主持人确认并记入记录。',
      municipalCommitteeStrict:
        '任免事项三分之二以上到会，应到会成员过半数同意为通过，书记末位表态；人员不齐的，任免事项不讨论。',
      partyGroup:
        '任免事项三分之二以上到会，应到会成员过半数同意为通过，主持人末位表态；人员不齐不另作要求。',
      soeCommittee:
        '任免事项三分之二以上到会，应到会成员过半数同意为通过，书记末位表态；人员不齐不另作要求。',
      universityCommittee:
        '任免事项三分之二以上到会，应到会成员过半数同意为通过，书记末位表态；人员不齐不另作要求。',
      standingCommittee:
        '各类议题半数以上到会，参加表决人员过半数同意为通过，主持人末位表态；人员不齐不另作要求。',
      custom: '逐项设置，以《干部任用条例》（2019）的规则为起点。所设各项随会议固定，并印入会议记录。',
    } satisfies Record<Preset, string>,
    own: '自定规则各项设置',
    appointmentQuorum: '任免事项到会人数，不少于应到会成员的',
    ordinaryQuorum: '一般议题到会人数，不少于应到会成员的',
    postponeHint: '不同意和缓议达到到会人数的下列比例时，提示暂缓表决',
    postponeMargin: '同意与不同意相差不超过（人）时，提示暂缓表决',
    numerator: '分子',
    denominator: '分母',
    majorityOf: '过半数的计算基数',
    majorityOfOptions: { entitled: '应到会成员', voting: '参加表决人员' } satisfies Record<
      MajorityOf,
      string
    >,
    recusalBase: '回避成员是否计入应到',
    recusalBaseOptions: { kept: '应到不减', lowered: '应到同减' } satisfies Record<RecusalBase, string>,
    fullAttendance: '人员不齐时的任免事项',
    fullAttendanceOptions: {
      required: '不讨论',
      confirmed: '主持人确认后讨论',
      free: '达到到会人数即可',
    } satisfies Record<FullAttendance, string>,
    lastSpeaker: '末位表态人',
    lastSpeakerOptions: { secretary: '书记', chair: '主持人' } satisfies Record<LastSpeaker, string>,
    mayAbstain: '表决时可以弃权',
    mayDefer: '表决时可以缓议',
    everyVoterGetsAPaper: '无记名投票：发出票数须等于到会有表决权人数',
    reconsideration: '可以复议已作出的决定',
    repeatedFailureWarned: '同一职位两次未通过的人选予以提醒',
    noticeDayCounts: '公示起始日计入五个工作日',

    atLeast,
    appointmentQuorumSays: (share: string) => `任免事项：应到会成员${share}到会，方可讨论决定。`,
    ordinaryQuorumSays: (share: string) => `一般议题：应到会成员${share}到会，方可讨论决定。`,
    fullAttendanceSays: {
      required: '人员不齐：任免事项不讨论。',
      confirmed: '人员不齐：主持人确认并记入记录后，方可讨论任免事项。',
      free: '人员不齐：达到规定到会人数即可讨论任免事项。',
    } satisfies Record<FullAttendance, string>,
    majorityOfSays: {
      entitled: '通过：同意超过应到会成员半数；恰为半数的，不通过。',
      voting: '通过：同意超过参加表决人员半数；恰为半数的，不通过。',
    } satisfies Record<MajorityOf, string>,
    lastSpeakerSays: {
      secretary: '末位表态：书记；书记不在会场的，由主持人末位表态。',
      chair: '末位表态：主持人。',
    } satisfies Record<LastSpeaker, string>,
    optionsSay: (options: string[]) => `表决意见：${list(options)}。`,
    papersSay: (everyVoter: boolean): string =>
      everyVoter
        ? '无记名投票：发出票数等于到会有表决权人数。'
        : '无记名投票：发出票数不得多于到会有表决权人数。',
    recusalBaseSays: {
      kept: '回避：应到人数不减，该人选的实到人数相应减少。',
      lowered: '回避：该人选的应到、实到人数同减。',
    } satisfies Record<RecusalBase, string>,
    postponeSays: (share: string, margin: number) =>
      `意见分歧：不同意和缓议占到会人数${share}，或者同意与不同意相差不超过 ${margin} 人的，提示暂缓表决。`,
    reconsiderationSays: (may: boolean): string =>
      may ? '复议：经表决过半数同意，可以复议。' : '复议：不设复议。',
    repeatedFailureSays: (warned: boolean): string =>
      warned ? '再次提名：同一职位两次未通过的，予以提醒。' : '再次提名：同一职位两次未通过的，不作提醒。',
    noticeDaySays: (counts: boolean): string =>
      counts ? '任前公示：起始日计入五个工作日。' : '任前公示：起始日不计入五个工作日。',
  },

  find: {
    title: '查找',
    open: '查找全部记录',
    back: '回到查找',
    toField: '改查找的文字',
    walk: '上一处 / 下一处',
    query: '查找的文字',
    placeholder: '一个字起，照原文',
    person: '人员',
    anyone: '全部',
    year: '年度',
    anyYear: '全部',
    ofYear: (year: number) => `${year}年`,
    kind: '类别',
    anyKind: '全部',
    outcome: '结果',
    anyOutcome: '全部',
    hits: '查找结果',
    found: (total: number, shown: number): string => {
      if (total === 0) return '没有找到。请减少文字，或者放宽条件。';
      return total === shown ? `找到 ${total} 处` : `找到 ${total} 处，列出最近的 ${shown} 处`;
    },
    more: (count: number) => `再列出 ${count} 处`,
    kinds: {
      statement: '发言表态',
      remark: '插话',
      introduction: '介绍',
      opinion: '书面意见',
      item: '议题',
      nominee: '拟任人选',
      decision: '议定事项',
      correction: '更正',
      reason: '事由',
      recusal: '回避',
      preparation: '会前准备',
      tellers: '监票计票',
      observer: '列席',
      meeting: '会议',
      member: '常委',
      committee: '常委会',
      rule: '规则条文',
    } satisfies Record<FoundKind, string>,
    inMeeting: (of: MeetingNumber, on: string) => `${number(of)} · ${shortDay(on)}`,
    onDay: (on: string) => day(on),
    entry: (no: number) => `第 ${no} 条`,
    corrected: (by: number) => `原文，已由第 ${by} 条更正`,
    replaced: (by: number) => `已由第 ${by} 条改定`,
    corrects: (no: number) => `更正第 ${no} 条`,
    emptyTitle: '查找全部会议的记录',
    emptyWhat:
      '发言和表态、插话、介绍、书面意见，议题、拟任人选和职务、议定事项，请假、离席、回避、缓议、复议的事由，常委名册，都可以查找。更正前后的文字都能找到。',
    emptyHow: '逐字照原文查找，标点、空格也算；英文字母不分大小写，字母、数字不分全角半角。',
    emptyFilters: '选定人员、年度、类别或者结果，可以不输入文字。人员指发言的人和所涉及的人。',
    emptySecret: '无记名投票只记总数，查不到谁投了什么票。',
  },

  rules: {
    title: '规则',
    count: (count: number) => `共 ${count} 条`,
    lead: '“执行”：不合规则的不予办理；“提醒”：指出问题，由人决定；“不由程序执行”：由人办理，各条说明原因。改正条文不改变程序的判断。',
    back: '返回',
    search: '查找规则',
    searchPlaceholder: '编号、名称、出处或条文用语',
    hits: (count: number) =>
      count ? `符合的规则 ${count} 条` : '没有符合的规则。请换一个词，或者把程序的处理选为“全部”。',
    state: '程序的处理',
    allStates: (count: number) => `全部（${count}）`,
    states: { enforced: '执行', warned: '提醒', outside: '不由程序执行' } satisfies Record<RuleState, string>,
    does: { enforced: '程序执行', warned: '程序提醒', outside: '不执行的原因' } satisfies Record<
      RuleState,
      string
    >,
    checks: (checks: string, _checksEn: string) => checks,
    by: (rule: string) => `由 ${rule} 把关`,
    sectionsLabel: '规则类别',
    sections: {
      barred: '不得上会的情形',
      reported: '须事先报告的事项',
      meeting: '讨论决定',
      recusal: '回避',
      committee: '常委会会议',
      own: '四不讨论、四个坚持',
      ballot: '无记名投票',
      before: '会前准备',
      minutes: '会议记录',
      other: '名册、次号及地方做法',
    } satisfies Record<Section, string>,
    restsOn: {
      V: '条文',
      'V-num?': '条文',
      L: '样本',
      S: '本级制度',
      P: '做法',
      M: '待查',
    } satisfies Record<Grade, string>,
    grades: {
      V: '原文已找到，逐字引用',
      'V-num?': '原文已找到，条号由相邻条文推算，待核',
      L: '出自地方、单位制度或者公开样本，不是中央规定',
      S: '出自源文稿，是本级自己的做法',
      P: '通行做法，无条文',
      M: '凭记忆，未核对原文，不作条文引用',
    } satisfies Record<Grade, string>,
    evidence: (grade: string) => `证据：${grade}`,
    quoted: (quote: string) => `“${quote}”`,
    correctedText: '改正后条文',
    builtIn: (grade: string) => `条文经本会改正；原内置条文：${grade}`,
    correct: '改正条文',
    correctTitle: (title: string) => `改正条文：${title}`,
    correctLead: '只填需要改正的部分，留空的不变。原条文和改正理由都留在记录中；程序的判断不变。',
    takeOver: '以现有条文为底稿',
    source: '出处',
    clause: '条号',
    quote: '原文',
    reason: '改正理由（在何处核对）',
    responsible: '责任人',
    confirmCorrect: '记下改正',
    correction: (place: number, count: number) => (count > 1 ? `第 ${place} 次改正` : '改正记录'),
    correctedBy: (reason: string, by: string) => `理由：${reason}；责任人：${by}`,
  },

  room: {
    phrases: '快捷用语',
    phrase: (phrase: string) => `插入“${phrase}”`,
    agenda: '议题',
    nomineesOf: (count: number) => `${count} 名人选`,
    nomineeOf: (place: number, count: number) => `${count} 名人选 · 第 ${place} 名`,
    chair: '主持',
    recorder: '记录',
    observers: '列席',
    entitled: '应到',
    presentNow: '实到',
    quorumOrdinary: '半数须',
    quorumAppointment: '三分之二须',
    notMet: '未达到',
    currentPost: '现任',
    proposedPost: '拟任',
    postToLeave: '拟免',
    record: '会议文书',
    amend: '修改安排',
    callOff: '取消会议',
    callOffTitle: '取消会议',
    calledOff: (reason: string) => `会议已取消：${reason}`,

    rollCall: '点名',
    rollCallLead: '逐一点名。1 到会，2 请假，3 缺席；开会前可以重新点。',
    rollCallDone: (present: number, entitled: number) =>
      `点名完毕：应到 ${entitled} 人，实到 ${present} 人。`,
    markPresent: '到会',
    markOnLeave: '请假',
    markAbsent: '缺席',
    unmarked: '未点',
    reasonFor: (name: string) => `${name}的事由`,
    openMeeting: '宣布开会',

    takeUpItem: (place: number, title: string) => `进入议题 ${place}：${title}`,
    takeUpNominee: (name: string) => `下一人选：${name}`,
    takeUpThisNominee: (name: string) => `研究${name}`,
    noFloor: '等待进入议题',
    noFloorDone: '各项议题均已办结',
    betweenNominees: '等待进入下一人选',
    betweenNomineesDone: '人选均已研究',
    ordinaryItem: '一般议题',

    steps: { introduce: '介绍', hear: '逐一表态', hearOrdinary: '讨论', vote: '表决', announce: '宣布结果' },
    introduction: '介绍情况',
    introducedBy: (name: string, time: string) => `${name}介绍 · ${time}`,
    introduceBy: '介绍人',
    introduceWords: '介绍内容',
    introduce: '记下介绍',
    revise: '改记',
    reviseOf: (name: string) => `改记${name}的表决`,
    introduceUsual: '前五项都已讲到，记下介绍',
    speakingOrder: '发言次序',
    takeStances: '需要逐人表态的，展开后点姓名登记',
    speakingNow: '发言中',
    last: '末位',
    recording: '正在记录……',
    draft: '草稿',
    opensAfter: (names: string) => `待${names}表态后开放`,
    statementOf: (name: string) => `${name}的发言`,
    recordStatement: '记录并到下一位',
    recordLast: '记录',
    chooseStance: '请先选定：同意、不同意或缓议。',
    chooseSpeaker: '请先选定发言人。',
    nominees: '人选',
    remark: '插话',
    remarkTitle: '插话、情况说明（不算表态）',
    remarkBy: '发言人',
    remarkWords: '发言内容',
    recordRemark: '记下插话',
    remarks: (count: number) => `插话、情况说明、书面意见 ${count} 条`,

    openVote: '进入表决',
    openVoteTitle: '表决方式',
    method: '方式',
    scrutineer: '监票人',
    teller: '计票人',
    countersLead: '记名、无记名投票须有监票人和计票人，且不得是本议题的人选或者回避人员。',
    confirmOpenVote: '开始表决',
    voteOf: (name: string) => `${name}：`,
    closeVote: '结束表决',
    postponeVote: '暂缓表决',
    postponeTitle: '暂缓表决的理由',
    deferMatter: '缓议',
    deferTitle: '缓议的理由',
    announceResult: '宣布结果',
    announced: (time: string) => `${time} 已宣布`,
    closeItem: '结束议题',
    closeItemTitle: '结束议题',
    decision: '议定事项',
    decisionLead: '会议决定：……',
    decisionOptional: '任免事项以表决结果为准，可不填。',
    leaveItem: '搁置议题',
    leaveTitle: '搁置议题的理由',
    adjourn: '散会',
    adjournAsk: '宣布散会？散会后不再接受发言和表决。',
    adjournLeft: (count: number) => `还有 ${count} 项议题没有办结。`,
    seal: '定稿封存',
    sealAsk: '定稿封存会议记录？封存后只能另立条目更正，不能修改。',
    adjourned: (time: string) => `${time} 散会`,
    sealed: (time: string) => `${time} 定稿封存`,
    sealedLead: '会议记录已经封存。请打印、签字、归档。',
    adjournedLead: '请核对会议文书，无误后定稿封存。',

    secretTitle: '无记名投票计票',
    secretLead: '只登记总数。程序没有任何地方记录谁投了什么票。',
    valid: '有效',
    countBallots: '登记计票结果',
    countNotNumber: (names: string) => `请填写整数：${names}。`,
    presentAtVote: (count: number) => `表决时实到 ${count} 人`,

    tally: '表态汇总',
    votes: '表决汇总',
    result: '表决结果',
    majority: (count: number, entitled: number) => `通过须 ${count} 票（应到 ${entitled} 人过半数）`,
    majorityMark: (count: number) => `过半数：${count}`,
    silent: '未表态',
    notVoted: '未表决',
    hiddenUntilCounted: '无记名投票：计票前没有票数可显示。',
    spoiltPapers: '废票',

    badTime: '时刻请写成 09:41。',
    arrive: (name: string) => `登记${name}到会`,
    depart: (name: string) => `登记${name}离席`,
    departTitle: (name: string) => `${name}离席的事由`,
    designateChair: '更换主持人',
    designateTitle: '由谁主持会议',
    onLeaveShort: (reason: string) => (reason ? `请假·${reason}` : '请假'),
    absentShort: (reason: string) => (reason ? `缺席·${reason}` : '缺席'),
    departedShort: (time: string, reason: string) => `${time} 离席·${reason}`,

    whyNot: (what: string) => `现在不能办理“${what}”`,

    warnings: '提醒',
    acknowledge: '确认',
    acknowledgeTitle: '确认提醒',
    acknowledgeRule: (rule: string) => `确认提醒 ${rule}`,
    acknowledgeBy: '确认人',
    acknowledgeReason: '理由（记入会议记录）',
    acknowledgedBy: (rule: string, name: string, time: string, why: string) =>
      `${rule}：${name} ${time} 已确认，理由：${why}`,
    warningsElsewhere: (count: number) => `其他人选的提醒 ${count} 条`,
    confirmAbsence: '主持人确认人员不齐',

    recuse: '回避',
    recuseDots: '回避……',
    recuseInstead: '因回避离席的，另行登记。',
    recuseTitle: (name: string) => `回避：研究${name}`,
    recusePerson: '回避人员',
    recuseRelation: '与人选的关系',
    recuseDetail: '具体说明（其他关系必填）',
    leftAt: '离席时刻（留空为现在）',
    substitute: '代为记录人',
    confirmRecuse: '登记回避',
    choosePerson: '请先选定回避人员。',
    chooseRelation: '请先选定与人选的关系。',
    leftSince: (time: string) => `${time} 离席`,
    leftFromTo: (left: string, returned: string) => `${left} 离席，${returned} 返回`,
    writtenBy: (name: string) => `由${name}代为记录`,
    recusedFrom: (name: string) => `（${name}）`,
    recusedShort: (time: string) => `回避·${time} 离席`,
    returned: '返回',
    leaves: '离会',
    comeBack: (name: string) => `登记${name}返回`,
    headcount: (entitled: number, present: number, majority: number) =>
      `本人选：应到 ${entitled} 人 · 实到 ${present} 人 · 通过须 ${majority} 票`,

    restate: '改变表态',
    restated: '改变表态',
    recordRestated: '记下改变后的表态',
    statedBefore: (stance: string, time: string) => `原表态：${stance}（${time}）`,
    openAgain: '其后另有表态，须再次末位表态',

    opinionTitle: (name: string) => `宣读${name}的书面意见`,
    opinionLead: '记入会议记录，不计入表态和票数。',
    opinionShort: '书面意见',
    confirmOpinion: '记下书面意见',
    writtenOpinion: '书面意见（不计票）',

    covers: '介绍了（Alt＋数字）',
    covered: (point: string) => `介绍包括：${point}`,
    leaning: '倾向性发言',
    leaningLead: '末位表态前已表明倾向；不算表态',

    firstReading: '第一次读数完毕',
    secretTitleAgain: '无记名投票计票 · 第二次读数',
    secretLeadAgain: '请另一人从选票重新读数，不看第一次的结果。',
    differingLead: (names: string, reading: 1 | 2) =>
      `两次读数不一致：${names}。请核对选票，第${reading === 1 ? '一' : '二'}次重读这几项。`,
    unreadable: '无法辨认',
    unreadableOf: (field: string) => `${field}无法辨认`,
    countAnew: '全部重新读数',
    voidBallot: '作废重投',
    voidBallotAsk: (issued: number, returned: number) =>
      `发出 ${issued} 票，收回 ${returned} 票。本次投票作废，当场销毁选票，重新投票？`,
    ballotVoided: (issued: number, returned: number) => `作废：发出 ${issued}，收回 ${returned}`,

    reconsider: '提出复议',
    reconsiderOf: (name: string) => `提出复议：${name}`,
    reconsiderTitle: '提出复议的理由',
    reconsideration: '复议',
    reconsiders: (meeting: string) => `复议${meeting}会议的决定`,
    motionVotes: '复议表决',
    motionResult: (carried: boolean): string => (carried ? '同意复议' : '不予复议'),
    pastDecision: '原决定',
    history: '过程记录',
    voidDecision: '到会人数不足，所作决定无效',

    prepareTitle: (name: string) => `会前准备：${name}`,
    prepareShort: '准备',
    prepareLead:
      '办结的填写责任人；没有这一项的，标“不涉及”。标为“未完成”的，不得提交会议讨论；没有登记的，只提醒。',
    prepareAs: '照抄后再改：',
    nobodyResponsible: '请填写责任人。',
    sendNoticeAsk: '发出以后不能撤回；其后增加的议题、人选属临时动议，其中的人选不得讨论决定。',
    recordTalk: '记下发言',
    talkTitle: '讨论发言，逐条记下',
    stanceKeys: 'Ctrl＋数字即记下',
    methodKeys: 'Ctrl＋数字：选定并开始。',
    unrecorded: (names: string) => `还有写了没有记下的发言：${names}。议题结束以后不能再记。`,
    nobodyYet: '未选定发言人',
    countUnequal: (counted: number, valid: number) =>
      `各栏合计 ${counted} 票，有效票 ${valid} 票，不相符，请核对。`,
    blankLeft: '用语中的“……”还没有填写。',
    prepareStep: '事项',
    prepareState: '状态',
    prepareResponsible: '责任人',
    prepareOn: '日期（2026-01-12）',
    prepareReference: '文号、材料',
    confirmPrepare: '保存',
    chooseState: '请选定状态。',
    unscheduled: '临时动议',
    sendNotice: '发出会议通知',
    noticeSent: (date: string, time: string) => `会议通知已于 ${date} ${time} 发出；其后增加的属临时动议。`,
    addItem: '增加议题',
    addItemLead: '会议通知发出后增加的议题属临时动议；其中的任免人选不得讨论决定。',

    backFilled: '补录',
    notedLead: (time: string) => `补录时刻 ${time}，改为`,
    noteTime: '记下时刻',
    badMoment: '时刻请写成 09:41，或者 2026-01-12 09:41。',
    entryAt: (entry: number, time: string) => `第 ${entry} 条 ${time}`,
    violations: (count: number) => `违规情形 ${count} 项`,
    violationsNow: (count: number) => `刚才这一步有 ${count} 项违规情形，已如实记入：`,
  },

  seating: {
    title: '座次',
    asList: '名单',
    asPlan: '座次图',
    toggle: '座次图／名单',
    arrange: '排座……',
    goSeats: '到座位：登记到会、离席、返回、回避',
    pressSeat: '登记该座位：1–9、A–P',
    step: '移到旁边的座位',
    setTime: '填写时刻',
    time: '时刻（补记时填）',
    now: '现在',
    status: {
      speaking: '发言',
      next: '下一位',
      present: '到会',
      recused: '回避',
      departed: '离席',
      onLeave: '请假',
      absent: '缺席',
    },
    arrangeTitle: '排座',
    arrangeLead: '上方为首席。拖动姓名，或者选定后按方向键移动；移到别人的座位上，两人互换。',
    push: '移动选定的座位',
    movedTo: (name: string, row: number, column: number) => `${name}：第 ${row} 排第 ${column} 座`,
    seatAt: (name: string, row: number, column: number) => `${name}，第 ${row} 排第 ${column} 座`,
    keep: '保存座次',
    byRank: '按排名就座',
    isByRank: '按排名就座：书记居首，以左为上，依次两侧。',
    isArranged: '已另行排定。',
    floor: '发言人',
    does: { introduces: '介绍', speaks: '发言', votes: '表决' },
    next: '下一位',
    nextNominee: '下一人选',
    limit: (minutes: number) =>
      minutes === 0 ? '发言计时：不设提示时限（按此改设）' : `发言计时：满 ${minutes} 分钟提示（按此改设）`,
    limitShort: (minutes: number) => (minutes === 0 ? '已用时' : `限 ${minutes} 分`),
    over: (minutes: number) => `已过 ${minutes} 分`,
    nomineeTime: '本人选',
    itemTime: '本议题',
    items: { closed: '已议定', left: '已搁置', open: '研究中', waiting: '未开始' },
  },

  record: {
    title: '会议文书',
    backToRoom: '回到会场',
    entries: '记录条目',
    correct: '更正……',
    correctTitle: (entry: number) => `更正第 ${entry} 条`,
    correctLead: '原条目不变，另立一条更正，两条都会打印。',
    correctWords: '应为',
    correctReason: '更正理由',
    correctBy: '更正责任人',
    confirmCorrect: '记下更正',
    correctedBy: (entry: number) => `已由第 ${entry} 条更正`,
    notSealed: '尚未封存：这是草稿，定稿封存后再签字归档。',
    sealedAt: (time: string, entry: number) => `${time} 定稿封存（第 ${entry} 条）`,
    fingerprint: '核对纸上的指纹',
    fingerprintPlaceholder: '例如 7F3A 91C2',
    verify: '核对',
    genuine: ({ entry, at, number: of, papers: numbers }: FoundEntry) =>
      `与本库第 ${entry} 条一致：${of ? `${number(of)}会议，` : ''}${day(at)} ${clock(at)}${numbers.length ? `；印在第 ${list(numbers.map(String))} 号文书上` : '；没有登记过印有它的文书'}。`,
    near: (entry: number, groups: number[]) =>
      `没有这个指纹。与第 ${entry} 条只差第 ${list(groups.map(String))} 组，请核对${groups.length > 1 ? '这几组' : '该组'}。`,
    notGenuine: '没有哪一条记录的指纹与此相符。请核对输入；如无误，这份纸不是由本库印出的。',
    notAFingerprint: '这不像指纹。请按纸上所印输入数字 0–9 和字母 A–F，至少两组。',
    intact: (entry: number) => `记录链完整，共 ${entry} 条。`,
  },

  print: {
    papers: '文书',
    groups: { before: '会前', vote: '表决', after: '会后', blank: '备用空白表' } satisfies Record<
      Group,
      string
    >,
    standings: { owed: '应出', possible: '可出', later: '尚不能出' } satisfies Record<
      Exclude<Standing, 'current' | 'outgrown'>,
      string
    >,
    numbered: (no: number) => `第 ${no} 号`,
    outgrown: (no: number) => `第 ${no} 号已过期·需重出`,
    stands: (owed: number, outgrown: number): string =>
      owed + outgrown === 0
        ? '应出的文书都已出齐。'
        : `${[owed && `应出未出 ${owed} 种`, outgrown && `已过期 ${outgrown} 种`].filter(Boolean).join('，')}。`,
    later: (kind: PaperKind): string => LATER[keyOf(kind)] ?? '所记的事项还没有发生。',
    choose: (name: string) => `选定${name}，一并打印、保存`,
    preview: '预览，未编号',
    previewOutgrown: (no: number) =>
      `第 ${no} 号已过期：出具以后，记录又有变动。现在看到的是按现有记录排的预览；打印或者保存时另编新号，替代第 ${no} 号。`,
    previewBallots: '这是样张。表决票每次印制另编新号，票号随机编排，不留底。',
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
    laying: '正在排版……',
    loading: (page: number, pages: number) => `正在显示第 ${page} / ${pages} 页……`,
    scroll: '翻看各页',
    print: '打印',
    printChosen: (count: number) => `打印所选 ${count} 种`,
    save: '保存 PDF',
    word: 'Word',
    saveWord: '保存为 Word 文档',
    saveAll: '全部保存……',
    saveAllTitle: '全部保存',
    saved: (path: string, no: number | null) => `已保存${no === null ? '' : `第 ${no} 号`}：${path}`,
    savedAll: (count: number, place: string) => `已保存 ${count} 个文件，另附目录：${place}`,
    printed: (count: number) => `已送打印机，共 ${count} 种。`,
    left: (path: string) =>
      `没有可用的打印机，也没有能打开 PDF 的程序。文书已做好，请到有打印机的机器上打印：${path}`,
    opened: (path: string) => `没有可用的打印机，已在系统阅读器中打开，请在那里打印：${path}`,
    preparing: '正在准备……',
    making: (done: number, total: number, name: string | null) =>
      done >= total
        ? `正在写出 ${total} 个文件……`
        : `正在制作第 ${done + 1} 个，共 ${total} 个${name ? `：${name}` : ''}`,
    stop: '停止',
    stopping: '正在停止……',
    stopped: '已停止，没有写出任何文件。',
    unlaid: (name: string, trouble: PaperTrouble | null): string =>
      trouble?.character
        ? `《${name}》中“${trouble.near}”${trouble.place && `（${trouble.place.replace(/：$/, '')}）`}有字体里没有的字“${trouble.character}”，请改用其他写法，或者装入有这个字的字体后重新启动程序。`
        : `《${name}》无法排版。会议记录不受影响。`,
    nothingWritten: '没有写出任何文件。',

    drawUp: '给某单位的通知……',
    drawUpTitle: '议定事项通知：给某单位',
    drawUpItem: '议题',
    drawUpTo: '主送单位',
    drawUpToPlaceholder: '市财政局',
    drawUpNominees: '只列所选人选；都不选，列出全部',
    confirmDrawUp: '排出通知',
    takeBack: (name: string) => `撤下${name}`,

    bundleLead: '一次办成：有一种文书排不出来，就一个文件也不写。没有变动的文书仍用原号。',
    pdf: 'PDF',
    data: '数据文件',
    exports: {
      workbook: '表决和出席（XLSX）',
      votesCsv: '表决（CSV）',
      attendanceCsv: '出席（CSV）',
      record: '全记录（JSON）',
    } satisfies Record<Extract<ExportKind, string>, string>,
    form: '保存为',
    forms: { folder: '文件夹', zip: 'ZIP 文件' },
    anew: '重新编号：没有变动的也另编新号，替代原号',
    newBook: '会议记录另起一册',
    leaves: (book: string, first: number) => `会议记录编入第 ${book} 册，从第 ${first} 页起。`,
    chooseSome: '请至少选一种文书或者数据文件。',
    confirmSaveAll: '选定位置并保存',

    register: '文书登记',
    empty: '还没有出过文书。打印或者保存时编号登记。',
    madeAt: (at: string, entry: number) => `${shortDay(at)} ${clock(at)} · 依据第 ${entry} 条`,
    pages: (pages: number) => `${pages} 页`,
    inBook: (book: string, first: number, last: number) =>
      `第 ${book} 册第 ${first === last ? first : `${first}—${last}`} 页`,
    digest: (digest: string) => `摘要 ${digest}`,
    fonts: (names: string[]) => `字体：${list(names)}`,
    fontsNow: (names: string[]) => `现在排版所用字体：${list(names)}`,
    replaces: (no: number) => `替代第 ${no} 号`,
    replacedBy: (no: number) => `已由第 ${no} 号替代`,
    stale: '已过期',
  },

  hotkeys: {
    stance: (stance: Stance) => `${stances[stance]}，并到下一位`,
    choice: (choice: Choice) => `${choices[choice]}，并到下一位`,
    reviseLast: '改记上一票',
    record: '记录并到下一位',
    recordIntroduction: '记下介绍',
    recordRemark: '记下插话',
    remark: '插话',
    back: '退一步，文字保留',
    commands: '命令列表',
    keys: '显示按键',
    papers: '会议文书',
    print: '打印',
    why: '为什么现在不能……',
    larger: '放大字号',
    smaller: '缩小字号',
    next: '上一位 / 下一位',
    nextStep: '下一步',
    moveUp: '上移一位',
    moveDown: '下移一位',
    present: '到会',
    onLeave: '请假',
    absent: '缺席',
  },
};
