import type { MessageKey, StressChange } from '../core/model/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { Handlers } from '../messaging/protocol.ts';
import { listCaptures } from '../storage/contacts.ts';
import { getSettings } from '../storage/state.ts';
import { runUndo } from '../storage/undo/run.ts';
import {
  chooseAcquaintances,
  lookAtAcquaintances,
  openQuestions,
  setPageRefused,
  settleQuestion,
} from './acquaintances.ts';
import { alikeTo } from './alike.ts';
import { type Background, createBackground } from './background.ts';
import { createBackups } from './backups.ts';
import { Badges, savedBadge } from './badge.ts';
import { viewCompany } from './companyView.ts';
import { addToDoNotSave, removeFromDoNotSave } from './doNotSave.ts';
import { draftOf, keepDraft } from './drafts.ts';
import type { Environment } from './environment.ts';
import { createExports } from './exportFiles.ts';
import { namedFailure } from './failures.ts';
import { createImports } from './importFiles.ts';
import { boardOf, nameList, orderIn, placeAll, placeIn, removeList } from './lists.ts';
import { forgetMany, setMany } from './many.ts';
import { createMerges } from './mergeContacts.ts';
import { readNetwork, removeGoal, rowSegment, setGoal, setMe, setSettings, unsetMe } from './network.ts';
import { contactOfMe } from './ownPage.ts';
import { eraseEverything, listTags, storedData } from './privacy.ts';
import { dueUntil, reviewsDue } from './reminders.ts';
import {
  editSaved,
  forgetContact,
  logContact,
  marginalOf,
  previewCapture,
  relogContact,
  saveCapture,
  setOwnWords,
  setRole,
  snoozeContact,
  tagContact,
  unlogContact,
  viewContact,
  viewContactAt,
} from './save.ts';
import { TabSaves } from './saveTab.ts';
import {
  setBackupRhythm,
  setCompany,
  setCompanyAsked,
  setMove,
  setRhythm,
  setView,
} from './singleSettings.ts';
import { removeTie, setTie } from './ties.ts';
import { waysThrough, waysTo } from './ways.ts';

export { failureOf } from './failures.ts';

/** One use case for each message of the protocol. A missing one does not compile. */
export function createHandlers(given: Environment): Handlers {
  return handlersOf(createBackground(given));
}

