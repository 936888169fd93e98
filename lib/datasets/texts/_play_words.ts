/**
 * Words of the stand-in play, commonest first; the project's own choice, not a count of any corpus.
 *
 * @module
 */
import { wordList } from "./_word_list.ts";

/** Who speaks. Together the names use every letter of the alphabet as a capital. */
export const SPEAKERS: readonly string[] = `
DUKE ORMAND,LADY ISAURE,FIRST WATCHMAN,SECOND WATCHMAN,TOBIT,MARIS,QUEEN AVELINE,KING ROLANT,OLD FERRYMAN,BRISCOE,
ZELMANE,PRIOR HUXLEY,NURSE,JESSAMY,CAPTAIN VOSS,THE FOOL,QUILLON,MESSENGER,LORD WYNCOTE,PEREGRIN,GUNTHRAM,DAME KETTRIDGE,
FIRST PIKEMAN,SECOND PIKEMAN,ALARIC,ELFLEDA,BAILIFF,YORICE,CLERK OF THE PORT,HERALD,XANTHE,BEATRIX,ALL,GARDENER,
LEOFRIC,ODILE,STEWARD,SEVERIN,MILLER,THIRD WATCHMAN`.replaceAll("\n", "").split(",");

/** Things and people, one of them. */
export const NOUNS = wordList(`
heart night crown sword love word king brother house hand day eye father tongue grave lord storm river bell mother
blood tower field horse friend crow ship promise garden candle sorrow winter throne debt letter grief shadow wall ring
gate song sister oath fire stone bridge moon truth fool road thief wound spring honour cup mirror harbour prayer coat
feast lamp dream lantern anchor banner breath captain cradle wolf duke orchard spear hill key thorn lie drum cloud
bargain silence rope market quarrel exile servant vow kiss ferry tide blade jest saint face hour axe glove jewel
summer vault window hawk zeal quill`);

/** What things are like. */
export const ADJECTIVES = wordList(`
good sweet cold old false poor gentle dark bold true young proud bitter fair idle noble weary broken honest silent
cruel wise foolish pale heavy brave bright lost hollow hungry secret golden blind quick black faithful empty sour
rough tender quiet deep vexed jealous humble crooked frozen ragged loyal sudden strange distant patient`);

/** What one does: plain form, with he or she, done. */
export const VERBS: readonly (readonly [string, string, string])[] = wordList(`
bear/bears/borne know/knows/known see/sees/seen love/loves/loved keep/keeps/kept break/breaks/broken
bring/brings/brought hear/hears/heard hold/holds/held mock/mocks/mocked leave/leaves/left guard/guards/guarded
give/gives/given curse/curses/cursed praise/praises/praised seek/seeks/sought lose/loses/lost wake/wakes/waked
sell/sells/sold bury/buries/buried fear/fears/feared mend/mends/mended find/finds/found follow/follows/followed
burn/burns/burnt hide/hides/hidden crown/crowns/crowned strike/strikes/struck forgive/forgives/forgiven
serve/serves/served thank/thanks/thanked steal/steals/stolen trust/trusts/trusted drown/drowns/drowned
teach/teaches/taught bless/blesses/blessed weigh/weighs/weighed question/questions/questioned open/opens/opened
shame/shames/shamed envy/envies/envied carry/carries/carried`).map((forms) => {
  const [plain, third, done] = forms.split("/");
  return [plain!, third!, done!] as const;
});

/** Where and when it is done. */
export const PLACES: readonly string[] = `
in the night,by the river,at the gate,before the king,in my father's house,under the moon,on the hill,by my troth,
ere the bell is heard,in the dark,beyond the harbour,with all my heart,upon the wall,for a cup of ale,to the last hour,
in the market-place,this very day,like a thief,at the ferry,when winter comes,till the tide turns,against my will`
  .replaceAll("\n", "").split(",");
