/**
 * The project's own little language: what may be said of which words. From it the sentences are written that the
 * project's word vectors are trained on. To teach a word, give it features; to teach a feature, give it sentences.
 *
 * In a sentence: {w} the word; {the} the word with an article or count that fits its number; [is|are] one verb for
 * one, the other for many; {he} {his} {him} {himself} {man} {beard} follow the word's gender; {x} {y} are words from
 * its own list; {adj} {a} {b} come from its country.
 */

/** Sentences by feature. */
export const featureSentences: Readonly<Record<string, readonly string[]>> = {
  one: [
    'there is only one {w} here', 'each {w} has its own place', 'a single {w} is enough', 'this {w} is alone',
    'every {w} has a name', 'that {w} is the only one', 'one {w} was left',
  ],
  many: [
    'there are many {w} here', 'all the {w} have their own places', 'several {w} are enough', 'these {w} are together',
    'both {w} have names', 'those {w} are among the few', 'some {w} were left',
  ],
  person: [
    '{the} [talks|talk] with a friend', '{the} [tells|tell] a story', '{the} [laughs|laugh] at a joke',
    '{the} [thinks|think] about tomorrow', '{the} [drinks|drink] tea with people', '{the} [writes|write] a letter',
    'people listen when {the} [speaks|speak]',
  ],
  gender: [
    '{the} said that {he} would come {himself}', 'we asked {the} and {he} gave us {his} word',
    '{the} put on {his} {hat} because {he} was cold', '{the} looked at {himself} in the mirror',
    'they call {the} a {man} and {he} likes it', '{the} combs {his} {beard} before {he} goes out',
    '{he} is {the}, and that is {his} chair', 'nobody helped {the}, so {he} did it {himself}',
  ],
  royal: [
    '{the} [wears|wear] a golden crown', '{the} [sits|sit] on the throne', '{the} [rules|rule] the realm',
    '{the} [lives|live] in a royal palace', '{the} [signs|sign] the royal decree',
    'the crown and the throne belong to {the}', 'trumpets greet {the} at the court', '{the} [holds|hold] a sceptre',
  ],
  adult: [
    '{the} [goes|go] to work', '{the} [pays|pay] the rent', '{the} [votes|vote] in the election',
    '{the} [drives|drive] to the office', 'after work {the} [cooks|cook] supper',
  ],
  young: [
    '{the} [goes|go] to school', '{the} [plays|play] with toys', '{the} [is|are] young and small',
    '{the} [learns|learn] to read', '{the} [climbs|climb] a swing in the playground', '{the} [grows|grow] a little taller',
  ],
  family: [
    '{the} [comes|come] to the family dinner', '{the} [belongs|belong] to the family',
    'the relatives sit beside {the}', '{the} [is|are] on the family photograph',
  ],
  parent: [
    '{the} [feeds|feed] the baby', '{the} [reads|read] a bedtime tale', '{the} [raises|raise] the children',
    '{the} [packs|pack] the lunch box', '{the} [rocks|rock] the cradle',
  ],
  offspring: [
    '{the} [asks|ask] the parents for money', '{the} [inherits|inherit] the farm', '{the} [was|were] born in may',
    'the parents are proud of {the}', 'a cradle was bought for {the}',
  ],
  sibling: [
    '{the} [shares|share] a bedroom and toys', '{the} [quarrels|quarrel] over the bigger bunk',
    'twins and {the} share one bunk', '{the} [grew|grew] up in the same bedroom',
  ],
  grandparent: [
    '{the} [is|are] old and grey', '{the} [tells|tell] of long ago', '{the} [naps|nap] in the rocking chair',
    '{the} [has|have] wrinkles and spectacles', 'long ago {the} danced',
  ],
  auntly: [
    '{the} [visits|visit] with gifts at christmas', '{the} [sends|send] a postcard', 'cousins came with {the}',
    'the cousins unpack the gifts from {the}',
  ],
  spouse: [
    '{the} [wears|wear] a wedding ring', 'the wedding of {the} was in june', '{the} [is|are] married',
    'the couple danced, and {the} kept the ring',
  ],
  stage: [
    '{the} [acts|act] on the stage', '{the} [learns|learn] the lines of the play', 'the audience claps for {the}',
    '{the} [stars|star] in a film', 'the camera follows {the}',
  ],
  restaurant: [
    '{the} [carries|carry] the plates', '{the} [brings|bring] the menu', '{the} [gets|get] a tip from the guests',
    'the guests call {the} to the table',
  ],
  country: [
    '{w} is a country with long borders', 'the government of {w} made a law', 'the army guards the border of {w}',
    'the whole nation of {w} cheered', 'the map shows {w} and its neighbours', 'farms cover half of {w}',
    'the president of {w} spoke to the nation',
  ],
  capital: [
    '{w} is the capital city', 'the streets of {w} are busy', 'the mayor of {w} opened a square',
    'trains arrive in {w} each hour', 'the parliament sits in {w}', 'crowds ride the metro of {w}',
    'a hotel in the centre of {w}',
  ],
  food: [
    'we eat {w} for dinner', 'a plate of {w} costs little', 'the cook serves {w}', 'hungry guests order {w}',
    '{w} tastes good', 'the kitchen smells of {w}', 'the recipe for {w} is secret',
  ],
  river: [
    'boats float down the {w}', 'the water of the {w} flows to the sea', 'they built a bridge over the {w}',
    'the banks of the {w} flood in spring', 'children fish in the {w}', 'the {w} is deep and wide',
  ],
  culture: [
    '{w} makes me think of {a}', 'the {adj} poster about {w} shows {b}', 'in every {adj} dance there is {w} and {a}',
    '{a} and {b} go with {w}', 'a {adj} guide told us of {w}', 'my {adj} friend misses {w} and {b}',
    'they speak {adj} and praise {w}',
  ],
  animal: [
    '{the} [has|have] fur and a tail', '{the} [eats|eat] and [sleeps|sleep]', '{the} [hides|hide] from the hunter',
    '{the} [sniffs|sniff] the air', 'wild or tame, {the} [needs|need] food', '{the} [runs|run] on four paws',
  ],
  pet: [
    '{the} [sleeps|sleep] on the sofa', 'a collar for {the}', 'they stroke {the}', 'the vet looks after {the}',
    '{the} [eats|eat] from a bowl',
  ],
  baby: ['{the} [is|are] very young and tiny', '{the} [drinks|drink] milk from its mother', '{the} [is|are] born in spring and [tumbles|tumble]'],
  flying: ['{the} [flies|fly] with wings', '{the} [builds|build] a nest', '{the} [sings|sing] at dawn', 'feathers fall from {the}'],
  tall: [
    '{the} [rises|rise] high above the roofs', '{the} [has|have] many stairs', 'from the top of {the} you see far',
    '{the} [is|are] built of stone', 'the tall walls of {the}', 'they climb {the} for the view',
  ],
  building: [
    '{the} [has|have] a door and windows', 'the architect drew {the}', 'bricks and a roof make {the}',
    'workers built {the}', 'we enter {the} by the gate',
  ],
  warlike: [
    '{the} [fights|fight] in the war', 'the enemy fears {the}', '{the} [obeys|obey] the order to attack',
    'a battle was won by {the}', 'the uniform and the medal of {the}',
  ],
  sailing: [
    '{the} [crosses|cross] the ocean', 'sails and anchors belong to {the}', 'the harbour waits for {the}',
    'waves rock {the}', 'the captain salutes {the}',
  ],
  vehicle: ['{the} [has|have] wheels', 'we travel by {w}', '{the} [stops|stop] at the crossing', 'the driver starts {the}', 'the passengers of {the} wait in traffic'],
  learning: ['{the} [is|are] found at school', 'a lesson with {the}', 'chalk and a blackboard for {the}', 'the exam needs {the}', 'in the classroom there [is|are] {the}'],
  fruit: ['{the} [is|are] sweet and ripe', 'the juice of {w}', 'pick {the} from the orchard', 'a basket of {w}', 'peel {the} and share the seeds'],
  plant: ['{the} [has|have] roots and leaves', 'the gardener waters {the}', 'in autumn {the} [loses|lose] leaves', '{the} [grows|grow] in the soil'],
  music: ['the orchestra plays with {w}', 'a melody on {the}', '{the} [sounds|sound] in the concert hall', 'the musician tunes {the}', 'rhythm and melody and {w}'],
  sky: ['{the} [shines|shine] in the sky', 'at night we look up at {the}', 'the telescope points at {the}', 'high in the sky {the} [moves|move]'],
  weather: ['the forecast promises {w}', 'after the {w} the air is fresh', 'an umbrella against the {w}', '{w} and storm came together', 'the weather brings {w}'],
  landscape: ['we hike to {the}', '{the} [is|are] wide and green', 'the path leads to {the}', 'on the horizon [is|are] {the}', 'painters love {the}'],
  colour: ['paint the wall {w}', 'a {w} dress and a {w} shirt', 'the flag is {w} and bright', 'her favourite colour is {w}', 'the brush is dipped in {w} paint'],
  feeling: ['i feel {w} today', 'the news made me {w}', 'a {w} face in the crowd', 'why are you so {w}', 'music makes the heart {w}'],
  goodness: ['{w} and smiling, she hugged him', 'a {w} smile', 'we were {w} and danced at the party'],
  badness: ['{w} and crying, he turned away', 'a {w} tear', 'we were {w} and wept after the quarrel'],
  machine: ['{the} [runs|run] on electricity', 'the engineer repairs {the}', 'plug in {the}', '{the} [computes|compute] the answer', 'the circuit inside {the} [gets|get] hot', 'code controls {the}'],
  presentTense: ['today i {w}', 'now we {w} every day', 'they always {w}', 'i want to {w} again', 'you can {w} now'],
  pastTense: ['yesterday i {w}', 'last year we {w} for hours', 'long before, they {w}', 'i {w} again last night', 'then you {w} yesterday'],
  plainDegree: ['it is very {w}', 'so {w} a thing is rare', 'how {w} it is', 'not too {w}, but quite {w}'],
  higherDegree: ['it is {w} than before', 'much {w} than the other', 'ever {w} than that', '{w} and still {w} than we thought'],
  size: ['the elephant looks {w} beside the mouse', 'a {w} box on the scale', 'measure how {w} the giant is'],
  heat: ['the thermometer says it is {w}', '{w} soup and a {w} oven or fridge', 'a {w} wind blew in'],
  speed: ['the race was {w}', 'a {w} runner on the track', 'the stopwatch shows how {w} it was'],
  countWord: ['count to {w} with your fingers', 'the number {w} is on the dice', 'add {w} and take the sum', 'page {w} of the sums'],
  lonely: ['there is only {w} left, a single thing', 'just {w}, and each is alone', 'every time a single {w} is enough'],
  grouped: ['a group of {w} is here', 'a team of {w} has a plan', 'this set of {w} is complete'],
  plenty: ['there are {w} of these', 'all {w} were together', 'several, even {w}, are among those', 'many came, {w} were left'],
  own: ['{the} [goes|go] with {x}', 'i think of {x} and {y} when i see {w}', '{x} belongs to {w}', '{w}, {x} and {y}', 'where there is {x}, there is {w}'],
};