/** The use cases over one background; `saves` are those that the browser begins too. */
export function handlersOf(background: Background, saves = new TabSaves(background)): Handlers {
  const badges = new Badges(background);
  const imports = createImports(background);
  const exports = createExports(background);
  const backups = createBackups(background);
  const merges = createMerges(background);
  const handlers: Handlers = {
    async 'page.state'({ url, texts }, sender) {
      // The address within a site changes before the browser reports it; another site's is not believed.
      const key = new URL(url).origin === new URL(sender.url).origin ? background.identify(url) : null;
      const settings = await getSettings(await background.database);
      if (sender.tab !== null) badges.follow(sender.tab, key);
      const text = settings.language === 'auto' ? null : await background.texts(settings.language);
      return {
        show: key !== null && !settings.quiet,
        texts: text === null ? null : Object.fromEntries(texts.map((key) => [key, text(key as MessageKey)])),
      };
    },
    async 'page.save'(_input, sender) {
      if (sender.tab === null) throw new MessageFailure('notAllowed');
      // The page's own wait for it ends here: neither what comes of it nor how long it takes is for a page.
      void saves.start(sender.tab);
      return null;
    },
    async 'contact.save'({ capture, edits, corrections, own, emails, tab }) {
      const said = { edits, corrections, own, emails };
      const { contact, created, reading, acquainted } = await saveCapture(background, capture, said);
      if (tab !== undefined) await background.showBadge(tab, savedBadge(reading));
      return { id: contact.id, created, ...(acquainted && { acquainted }) };
    },
    'contact.preview': async ({ capture, corrections }) => {
      await saves.settled();
      const preview = await previewCapture(background, capture, corrections);
      const justSaved = preview.saved === null ? undefined : saves.takeNews(preview.saved.contact.id);
      return justSaved === undefined ? preview : { ...preview, justSaved };
    },
    'contact.get': ({ id }) => viewContact(background, id),
    'contact.at': ({ url }) => viewContactAt(background, url),
    'rows.get': ({ segment }) => rowSegment(background, segment),
    'rows.index': () => background.rows.index(),
    'rows.packed': ({ segments }) => background.rows.packed(segments),
    'rows.of': ({ ids }) => background.rows.rowsOf(ids),
    'review.get': () => reviewsDue(background),
    'contact.log': (entry) => logContact(background, entry),
    'loss.dismiss': async () => {
      await background.loss.dismiss();
      return null;
    },
    'due.get': ({ until }) => dueUntil(background, until),
    'contact.search': ({ query, limit }) => background.rows.search(query, limit),
    'contact.history': async ({ id }) => ({
      captures: (await listCaptures(await background.database, id)).map(({ at, reader, url }) => ({
        at,
        reader,
        url,
      })),
    }),
    'contact.setTie': ({ tie, based }) => setTie(background, tie, based),
    'contact.removeTie': (tie) => removeTie(background, tie),
    'contact.ways': (of) => ('id' in of ? waysTo(background, of.id) : waysThrough(background, of.through)),
    'company.get': ({ company, label }) => viewCompany(background, company, label),
    'acquaintances.look': (of) => lookAtAcquaintances(background, of),
    'acquaintances.choose': (choice) => chooseAcquaintances(background, choice),
    'acquaintances.refuse': async (page) => {
      await setPageRefused(background, page);
      return viewContact(background, page.id);
    },
    'questions.get': ({ limit }) => openQuestions(background, limit),
    'questions.answer': (answer) => settleQuestion(background, answer),
    'contact.setMany': (change) => setMany(background, change),
    'contact.forgetMany': ({ ids }) => forgetMany(background, ids),
    'undo.run': async ({ id }) => ({
      restored: await runUndo(await background.database, background.world, id),
    }),
    'contact.marginal': (of) => marginalOf(background, of),
    'analysis.get': () => background.analysis.get(),
    'analysis.months': () => background.analysis.months(),
    'analysis.test': ({ change }) => background.analysis.test(change as StressChange),
    'graph.get': () => background.analysis.graph(),
    'tags.get': () => listTags(background),
    'privacy.get': () => storedData(background),
    'privacy.erase': () => eraseEverything(background),
    'contact.setOwn': ({ id, own, clear, based }) => setOwnWords(background, id, own, { clear, based }),
    'contact.typed': (typed) => background.typing.type(typed),
    'contact.role': (word) => setRole(background, word),
    'contact.tag': (change) => tagContact(background, change),
    'contact.unlog': (entry) => unlogContact(background, entry),
    'contact.relog': (change) => relogContact(background, change),
    'contact.edit': (typed) => editSaved(background, typed),
    'contact.alike': (typed) => alikeTo(background, typed),
    'contact.snooze': (change) => snoozeContact(background, change),
    'list.get': ({ list }) => orderIn(background, { list }),
    'list.name': (list) => nameList(background, list),
    'list.remove': ({ list }) => removeList(background, list),
    'list.place': ({ list, id, spot }) => placeIn(background, id, { list }, spot),
    'list.add': ({ list, ids }) => placeAll(background, ids, { list }),
    'board.get': ({ goal }) => boardOf(background, goal),
    'board.place': ({ goal, id, stage, spot = { before: null } }) =>
      placeIn(background, id, { goal, stage }, stage === null ? null : spot),
    'draft.get': (name) => draftOf(background, name),
    'draft.set': ({ text, ...name }) => keepDraft(background, name, text),
    'contact.forget': async ({ id }) => ({ forgotten: await forgetContact(background, id) }),
    'network.get': () => readNetwork(background),
    'me.set': ({ me, based }) => setMe(background, me, based),
    'me.unset': () => unsetMe(background),
    'me.contact': () => contactOfMe(background),
    'goal.set': ({ goal, based }) => setGoal(background, goal, based),
    'goal.delete': ({ id }) => removeGoal(background, id),
    'site.add': async ({ host }) => {
      await background.addSite(host);
      return null;
    },
    'settings.set': ({ settings }) => setSettings(background, settings),
    'company.asked': ({ company }) => setCompanyAsked(background, company),
    'company.set': ({ company, nace2 }) => setCompany(background, company, nace2),
    'move.set': ({ id, until }) => setMove(background, id, until),
    'view.set': ({ name, query }) => setView(background, name, query),
    'rhythm.set': ({ layer, days }) => setRhythm(background, layer, days),
    'doNotSave.remove': ({ address }) => removeFromDoNotSave(background, address),
    'doNotSave.add': ({ address }) => addToDoNotSave(background, address),
    'import.begin': imports.begin,
    'import.part': imports.part,
    'import.read': imports.read,
    'import.confirm': imports.confirm,
    'import.cancel': imports.cancel,
    'restore.confirm': imports.restore,
    'restore.join': imports.join,
    'undo.list': imports.steps,
    'export.begin': exports.begin,
    'export.next': exports.next,
    'export.cancel': exports.cancel,
    'export.report': exports.report,
    'backup.when': (rhythm) => setBackupRhythm(background, rhythm),
    'backup.state': backups.state,
    'backup.seal': backups.seal,
    'backup.now': backups.now,
    'sync.status': () => background.sync.status(),
    'sync.check': ({ place }) => background.sync.check(place),
    'sync.setUp': (given) => background.sync.setUp(given),
    'sync.meet': (given) => background.sync.meet(given),
    'sync.join': (given) => background.sync.join(given),
    'sync.now': () => background.sync.now(),
    'sync.code': () => background.sync.code(),
    'sync.password': ({ password }) => background.sync.password(password),
    'sync.changeCode': () => background.sync.changeCode(),
    'sync.enterCode': ({ code }) => background.sync.enterCode(code),
    'sync.publishAgain': () => background.sync.publishAgain(),
    'sync.massForget': ({ answer }) => background.sync.massForget(answer),
    'sync.leave': ({ remove }) => background.sync.leave(remove),
    'sync.note': ({ id }) => background.sync.note(id),
    'merge.suggest': merges.suggest,
    'merge.run': merges.run,
    'merge.dismiss': merges.dismiss,
  };
  return naming(handlers, background);
}

/** Failures of the browser's database are named before they cross, so that each has its own sentence. */
function naming(handlers: Handlers, environment: Pick<Environment, 'database'>): Handlers {
  const named = Object.entries(handlers).map(([name, handler]) => [
    name,
    (...sent: Parameters<Handlers[keyof Handlers]>) =>
      (handler as (...sent: unknown[]) => Promise<unknown>)(...sent).catch(async (error: unknown) => {
        throw await namedFailure(error, environment);
      }),
  ]);
  return Object.fromEntries(named) as Handlers;
}
