using Analysis.Language;
using Analysis.Language.Words;
using Xunit.Abstractions;

namespace Analysis.Tests.Language;

/// <summary>A line of the tables is a kind, a part of speech and pairs; a word of another part of speech says so after a slash.</summary>
public class WordRelationsTests(ITestOutputHelper output)
{
    private static WordRelations Relations => WordRelations.Default;

    [Fact]
    public void NewsPairs_AreRelated() => AssertTable(
        """
        Same noun: company firm, company corporation, blast explosion, inquiry investigation, lawyer attorney, doctor physician, car automobile, plane aircraft
        Same noun: ship vessel, truce ceasefire, accord agreement, rebel insurgent, prison jail, prize award, vaccine jab, shop store, film movie, quake earthquake
        Same noun: spokesman spokesperson, harbour port, premier prime_minister, lawmaker legislator, protester demonstrator, salary wage, frontier border
        Same verb: kill slay, begin start, buy purchase, close shut, resign quit, resign step_down, cancel call_off, delay postpone, ban prohibit, allow permit
        Same verb: forbid prohibit, beat defeat, rescue save, help assist, kidnap abduct, injure wound, vanish disappear, detain arrest, state say, criticise criticize
        Same verb: die perish, build construct, convict find_guilty, oust topple, announce declare, pledge promise, reveal disclose, collaborate cooperate
        Same adj: big large, injured wounded, deadly lethal, wealthy rich, sick ill, mandatory compulsory, nuclear atomic, annual yearly, jobless unemployed
        Same adv: quickly rapidly, approximately roughly, frequently often, seldom rarely
        Same name: Britain UK, Holland Netherlands, Burma Myanmar, America USA
        Opposite verb: rise fall, increase decrease, soar plunge, win lose, arrest release, open close, confirm deny, admit deny, approve reject, begin end
        Opposite verb: strengthen weaken, agree disagree, hire fire, arrive depart, convict acquit, succeed fail, legalize ban, impose lift, uphold overturn
        Opposite verb: raise lower, expand shrink, support oppose, survive die, advance retreat, accelerate slow, include exclude, praise condemn, stay leave
        Opposite noun: victory defeat, rise fall, profit loss, war peace, success failure, arrival departure, husband wife, majority minority, ally enemy
        Opposite noun: acquittal conviction, surplus deficit, increase decrease, supporter opponent, employment unemployment, ability inability
        Opposite adj: guilty innocent, alive dead, legal illegal, legal unlawful, huge tiny, high low, early late, male female, peaceful violent, domestic foreign
        Opposite adj: true false, safe dangerous, rich poor, likely unlikely, permanent temporary, conscious unconscious, public private, lawful unlawful
        Opposite adv: always never, upwards downwards, legally illegally, before after
        Opposite function: with without, before after, above below, for against, everybody nobody
        Opposite noun: rise fall/verb, loss win/verb, acquittal convict/verb, denial confirm/verb, approval reject/verb
        Converse verb: buy sell, lend borrow, import export, teach learn, award receive
        Converse noun: buyer seller, employer employee, landlord tenant, parent child
        Exclusive name: Monday Friday, March June, France Germany, Mars Venus, Norway Sweden, England Australia
        Exclusive adj: French German, red green, Dutch Danish, third fourth, Chinese japanese
        Exclusive noun: Frenchman German, summer winter
        Narrower noun: car vehicle, tanker ship, hurricane storm, murder crime, surgeon doctor, rifle weapon, teenager person, helicopter aircraft, robbery crime
        Narrower noun: mosque building, church building, senator politician, bombing attack, violinist musician, cholera disease, woman person, daughter child
        Narrower verb: murder kill, assassinate kill, invade attack, whisper speak, soar rise, plunge fall
        Narrower name: England Britain, Scotland UK, Texas USA, English/adj British/adj
        Broader noun: vehicle truck, weapon knife, crime arson, storm typhoon
        Implies verb: kill die, murder die, assassinate perish, sign agree, win compete, raise rise, lower fall, demolish destroy, destroy damage, elect win
        Implies verb: arrest hold, buy own, beat win, kill dead/adj, die dead/adj, convict guilty/adj, announce say, rescue survive, flee leave
        Implies noun: assassination die/verb, murder death
        ImpliedBy verb: die kill, lose beat, agree sign
        Derived noun: invasion invade/verb, sale sell/verb, death die/verb, arrest arrest/verb, election elect/verb, explosion explode/verb, growth grow/verb
        Derived noun: resignation resign/verb, agreement agree/verb, destruction destroy/verb, acquisition buy/verb, killing slay/verb, decision decide/verb
        Derived noun: invader invade/verb, winner win/verb, theft steal/verb, flight flee/verb, denial deny/verb, withdrawal withdraw/verb, trial try/verb
        Derived adj: presidential president/noun, economic economy/noun, French Frenchman/noun, quick quickly/adv
        DemonymOf adj: French France/name, dutch Netherlands/name, British UK/name, Polish Poland/name, swiss Switzerland/name, Danish Denmark/name
        DemonymOf noun: Dane Denmark/name, Pole Poland/name, briton Britain/name, Scotsman Scotland/name, Filipino Philippines/name, Turk Turkey/name
        HasDemonym name: Finland Finn/noun, Iraq Iraqi/adj
        """,
        (expected, found) => expected == found);