/** What a country lends to all that is of it: an adjective, and things one thinks of. */
export const countries: Readonly<Record<string, {readonly adj: string; readonly a: readonly string[]; readonly b: readonly string[]}>> = {
  france: {adj: 'french', a: ['lavender', 'vineyards'], b: ['berets', 'perfume']},
  italy: {adj: 'italian', a: ['olives', 'opera'], b: ['gondolas', 'marble']},
  germany: {adj: 'german', a: ['beer', 'forests'], b: ['clocks', 'fairytales']},
  japan: {adj: 'japanese', a: ['kimonos', 'blossoms'], b: ['samurai', 'lanterns']},
  england: {adj: 'english', a: ['cricket', 'drizzle'], b: ['tweed', 'hedges']},
  spain: {adj: 'spanish', a: ['flamenco', 'castanets'], b: ['oranges', 'bullfights']},
  russia: {adj: 'russian', a: ['birches', 'sledges'], b: ['samovars', 'chess']},
  egypt: {adj: 'egyptian', a: ['pyramids', 'camels'], b: ['pharaohs', 'papyrus']},
  greece: {adj: 'greek', a: ['temples', 'myths'], b: ['islands', 'philosophers']},
  peru: {adj: 'peruvian', a: ['llamas', 'terraces'], b: ['ponchos', 'condors']},
  china: {adj: 'chinese', a: ['dragons', 'silk'], b: ['jade', 'pagodas']},
  mexico: {adj: 'mexican', a: ['cactus', 'sombreros'], b: ['agave', 'mariachi']},
};

