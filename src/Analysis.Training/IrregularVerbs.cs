using Analysis.Language;

namespace Analysis.Training;

/// <summary>English irregular verbs with past tense and participle: a closed class of which the treebanks show only a part.</summary>
internal static class IrregularVerbs
{
    private const string Forms = """
        arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; befall befell befallen;
        begin began begun; behold beheld beheld; bend bent bent; beset beset beset; bet bet bet; bid bid bid; bind bound bound; bite bit bitten;
        bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast;
        build built built; burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen; cling clung clung;
        come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew drawn;
        drink drank drunk; drive drove driven; dwell dwelt dwelt; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
        fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown; forbid forbade forbidden;
        forecast forecast forecast; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
        forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go went gone; grind ground ground; grow grew grown;
        hang hung hung; hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; kneel knelt knelt;
        know knew known; lay laid laid; lead led led; leap leapt leapt; leave left left; lend lent lent; let let let; lie lay lain;
        light lit lit; lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled; mistake mistook mistaken;
        misunderstand misunderstood misunderstood; offset offset offset; outdo outdid outdone; overcome overcame overcome;
        overdo overdid overdone; overhear overheard overheard; override overrode overridden; oversee oversaw overseen;
        overtake overtook overtaken; overthrow overthrew overthrown; overturn overturned overturned; pay paid paid; plead pled pled;
        put put put; quit quit quit; read read read; rebuild rebuilt rebuilt; redo redid redone; repay repaid repaid; rid rid rid;
        ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen; seek sought sought; sell sold sold;
        send sent sent; set set set; shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown;
        shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; slay slew slain; sleep slept slept;
        slide slid slid; sling slung slung; slit slit slit; sneak snuck snuck; speak spoke spoken; speed sped sped; spend spent spent;
        spill spilt spilt; spin spun spun; spit spat spat; split split split; spread spread spread; spring sprang sprung;
        stand stood stood; steal stole stolen; stick stuck stuck; sting stung stung; stink stank stunk; stride strode stridden;
        strike struck struck; string strung strung; strive strove striven; swear swore sworn; sweep swept swept; swell swelled swollen;
        swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told; think thought thought;
        throw threw thrown; thrust thrust thrust; tread trod trodden; undergo underwent undergone; understand understood understood;
        undertake undertook undertaken; undo undid undone; unwind unwound unwound; uphold upheld upheld; upset upset upset;
        wake woke woken; wear wore worn; weave wove woven; weep wept wept; win won won; wind wound wound; withdraw withdrew withdrawn;
        withhold withheld withheld; withstand withstood withstood; wring wrung wrung; write wrote written
        """;

    /// <summary>Every form with its tag and lemma.</summary>
    public static IEnumerable<(Xpos Xpos, string Form, string Lemma)> All()
    {
        foreach (var verb in Forms.Split(';', StringSplitOptions.TrimEntries))
        {
            var forms = verb.Split(' ');
            yield return (Xpos.VBD, forms[1], forms[0]);
            yield return (Xpos.VBN, forms[2], forms[0]);
        }
    }
}