    [Fact]
    public void NewsPairs_AreNotTakenForMore()
    {
        // What must not agree and must not conflict, though the words are close: other things, other degrees, parts, roles, topics.
        AssertTable(
            """
            None noun: bank shore, bank river, minister pastor, president dictator, police army, police officer, judge lawyer, jury judge, victim suspect
            None noun: refugee tourist, soldier civilian, mayor governor, town state, week month, minute hour, dollar cent, euro pound
            None noun: fire flood, ship port, plane airport, train station, car road, gun bullet, bomb victim, hospital doctor, school teacher, church priest
            None noun: poll party, vote voter, seat vote, strike union, striker strike, tax budget, share price, stock bond, loan bank, rent house, sentence word
            None noun: charge price, trial witness, court tennis, match fire, goal penalty, coach bus, fan wind, party election, cabinet furniture, house senate
            None noun: director manager, activist militant, suspect defendant, border war, storm rain, virus vaccine, patient virus, nurse doctor
            None verb: talk say, shoot hit, threaten attack, sue charge, accuse convict, plan build, meet agree, propose approve, consider approve
            None verb: fight lose, march strike, vote win, hope expect, urge force, seek find, chase catch, treat cure, fly drive, visit invade, injure die
            None verb: injure kill, arrest charge, charge convict, arrest convict, question arrest, hide flee, promise deliver, order buy, offer sell
            None verb: cut bleed, charge pay, run win, drop bomb, miss hurt, sign write, recall remember, last survive, collapse explode
            None adj: hot spicy, sick angry, big important, new good, old bad, military political, federal local, dead missing, injured missing, French European
            None adj: red angry, green new, black sad, early young, final fatal, critical important, critical dead, serious dead, armed dangerous, rural poor
            None name: Georgia Russia, Congo Rwanda, Korea Japan, Taiwan China, Kosovo Serbia, Hong_Kong China, Palestine Israel, Paris France, April May_Day
            None noun: turkey Turkey/name, china China/name, pole Poland/name, finn Sweden/name, march March/name, polish Poland/name
            None adv: here now, soon late, up above, about exactly, again often, still never
            """,
            (expected, found) => expected == found);
        // What may be related but never the same and never apart.
        AssertTable(
            """
            None noun: hostage prisoner, drug medicine, killing murder, robbery theft, attack explosion, house building, worker person, death killing, wound death, ministry government
            None noun: agreement talk, pact negotiation, election vote, party group, man person, city town, town village, riot protest, murder manslaughter
            None noun: commission committee, province state, suspect criminal, spokesman minister, ferry ship, missile bomb, refugee migrant, economist scientist
            None verb: warn threaten, ask order, attempt succeed, play win, fire shoot, kill die, injure attack, say announce, hit damage, murder kill, rise double, fall halve, sign approve, elect appoint, jail arrest
            None verb: convict sentence, sell offer, warn say, ban limit, resign retire, damage destroy, detain question, burn explode, drown sink, flee leave
            None adj: wounded dead, warm hot, big huge, large major, senior old, new recent, young small, foreign international, deadly dangerous, poor cheap
            """,
            (_, found) => found is not (WordRelationKind.Same or WordRelationKind.Opposite or WordRelationKind.Exclusive or WordRelationKind.Converse));
    }

    private void AssertTable(string table, Func<WordRelationKind, WordRelationKind, bool> holds)
    {
        var wrong = new List<string>();
        int count = 0;
        foreach (string line in table.Split('\n'))
        {
            string[] head = line[..line.IndexOf(':')].Split(' ');
            var expected = Enum.Parse<WordRelationKind>(head[0]);
            foreach (string pair in line[(line.IndexOf(':') + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                string[] words = pair.Split(' ');
                var (left, right) = (Read(words[0], head[1]), Read(words[1], head[1]));
                var relation = Relations.Relate(left.Lemma, left.Upos, right.Lemma, right.Upos);
                count++;
                if (!holds(expected, relation.Kind)) wrong.Add($"{pair} ({head[1]}): expected {expected}, found {relation}, strength {relation.Strength}");
                if (relation.Kind is not WordRelationKind.None) Assert.Equal((left.Lemma, right.Lemma), (relation.Path[0].From, relation.Path[^1].To));
            }
        }
        output.WriteLine($"{count} pairs, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static (string Lemma, Upos Upos) Read(string word, string pos)
    {
        string[] parts = word.Replace('_', ' ').Split('/');
        return (parts[0], (parts.Length > 1 ? parts[1] : pos) switch
        {
            "noun" => Upos.NOUN,
            "verb" => Upos.VERB,
            "adj" => Upos.ADJ,
            "adv" => Upos.ADV,
            "name" => Upos.PROPN,
            "function" => Upos.ADP,
            var other => throw new FormatException($"There is no part of speech {other}."),
        });
    }
}