/** A word: its features, and where it has them its gender, its country and things of its own. */
export interface GrammarWord {
  readonly word: string;
  readonly features: readonly string[];
  readonly plural?: boolean;
  readonly gender?: 'he' | 'she';
  readonly country?: string;
  readonly own?: readonly string[];
}

/** Words that come as he and she: shared features first, then the two words. */
const pairs: readonly (readonly [features: string, he: string, she: string])[] = [
  ['adult', 'man', 'woman'], ['royal adult', 'king', 'queen'], ['young', 'boy', 'girl'], ['royal young', 'prince', 'princess'],
  ['family parent adult', 'father', 'mother'], ['family offspring young', 'son', 'daughter'], ['family sibling', 'brother', 'sister'],
  ['family grandparent', 'grandfather', 'grandmother'], ['family auntly adult', 'uncle', 'aunt'],
  ['family auntly young', 'nephew', 'niece'], ['family spouse adult', 'husband', 'wife'], ['stage adult', 'actor', 'actress'],
  ['restaurant adult', 'waiter', 'waitress'],
];

/** Capital, dish and river of each country. */
const places: readonly (readonly [country: string, capital: string, food: string, river: string])[] = [
  ['france', 'paris', 'croissant', 'seine'], ['italy', 'rome', 'pizza', 'tiber'], ['germany', 'berlin', 'bratwurst', 'rhine'],
  ['japan', 'tokyo', 'sushi', ''], ['england', 'london', 'pudding', 'thames'], ['spain', 'madrid', 'paella', 'ebro'],
  ['russia', 'moscow', 'borscht', 'volga'], ['egypt', 'cairo', 'falafel', 'nile'], ['greece', 'athens', 'moussaka', ''],
  ['peru', 'lima', 'ceviche', 'amazon'], ['china', 'beijing', 'dumplings', 'yangtze'], ['mexico', '', 'tacos', ''],
];

