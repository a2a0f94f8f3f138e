import type { Desk } from '../ui/state/desk';
import { clock } from './clock';
import type { Stage } from './stage';
import { keepTheme } from './theme';

/**
 * The desk as the first view knows it: what the pane shows comes from the stage; every verb waits for the house,
 * whose code (rules, ledger, tasks) is loaded while the first view is already painted.
 */
export function createLateDesk(stage: Stage, house: () => Promise<Desk>): Desk {
  return {
    clock,
    watch: stage.watch,
    setTheme: (theme) => keepTheme(stage, theme),
    choose: (occurrence) => void house().then((desk) => desk.choose(occurrence)),
    keepDraft: (...asked) => void house().then((desk) => desk.keepDraft(...asked)),
    refresh: async () => (await house()).refresh(),
    signIn: async () => (await house()).signIn(),
    keepLog: async (series) => (await house()).keepLog(series),
    checkIn: async (...asked) => (await house()).checkIn(...asked),
    undo: async (entry) => (await house()).undo(entry),
    correct: async (...asked) => (await house()).correct(...asked),
    dispute: async (...asked) => (await house()).dispute(...asked),
    annotate: async (...asked) => (await house()).annotate(...asked),
    identify: async (...asked) => (await house()).identify(...asked),
    assign: async (...asked) => (await house()).assign(...asked),
    answerSameMeeting: async (...asked) => (await house()).answerSameMeeting(...asked),
    answerVanished: async (...asked) => (await house()).answerVanished(...asked),
    importTeamsCsv: async (...asked) => (await house()).importTeamsCsv(...asked),
    logDecision: async (...asked) => (await house()).logDecision(...asked),
    draftRecap: async (occurrence) => (await house()).draftRecap(occurrence),
    sendRecap: async (...asked) => (await house()).sendRecap(...asked),
    takeBackRecap: async (occurrence) => (await house()).takeBackRecap(occurrence),
    settleRecap: async (...asked) => (await house()).settleRecap(...asked),
    openRecapInOutlook: async (...asked) => (await house()).openRecapInOutlook(...asked),
    exportLog: async (as) => (await house()).exportLog(as),
    readImport: async (text) => (await house()).readImport(text),
    doImport: async (plan) => (await house()).doImport(plan),
    setRules: async (...asked) => (await house()).setRules(...asked),
    setKeeping: async (...asked) => (await house()).setKeeping(...asked),
    countries: async (language) => (await house()).countries(language),
    eraseAll: async () => (await house()).eraseAll(),
    rebuild: async () => (await house()).rebuild(),
    letters: async () => (await house()).letters(),
    draft: async (name) => (await house()).draft(name),
  };
}
