using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>An attribution in one sentence, as ranges of tokens; a range that is not there starts at -1.</summary>
/// <param name="Head">The token that attributes.</param>
/// <param name="Cue">It and the auxiliaries, adverbs, particles and prepositions that belong to it.</param>
/// <param name="Source">Who it is attributed to.</param>
/// <param name="SourceHead">The token that governs <paramref name="Source"/>; -1 when there is none.</param>
/// <param name="Before">What is attributed and stands in front of the cue.</param>
/// <param name="After">What is attributed and stands behind it.</param>
/// <param name="Addressee">Whom it is said to.</param>
/// <param name="Reliability">How sure the word is a cue in its frame; see <see cref="CueLexicon"/>.</param>
/// <param name="IsSure">Whether it attributes more likely than not, or by its form alone.</param>
internal readonly record struct ReadAttribution(
    int Head, (int First, int End) Cue, (int First, int End) Source, int SourceHead, (int First, int End) Before, (int First, int End) After,
    (int First, int End) Addressee, int Reliability, bool IsSure);

/// <summary>Says how reliable a word is as a cue.</summary>
internal interface ICueJudge
{
    /// <summary>Receives the written forms of the entries that were looked for; null where nobody asks for them.</summary>
    Dictionary<ulong, string>? Names => null;

    /// <summary>Says by the hash of a word without traits whether it can be a cue; null where any can.</summary>
    Predicate<ulong>? IsCueWord { get; }

    /// <summary>Whether the word at hand in <paramref name="frame"/> attributes: above 0 where it does, and the further the surer.</summary>
    int Reliability(CueFrame frame);
}

/// <summary>
/// Reads the attributions of a sentence: <see cref="CueLexicon"/> says which words attribute, and rules over the dependency tree, the commas and
/// the quotation marks say who the source is, what is attributed and how far the cue goes.
/// </summary>
/// <remarks>What is looked at of a word is bounded by its sentence, which is bounded too, so the work is linear in the length of the text.</remarks>
internal sealed class AttributionReader(AnnotatedText text, bool[] quoted, ICueJudge judge)
{
    /// <summary>
    /// Words that attribute a little less likely than not are taken too: on held-out articles of PolNeAR what is found so outweighs what is wrong. Nothing is
    /// built on them as on a report; see <see cref="Quote.IsReport"/>.
    /// </summary>
    private const int LeastReliability = -20;

    private readonly CueFrame _frame = new(text, quoted) { Names = judge.Names };
    private readonly SourceRules _sources = new(text, quoted);
    private readonly ContentRules _contents = new(text, quoted);