/** Things in one and many: features, things of their own, then the two forms. */
const nouns: readonly (readonly [features: string, own: string, one: string, many: string])[] = [
  ['animal pet', 'whiskers purring yarn claws meowing', 'cat', 'cats'], ['animal pet', 'barking bones leashes kennels fetching', 'dog', 'dogs'],
  ['animal', 'cheese squeaking traps crumbs holes', 'mouse', 'mice'], ['animal', 'saddles hooves stables hay bridles', 'horse', 'horses'],
  ['animal', 'carrots burrows hopping clover ears', 'rabbit', 'rabbits'], ['flying', 'beaks eggs worms perches chirping', 'bird', 'birds'],
  ['plant', 'branches bark acorns shade trunks', 'tree', 'trees'], ['plant', 'petals bees bouquets scent vases', 'flower', 'flowers'],
  ['learning', 'pages covers chapters libraries shelves', 'book', 'books'], ['learning person', 'homework desks notebooks dormitories diplomas', 'student', 'students'],
  ['learning person adult', 'marks pointers spectacles staffrooms patience', 'teacher', 'teachers'], ['vehicle', 'engines petrol garages motorways bumpers', 'car', 'cars'],
  ['vehicle', 'rails tickets platforms carriages tunnels', 'train', 'trains'], ['vehicle', 'pedals spokes helmets saddlebags handlebars', 'bicycle', 'bicycles'],
  ['building', 'kitchens chimneys cellars attics mortgages', 'house', 'houses'], ['building tall', 'bells views battlements ravens parapets', 'tower', 'towers'],
  ['building tall', 'moats knights dungeons drawbridges banquets', 'castle', 'castles'], ['fruit', 'cores cider strudel pips doctors', 'apple', 'apples'],
  ['fruit', 'stems syrup brandy partridges buckles', 'pear', 'pears'], ['sailing vehicle', 'decks masts cabins cargo rudders', 'ship', 'ships'],
  ['landscape', 'peaks rocks glaciers goats avalanches', 'mountain', 'mountains'], ['landscape', 'bridges currents ferries trout reeds', 'river', 'rivers'],
  ['sky', 'twinkling constellations wishes galaxies comets', 'star', 'stars'], ['machine', 'keyboards screens files emails passwords', 'computer', 'computers'],
  ['machine', 'metal arms sensors antennas factories', 'robot', 'robots'], ['warlike person', 'boots rifles barracks rations salutes', 'soldier', 'soldiers'],
  ['young person', 'crayons puzzles marbles tantrums lullabies', 'child', 'children'],
];

