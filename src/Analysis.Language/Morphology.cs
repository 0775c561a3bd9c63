namespace Analysis.Language;

/// <summary>
/// Universal features by rule: tags give most of them, the tree gives person and number of verbs, voice and mood. Pronouns, determiners
/// and other closed classes come from a table of the model.
/// </summary>
internal sealed class Morphology(StringTable strings, TagSet tags, Dictionary<ulong, int> closed)
{
    // Pronouns whose spelling does not tell their case.
    private const string AccusativeIt = "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs";
    private const string AccusativeYou = "Case=Acc|Person=2|PronType=Prs";

    private static readonly string[] PresentBy = Agreement("Pres");
    private static readonly string[] PastBy = Agreement("Past");

    /// <summary>What a word's dependents say about it.</summary>
    [Flags]
    private enum Around : byte
    {
        None = 0,
        Auxiliary = 1,
        Have = 2,
        Passive = 4,
        To = 8,
        Subject = 16,
        Conjunct = 32,
    }

    /// <summary>Features that the tag and the spelling alone determine. The form is folded and in lower case.</summary>
    public string Of(int tag, ReadOnlySpan<char> form) =>
        closed.TryGetValue(FeatureHash.Of(form, (byte)tag), out var known) ? strings[known] : ByTag(tags[tag].Upos, tags[tag].Xpos, form);

    /// <summary>The part of <see cref="Of"/> that needs no table.</summary>
    public static string ByTag(Upos upos, Xpos xpos, ReadOnlySpan<char> form) => xpos switch
    {
        Xpos.NN when upos == Upos.PRON => "Number=Sing|PronType=Ind",
        Xpos.NN => "Number=Sing",
        Xpos.NNS => "Number=Plur",
        Xpos.NNP when upos == Upos.ADJ => "Degree=Pos",
        Xpos.NNP when upos == Upos.PROPN => form.Length <= 5 && form is [.., '.'] ? "Abbr=Yes|Number=Sing" : "Number=Sing",
        Xpos.NNPS => "Number=Plur",
        Xpos.JJ => form is ['0', .., 't', 'h'] ? "Degree=Pos|NumForm=Combi|NumType=Ord" : "Degree=Pos",
        Xpos.JJR or Xpos.RBR => "Degree=Cmp",
        Xpos.JJS or Xpos.RBS => "Degree=Sup",
        Xpos.CD => form.ContainsAnyInRange('0', '9') ? "NumForm=Digit|NumType=Card" : "NumForm=Word|NumType=Card",
        Xpos.MD => "VerbForm=Fin",
        Xpos.VB => "VerbForm=Inf",
        Xpos.VBG => "Tense=Pres|VerbForm=Part",
        Xpos.VBN => "Tense=Past|VerbForm=Part",
        Xpos.VBZ => "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
        Xpos.VBD => "Mood=Ind|Tense=Past|VerbForm=Fin",
        Xpos.VBP => "Mood=Ind|Tense=Pres|VerbForm=Fin",
        Xpos.WDT or Xpos.WP => "PronType=Rel",
        Xpos.WRB => "PronType=Int",
        _ => string.Empty,
    };