    /// <summary>The attributions of a sentence, in order of their cues.</summary>
    public void Read(SentenceSyntax sentence, List<ReadAttribution> found)
    {
        int before = found.Count;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            int reliability = _frame.TryRead(sentence, i, judge.IsCueWord) ? judge.Reliability(_frame) : int.MinValue;
            bool isSure = reliability > 0 || IsPlainReport(sentence, i) || IsBesideQuotation(sentence, i) || IsHeadlineColon(sentence, i);
            if (isSure || reliability > LeastReliability) found.Add(Read(sentence, i, reliability) with { IsSure = isSure });
        }
        for (int i = found.Count - 1; i >= before; i--)
            if (found.FindIndex(before, outer => IsPartOf(found[i], outer)) >= 0) found.RemoveAt(i);
    }

    /// <summary>
    /// "people familiar with the plan said": whether what attributes is one of the words for the source of another and may not attribute at all, only
    /// describes it, or takes what that source says for its own.
    /// </summary>
    private bool IsPartOf(ReadAttribution inner, ReadAttribution outer) => outer.IsSure && outer.Source.First <= inner.Head && inner.Head < outer.Source.End
        && (!inner.IsSure || text.Words[inner.Head].Upos is Upos.ADJ || inner.After.First <= outer.Head && outer.Head < inner.After.End);

    private ReadAttribution Read(SentenceSyntax sentence, int head, int reliability)
    {
        int first = FirstOfCue(sentence, head), end = EndOfGroup(sentence, head);
        int sourceHead = _sources.HeadOf(sentence, head);
        var source = sourceHead < 0 ? (First: -1, End: -1) : _sources.SpanOf(sentence, sourceHead, (first, end));
        if (source.First < 0) sourceHead = -1;
        if (sourceHead < 0 && _sources.OfFamiliar(head, first) is { First: >= 0 } familiar) (source, sourceHead) = (familiar, familiar.First);
        var (before, after) = _contents.Find(sentence, head, (first, end), sourceHead, source);
        after = WithQuotation(sentence, after);
        var addressee = _sources.AddresseeOf(sentence, head, after);
        return new ReadAttribution(head, (first, EndOfCue(head, end, source, after)), source, sourceHead, before, after, addressee, reliability, IsSure: false);
    }

    /// <summary>"focused on “the dam”": a quotation that opens where content ends is part of it.</summary>
    private (int First, int End) WithQuotation(SentenceSyntax sentence, (int First, int End) content)
    {
        int end = content.End;
        if (content.First < 0 || end + 1 >= sentence.EndToken || quoted[end - 1] || !QuotationMark.Is(text, end) || !quoted[end + 1]) return content;
        for (end++; end < sentence.EndToken && quoted[end];) end++;
        return ContentRules.Trim(text, content.First, end);
    }

    /// <summary>"“When?” Lee asked.": whether a sentence behind a closing mark begins with who speaks and the cue.</summary>
    public static bool BeginsBehindQuotation(AnnotatedText text, SentenceSyntax sentence, ReadAttribution attribution) =>
        sentence.FirstToken > 0 && QuotationMark.Is(text, sentence.FirstToken - 1) && text.SentenceOf(sentence.FirstToken - 1).Block == sentence.Block
            && attribution.Source.First >= 0 && Math.Min(attribution.Source.First, attribution.Cue.First) == sentence.FirstToken;

    /// <summary>"…, the council said." or "the council said that …": sure by its form, whatever the tree makes of the words around it.</summary>
    private bool IsPlainReport(SentenceSyntax sentence, int head)
    {
        var word = text.Words[head];
        if (!ReportVerbs.Has(word.Lemma) || quoted[head] || word.Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP)) return false;
        // "— When? asked Ann Lee."
        if (head > sentence.FirstToken && head + 1 < sentence.EndToken && text.Form(head - 1) is "?" or "!" && text.Words[head + 1].Upos is Upos.PROPN or Upos.PRON or Upos.DET) return true;
        if (ReportVerbs.IsWeak(word.Lemma)) return false;
        int group = head;
        while (group > sentence.FirstToken && text.Words[group - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.DET or Upos.CCONJ) group--;
        if (group == head || text.Words[head - 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON)) return false;
        bool setOff = group > sentence.FirstToken && ContentRules.IsBorder(text, group - 1);
        return setOff && (head + 1 == sentence.EndToken || ContentRules.IsBorder(text, head + 1)) || head + 1 < sentence.EndToken && text.Form(head + 1) is "that" && text.Words[head + 1].Upos is Upos.SCONJ;
    }

    /// <summary>"Mayor: the bridge is safe": what stands in front of the colon of a headline says what follows.</summary>
    private bool IsHeadlineColon(SentenceSyntax sentence, int head)
    {
        const int LongestSource = 6;
        if (text.Form(head) is not ":" || text.Tree.Blocks[sentence.Block].Kind is not SyntaxKind.Headline || sentence.FirstToken != text.Tree.Sentences[text.Tree.Blocks[sentence.Block].FirstSentence].FirstToken) return false;
        if (head == sentence.FirstToken || head > sentence.FirstToken + LongestSource || head + 3 >= sentence.EndToken) return false;
        for (int i = sentence.FirstToken; i < head; i++)
            if (text.Words[i].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.DET or Upos.PART) || !text.Tree.Tokens[i].Kind.Equals(SyntaxKind.Word)) return false;
        return text.Words[head - 1].Upos is Upos.NOUN or Upos.PROPN && !SpeechSetting.IsLabel(text.Words[head - 1].Lemma);
    }

    /// <summary>"“…,” she sighed", "“…?” wondered the mayor", "he recapitulated: “…”": beside a quotation any verb with a subject speaks.</summary>
    private bool IsBesideQuotation(SentenceSyntax sentence, int head)
    {
        const int Reach = 8;
        var word = text.Words[head];
        if (word.Upos is not Upos.VERB || word.Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP)) return false;
        int group = head;
        while (group > sentence.FirstToken && group > head - Reach && text.Words[group - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.DET or Upos.ADV or Upos.AUX or Upos.ADP) group--;
        bool subject = group < head && text.Words[head - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADV;
        bool inverted = group == head && head + 1 < sentence.EndToken && text.Words[head + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET;
        if ((subject || inverted) && group - 2 >= sentence.FirstToken && QuotationMark.Is(text, group - 1) && (!quoted[group] || IsInner(group - 1)) && text.Form(group - 2) is "," or "?" or "!" or "…" or "—"
            && (inverted || text.Dependent(head, DependencyRelation.Obj, DependencyRelation.Xcomp) < 0)) return true;
        if (quoted[head] && head + 2 < sentence.EndToken && !IsInner(head + 2) && !(group > sentence.FirstToken && IsInner(group - 1))) return false;
        return subject && head + 3 < sentence.EndToken && text.Form(head + 1) is ":" or "," && QuotationMark.Is(text, head + 2) && quoted[head + 3] && (!quoted[head] || IsInner(head + 2)) && char.IsUpper(text.Form(head + 3)[0]);
    }

    /// <summary>Whether a mark is one of those that stand inside of other marks.</summary>
    private bool IsInner(int mark) => text.Form(mark) is "‘" or "’" or "'" or "`";

    // ---- how far the cue goes ----

    /// <summary>Auxiliaries, negation, adverbs and "to" in a row in front of a verb, with a noun its determiner and adjectives: "has not yet said".</summary>
    private int FirstOfCue(SentenceSyntax sentence, int head)
    {
        int first = head;
        bool noun = text.Words[head].Upos is Upos.NOUN;
        for (int i = head - 1; i >= sentence.FirstToken && i > head - 8; i--)
        {
            var word = text.Words[i];
            if (text.Head(i) is var governor && governor != head && (governor < i || governor >= head)) break;
            bool belongs = word.Relation.Universal() switch
            {
                DependencyRelation.Aux or DependencyRelation.Cop => true,
                DependencyRelation.Advmod => word.Upos is Upos.PART || word.Xpos is not (Xpos.WRB or Xpos.IN) && word.Lemma is not ("however" or "instead" or "meanwhile" or "so" or "thus"),
                DependencyRelation.Mark => word.Lemma is "to",
                DependencyRelation.Det or DependencyRelation.Amod => noun,
                _ => false,
            };
            if (!belongs) break;
            first = i;
        }
        return first;
    }

    /// <summary>Just past the particles of a verb and the words that are one with it: "spoke out", "according to".</summary>
    private int EndOfGroup(SentenceSyntax sentence, int head)
    {
        int end = head + 1;
        while (end < sentence.EndToken && text.Head(end) == head
            && (text.Words[end].Relation is DependencyRelation.CompoundPrt or DependencyRelation.Fixed
                || text.Words[end].Relation is DependencyRelation.Advmod && text.Words[end].Xpos is not (Xpos.WRB or Xpos.IN) && text.Words[end].Lemma is not ("so" or "then" or "there" or "here"))) end++;
        // "said in a statement" is how it was said.
        if (end + 2 < sentence.EndToken && text.Form(end) is "in" && text.Form(end + 1) is "a" && text.Form(end + 2) is "statement" && text.Head(end + 2) == head) end += 3;
        return end;
    }

    /// <summary>The preposition in front of what is attributed, and a noun that the verb only carries, belong to the cue: "raised concerns about".</summary>
    private int EndOfCue(int head, int end, (int First, int End) source, (int First, int End) after)
    {
        const int Longest = 6;
        if (after.First <= end || after.First > end + Longest) return end;
        for (int i = end; i < after.First; i++)
        {
            // "told reporters that …": whom it is said to is no part of the cue.
            if (text.Head(i) == head && text.Words[i].Relation.Universal() is DependencyRelation.Iobj || text.Words[head].Lemma is "tell" && text.Words[i].Upos is Upos.NOUN) return end;
            if (i >= source.First && i < source.End || ContentRules.IsBorder(text, i)) return end;
            // "tried to explain that …", "released a statement saying that …".
            if (text.Words[i].Upos is Upos.VERB && text.Words[i].Relation is DependencyRelation.Xcomp or DependencyRelation.Acl && text.IsBelow(i, head)) continue;
            if (text.Words[i].Upos is not (Upos.ADP or Upos.NOUN or Upos.ADJ or Upos.DET or Upos.ADV or Upos.SCONJ or Upos.PART) && text.Words[i].Relation is not (DependencyRelation.Case or DependencyRelation.Expl)) return end;
        }
        return after.First;
    }
}