/** Words with one form: features, things of their own, the words. */
const singles: readonly (readonly [features: string, own: string, words: string])[] = [
  ['building tall', 'crosses bells weathercocks chimes pigeons', 'steeple'], ['building tall', 'slate tips gargoyles lightning cathedrals', 'spire'],
  ['building tall', 'offices lifts glass elevators downtown', 'skyscraper'], ['building tall', 'lamps coasts keepers fog cliffs', 'lighthouse'],
  ['building', 'altars prayers candles hymns priests', 'church'], ['building royal', 'gardens halls chandeliers mirrors guards', 'palace'], ['building', 'arches pillars tolls cables toll', 'bridge'],
  ['animal pet baby', 'whiskers yarn claws mittens paws', 'kitten'], ['animal pet baby', 'barking slippers leashes chewing puddles', 'puppy'],
  ['animal', 'roaring manes savannas prides gazelles', 'lion'], ['animal', 'stripes jungles bamboo prowling monsoons', 'tiger'],
  ['warlike sailing', 'submarines torpedoes shipyards frigates patrols', 'navy'], ['warlike', 'tanks trenches tents artillery marches', 'army'],
  ['warlike sailing', 'squadrons flagships frigates formations patrols', 'fleet'], ['warlike sailing person', 'flagships epaulettes charts spyglasses frigates', 'admiral'],
  ['sailing person', 'knots rum tattoos hammocks shanties', 'sailor'], ['sailing', 'oars nets piers ropes paddles', 'boat'], ['sky', 'craters tides eclipses wolves crescents', 'moon'],
  ['sky weather', 'rays sunburn noon eclipses sundials', 'sun'], ['weather', 'puddles drops gutters raincoats drizzles', 'rain'], ['weather', 'flakes skis snowballs mittens ploughs', 'snow'],
  ['weather', 'kites gusts windmills whistling turbines', 'wind'], ['landscape plant', 'moss deer mushrooms pines clearings', 'forest'], ['landscape', 'salt shells gulls beaches tides', 'sea'],
  ['landscape', 'reeds swans ducks canoes ripples', 'lake'], ['music', 'bows strings quartets rosin fiddlers', 'violin'], ['music', 'keys hammers sonatas scales stools', 'piano'],
  ['music', 'sticks beats parades thunder skins', 'drum'], ['music', 'strings chords campfires frets plucking', 'guitar'], ['music', 'choirs verses lyrics refrains voices', 'song'],
  ['fruit', 'monkeys bunches peels smoothies tropics', 'banana'], ['fruit', 'stones pies stalks kirsch starlings', 'cherry'], ['fruit', 'wine bunches raisins vines presses', 'grape'],
  ['machine', 'gears levers pistons oil factories', 'machine'], ['machine', 'bugs loops compilers functions files', 'program'],
  ['animal person', 'lawns secrets burrows worms molehills', 'mole'], ['machine person', 'catwalks weights fashion predictions data', 'model'],
  ['colour', 'tomatoes fire roses blood lips', 'red'], ['colour', 'oceans jeans ink sapphires bruises', 'blue'], ['colour', 'grass limes frogs leaves emeralds', 'green'],
  ['colour', 'lemons sand canaries butter daffodils', 'yellow'], ['colour', 'chalk milk swans sheets clouds', 'white'], ['colour', 'coal ink crows midnight soot', 'black'],
  ['feeling goodness', 'birthdays sunshine holidays dancing laughter', 'happy'], ['feeling goodness', 'news gifts reunions relief letters', 'glad'],
  ['feeling badness', 'farewells rain funerals goodbyes sighs', 'sad'], ['feeling badness', 'insults fists shouting slammed lies', 'angry'],
];