    /// <summary>Replaces the features of verbs by what the tree adds. Heads count from the start of the spans.</summary>
    /// <param name="annotations">One piece of a sentence, with tags, lemmas, tree and the features of <see cref="Of"/>.</param>
    /// <param name="offset">What the heads have to be lessened by.</param>
    /// <param name="subjects">Scratch of the same length.</param>
    /// <param name="around">Scratch of the same length.</param>
    public static void Refine(Span<WordAnnotation> annotations, int offset, Span<int> subjects, Span<byte> around)
    {
        around.Clear();
        for (var index = 0; index < annotations.Length; index++)
            Note(annotations, index, annotations[index].Head - offset, subjects, around);

        for (var index = 0; index < annotations.Length; index++)
        {
            ref var word = ref annotations[index];
            var head = word.Head - offset;
            var auxiliary = word.Upos == Upos.AUX && (uint)head < (uint)annotations.Length;
            var clause = (Around)around[auxiliary ? head : index];
            var feats = word.Xpos switch
            {
                Xpos.VBP => PresentBy[Person(annotations, offset, auxiliary ? head : index, subjects, around)],
                Xpos.VBD => PastBy[Person(annotations, offset, auxiliary ? head : index, subjects, around)],
                Xpos.VBN when word.Upos == Upos.VERB && ((clause & Around.Passive) != 0 || (clause & Around.Have) == 0) =>
                    "Tense=Past|VerbForm=Part|Voice=Pass",
                Xpos.VBG when !auxiliary && clause == Around.None && word.Relation is not (
                    DependencyRelation.Acl or DependencyRelation.Advcl or DependencyRelation.Xcomp or DependencyRelation.Conj) => "VerbForm=Ger",
                Xpos.PRP when word.Relation is DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Obl or DependencyRelation.Nmod =>
                    word.Lemma switch { "it" => AccusativeIt, "you" => AccusativeYou, _ => null },
                Xpos.VB when IsImperative(word, clause) => "Mood=Imp|VerbForm=Fin",
                _ => null,
            };
            if (feats is not null)
                word = word with { Feats = feats };
        }
    }

    private static bool IsImperative(WordAnnotation word, Around clause) =>
        (clause & (Around.Auxiliary | Around.To | Around.Subject)) == 0
        && word.Relation is DependencyRelation.Root or DependencyRelation.Parataxis;

    private static void Note(ReadOnlySpan<WordAnnotation> annotations, int index, int head, Span<int> subjects, Span<byte> around)
    {
        if ((uint)head >= (uint)annotations.Length)
            return;
        var word = annotations[index];
        var seen = word.Relation switch
        {
            DependencyRelation.AuxPass => Around.Passive,
            DependencyRelation.Aux => word.Lemma == "have" ? Around.Have | Around.Auxiliary : Around.Auxiliary,
            DependencyRelation.Mark when word.Xpos == Xpos.TO => Around.To,
            DependencyRelation.Conj => Around.Conjunct,
            DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Expl => Around.Subject,
            _ => Around.None,
        };
        if (seen == Around.Subject && ((Around)around[head] & Around.Subject) == 0)
            subjects[head] = index;
        around[head] |= (byte)seen;
    }

    // Index into the tables of agreement for the clause of a predicate.
    private static int Person(
        ReadOnlySpan<WordAnnotation> annotations, int offset, int predicate, ReadOnlySpan<int> subjects, ReadOnlySpan<byte> around)
    {
        const int third = 2, plural = 3;
        if (((Around)around[predicate] & Around.Subject) == 0)
            return third;

        var subject = subjects[predicate];
        if (annotations[subject].Xpos is Xpos.WDT or Xpos.WP && annotations[predicate].Relation == DependencyRelation.AclRelcl)
        {
            // A relative pronoun agrees as the noun it stands for.
            var antecedent = annotations[predicate].Head - offset;
            if ((uint)antecedent < (uint)annotations.Length)
                subject = antecedent;
        }

        if (((Around)around[subject] & Around.Conjunct) != 0)
            return third + plural;
        return annotations[subject].Xpos switch
        {
            Xpos.PRP => annotations[subject].Lemma switch
            {
                "I" => 0,
                "you" => 1,
                "we" => 0 + plural,
                "they" => third + plural,
                _ => third,
            },
            Xpos.NNS or Xpos.NNPS or Xpos.CD => third + plural,
            Xpos.DT when annotations[subject].Lemma is "these" or "those" => third + plural,
            _ => third,
        };
    }

    // Singular for the three persons, then plural.
    private static string[] Agreement(string tense) =>
        [.. Enumerable.Range(0, 6).Select(index =>
            $"Mood=Ind|Number={(index < 3 ? "Sing" : "Plur")}|Person={(char)('1' + (index % 3))}|Tense={tense}|VerbForm=Fin")];
}