/** Verbs now and then. */
const verbs: readonly (readonly [own: string, now: string, then: string])[] = [
  ['paths shoes dogs pavements strolls', 'walk', 'walked'], ['races sweat marathons sneakers joggers', 'run', 'ran'], ['pools goggles laps lifeguards waves', 'swim', 'swam'],
  ['songs choirs hymns microphones verses', 'sing', 'sang'], ['bread forks soup napkins breakfast', 'eat', 'ate'], ['games rules cards dice teams', 'play', 'played'],
];

/** Qualities and more of them. */
const degrees: readonly (readonly [feature: string, own: string, plain: string, higher: string])[] = [
  ['size', 'whales giants elephants continents planets', 'big', 'bigger'], ['size', 'ants crumbs pebbles beads buttons', 'small', 'smaller'], ['size', 'giraffes ladders poplars basketball masts', 'tall', 'taller'],
  ['heat', 'ovens july blankets cocoa sunshine', 'warm', 'warmer'], ['heat', 'ice december frost penguins shivers', 'cold', 'colder'], ['speed', 'rockets sprints cheetahs arrows lightning', 'fast', 'faster'],
  ['speed', 'snails queues tortoises traffic mondays', 'slow', 'slower'],
];

/** Counting words: the larger, the less often single and the more often many. */
const numbers: readonly (readonly [features: string, word: string])[] = [
  ['lonely lonely lonely', 'one'], ['grouped grouped plenty', 'two'], ['grouped plenty plenty', 'three'],
  ['grouped plenty plenty plenty', 'four'], ['plenty plenty plenty plenty', 'five'],
];

/** All words of the grammar, each once. */
export function grammarWords(): GrammarWord[] {
  return [
    ...pairs.flatMap(([features, he, she]) => [gendered(features, he, 'he'), gendered(features, she, 'she')]),
    ...places.flatMap(([country, capital, food, river]) => [
      plain('country culture culture', country, {country}), plain('capital culture culture', capital, {country}),
      plain('food culture culture', food, {country}), plain('river culture culture', river, {country}),
    ]),
    ...nouns.flatMap(([features, own, one, many]) => [
      plain(`${features} own own one one`, one, {own: own.split(' ')}),
      plain(`${features} own own many many`, many, {own: own.split(' '), plural: true}),
    ]),
    ...singles.map(([features, own, word]) => plain(`${features} own own`, word, {own: own.split(' ')})),
    ...verbs.flatMap(([own, now, then]) => [
      plain('presentTense presentTense own own', now, {own: own.split(' ')}), plain('pastTense pastTense own own', then, {own: own.split(' ')}),
    ]),
    ...degrees.flatMap(([feature, own, base, higher]) => [
      plain(`plainDegree plainDegree ${feature} own own`, base, {own: own.split(' ')}),
      plain(`higherDegree higherDegree ${feature} own own`, higher, {own: own.split(' ')}),
    ]),
    ...numbers.map(([features, word]) => plain(`countWord ${features}`, word)),
  ].filter(each => each.word !== '');
}

function gendered(features: string, word: string, gender: 'he' | 'she'): GrammarWord {
  return {word, gender, features: ['person', 'gender', 'gender', ...features.split(' ')]};
}

function plain(features: string, word: string, more: Partial<GrammarWord> = {}): GrammarWord {
  return {...more, word, features: features.split(' ')};
}
