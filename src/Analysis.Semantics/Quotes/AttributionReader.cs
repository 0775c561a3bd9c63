using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>An attribution in one sentence, as ranges of tokens; a range that is not there starts at -1.</summary>
/// <param name="Head">The token that attributes.</param>
/// <param name="Cue">It and the auxiliaries, adverbs and particles that belong to it.</param>
/// <param name="Source">Who it is attributed to.</param>
/// <param name="SourceHead">The token that governs <paramref name="Source"/>; -1 when there is none.</param>
/// <param name="Before">What is attributed and stands in front of the cue.</param>
/// <param name="After">What is attributed and stands behind it.</param>
/// <param name="Margin">By how much the weights take the head for a cue; above 0.</param>
internal readonly record struct ReadAttribution(
    int Head, (int First, int End) Cue, (int First, int End) Source, int SourceHead, (int First, int End) Before, (int First, int End) After, int Margin);

/// <summary>Reads the attributions of a sentence in steps: which word attributes, how far the cue goes, who the source is, what is attributed.</summary>
/// <remarks>
/// Every step is a choice among candidate tokens or borders; this class says which there are and what speaks for each, the chooser weighs.
/// The number of candidates of a step is bounded, so the work is linear in the length of the text.
/// </remarks>
internal sealed class AttributionReader(AnnotatedText text, bool[] quoted, IAttributionChooser chooser, FeatureList features)
{
    // Longest cue to each side of its head, source and reach of each border in tokens: all but one in a hundred of the marked ones fit.
    private const int CueReach = 6, SourceReach = 40, SourceLength = 30, BorderReach = 30, ContentReach = 90;

    private static readonly ImmutableArray<string> Distances = ["0", "1", "2", "3", "4", "5", "6-8", "6-8", "6-8", "9-"];

    private readonly List<int> _positions = [];
    private readonly char[] _frame = new char[12];
    private SentenceSyntax _sentence;
    private int _head;
    private string _lemma = "";
    private int _frameLength;

    /// <summary>The attributions of a sentence, in order of their cues.</summary>
    public void Read(SentenceSyntax sentence, List<ReadAttribution> found)
    {
        _sentence = sentence;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (text.Words[i].Upos is not (Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.ADP or Upos.ADV or Upos.AUX or Upos.PUNCT or Upos.SCONJ or Upos.PART)) continue;
            if (!chooser.IsCueWord(text.Words[i].Lemma)) continue;
            if (Read(i) is { } attribution) found.Add(attribution);
        }
    }

    private ReadAttribution? Read(int head)
    {
        (_head, _lemma) = (head, text.Words[head].Lemma);
        ReadFrame();
        Start("cue");
        Candidate(-1);
        Candidate(head);
        DescribeCue();
        if (Choose("cue", out int margin) < 0 && !IsPlainReport(head)) return null;
        var cue = (First: ChooseCueFirst(), End: ChooseCueEnd());
        int sourceHead = ChooseSourceHead(cue);
        // The noun in front speaks where the parser sees no subject: "…, the council said".
        if (sourceHead < 0 && cue.First == head && IsSetOff(head)) sourceHead = head - 1;
        var source = sourceHead < 0 ? (First: -1, End: -1) : ChooseSource(sourceHead, cue);
        var before = ChooseBefore(cue, source);
        var after = ChooseAfter(cue, source, before.First >= 0);
        if (source.First >= 0 && (ReportVerbs.Has(_lemma) || text.Form(head) is "according")) Complete(cue, source, ref before, ref after);
        return new ReadAttribution(head, cue, source, sourceHead, before, after, margin);
    }

    // ---- what is sure without weights ----

    /// <summary>"the council announced that …", "…, the council said": a verb of reporting with a subject, and a clause or a comma in front.</summary>
    private bool IsPlainReport(int head)
    {
        if (!ReportVerbs.Has(_lemma) || quoted[head] || text.Words[head].Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP)) return false;
        if (IsSetOff(head)) return true;
        return text.Dependent(head, DependencyRelation.Nsubj) is >= 0 and var subject && text.Words[subject].Relation is not DependencyRelation.NsubjPass
            && text.Dependent(head, DependencyRelation.Ccomp) is >= 0 and var clause && HasFiniteVerb(text.Subtree(clause).First, text.Subtree(clause).End);
    }

    /// <summary>Whether a comma, a noun phrase and a verb that only reports end the sentence.</summary>
    private bool IsSetOff(int head)
    {
        if (!ReportVerbs.Has(_lemma) || ReportVerbs.IsWeak(_lemma) || text.Words[head].Xpos is not (Xpos.VBD or Xpos.VBZ or Xpos.VBP)) return false;
        int group = head;
        while (group > _sentence.FirstToken && text.Words[group - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.DET) group--;
        return group < head && text.Words[head - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && group > _sentence.FirstToken && text.Form(group - 1) is ","
            && (head + 1 == _sentence.EndToken || IsBorder(head + 1));
    }

    /// <summary>Gives a verb of reporting the clause that it governs where none was chosen, and the whole of the words that a comma sets off in front.</summary>
    private void Complete((int First, int End) cue, (int First, int End) source, ref (int First, int End) before, ref (int First, int End) after)
    {
        if (before.First < 0 && after.First < 0 && text.Dependent(_head, DependencyRelation.Ccomp) is >= 0 and var clause && text.Subtree(clause).First >= cue.End
            && HasFiniteVerb(text.Subtree(clause).First, text.Subtree(clause).End)) after = text.Subtree(clause);
        int group = source.First < cue.First ? source.First : cue.First, end = group;
        while (end > _sentence.FirstToken && IsBorder(end - 1)) end--;
        if (end == group || end == _sentence.FirstToken || text.Words[_head].Xpos is Xpos.VBG || text.Form(_head - 1) is "who" or "which") return;
        int first = Words(_sentence.FirstToken);
        bool none = before.First < 0 && after.First < 0 && source.End <= cue.First + 1;
        // "Every one was let within a week, she said": the words in front are a clause, not its last noun.
        bool tail = before.End == end && !HasFiniteVerb(before.First, end) && !QuotationMark.Is(text, end) && !QuotationMark.Is(text, end + 1);
        if ((none || tail) && HasFiniteVerb(first, end) && text.Words[first].Upos is not Upos.SCONJ) before = (first, end);
    }

    private bool HasFiniteVerb(int first, int end)
    {
        for (int i = first; i < end; i++)
            if (text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD) return true;
        return false;
    }

    // ---- the word that attributes ----

    /// <summary>What stands around the head, one letter each: what its clause governs and whether quotation marks are near.</summary>
    private void ReadFrame()
    {
        bool that = false, clause = false, open = false, thing = false, oblique = false, passive = false, subject = false, adverbial = false;
        foreach (int dependent in text.Dependents(_head))
        {
            switch (text.Words[dependent].Relation.Universal())
            {
                case DependencyRelation.Ccomp:
                    clause = true;
                    that |= text.Dependent(dependent, DependencyRelation.Mark) is >= 0 and var mark && text.Form(mark) is "that";
                    break;
                case DependencyRelation.Xcomp:
                    open = true;
                    break;
                case DependencyRelation.Obj or DependencyRelation.Iobj:
                    thing = true;
                    break;
                case DependencyRelation.Obl or DependencyRelation.Nmod:
                    oblique |= dependent > _head;
                    break;
                case DependencyRelation.Advcl or DependencyRelation.Acl:
                    adverbial |= dependent > _head;
                    break;
                case DependencyRelation.Nsubj:
                    subject = true;
                    passive |= text.Words[dependent].Relation is DependencyRelation.NsubjPass;
                    break;
            }
        }
        int at = 0;
        void Put(bool has, char letter)
        {
            if (has) _frame[at++] = letter;
        }
        Put(that, 't');
        Put(clause, 'c');
        Put(open, 'x');
        Put(thing, 'o');
        Put(oblique, 'p');
        Put(adverbial, 'a');
        Put(passive, 'v');
        Put(subject, 's');
        Put(IsMarkNear(1), 'q');
        Put(IsMarkNear(-1), 'b');
        Put(quoted[_head], 'i');
        _frameLength = at;
    }

    private bool IsMarkNear(int step)
    {
        for (int i = _head + step, left = 8; i >= _sentence.FirstToken && i < _sentence.EndToken && left > 0; i += step, left--)
            if (QuotationMark.Is(text, i)) return true;
        return false;
    }

    private void DescribeCue()
    {
        var word = text.Words[_head];
        var frame = _frame.AsSpan(0, _frameLength);
        string xpos = word.Xpos.ToConllu(), relation = word.Relation.ToConllu();
        features.Add("bias");
        features.Add("l", _lemma);
        features.Add("x", xpos);
        features.Add("lx", _lemma, xpos);
        features.Add("lr", _lemma, relation);
        features.Add("xr", xpos, relation);
        features.Add("lf", _lemma, frame);
        features.Add("xf", xpos, frame);
        features.Add("ln", _lemma, Class(_head + 1));
        features.Add("lp", _lemma, Class(_head - 1));
        features.Add("xn", xpos, Class(_head + 1));
        features.Add("xp", xpos, Class(_head - 1));
        features.Add("xnn", xpos, Class(_head + 1), Class(_head + 2));
        features.Add("xpn", xpos, Class(_head - 1), Class(_head + 1));
        foreach (char letter in frame)
        {
            features.Add("lf1", _lemma, new ReadOnlySpan<char>(in letter));
            features.Add("xf1", xpos, new ReadOnlySpan<char>(in letter));
        }
        features.Add("q", quoted[_head] ? "in" : "out", _lemma);
        features.Add("first", _head == _sentence.FirstToken ? "yes" : "no", _lemma);
        int governor = text.Head(_head);
        features.Add("g", governor < 0 ? "-" : text.Words[governor].Lemma, relation);
        features.Add("lg", _lemma, governor < 0 ? "-" : text.Words[governor].Lemma);
        bool subject = false;
        foreach (int dependent in text.Dependents(_head))
        {
            var relationOf = text.Words[dependent].Relation;
            string name = relationOf.ToConllu();
            switch (relationOf.Universal())
            {
                case DependencyRelation.Nsubj:
                    subject = true;
                    features.Add("s", text.Words[dependent].Lemma, name);
                    features.Add("sx", text.Words[dependent].Xpos.ToConllu(), xpos, name);
                    features.Add("ls", _lemma, text.Words[dependent].Upos is Upos.PROPN ? "*" : text.Words[dependent].Lemma);
                    features.Add("lsx", _lemma, text.Words[dependent].Xpos.ToConllu());
                    break;
                case DependencyRelation.Obj or DependencyRelation.Xcomp or DependencyRelation.Ccomp:
                    features.Add("lo", _lemma, text.Words[dependent].Lemma, name);
                    features.Add("lox", _lemma, text.Words[dependent].Xpos.ToConllu(), name);
                    features.Add("ox", text.Words[dependent].Xpos.ToConllu(), xpos, name);
                    break;
                case DependencyRelation.Obl or DependencyRelation.Nmod:
                    if (text.Dependent(dependent, DependencyRelation.Case) is >= 0 and var marker)
                    {
                        features.Add("lc", _lemma, text.Words[marker].Lemma);
                        features.Add("xc", xpos, text.Words[marker].Lemma);
                    }
                    if (relationOf is DependencyRelation.NmodPoss) features.Add("poss", _lemma);
                    break;
                case DependencyRelation.Aux or DependencyRelation.Advmod or DependencyRelation.Cop or DependencyRelation.Mark:
                    features.Add("a", text.Words[dependent].Lemma, name);
                    features.Add("la", _lemma, text.Words[dependent].Lemma);
                    break;
            }
        }
        if (!subject) features.Add("nos", xpos, relation, _lemma);
    }

    // ---- how far the cue goes ----

    private int ChooseCueFirst()
    {
        Start("cuefirst");
        for (int i = _head; i >= _sentence.FirstToken && i > _head - CueReach; i--)
        {
            Candidate(i);
            DescribeBorder(i, _head);
            for (int j = i; j < _head; j++) features.Add("in", Class(j), Relation(j));
            if (i > _sentence.FirstToken) features.Add("out", Class(i - 1), Relation(i - 1));
            if (i > _sentence.FirstToken) features.Add("lout", _lemma, Class(i - 1), Relation(i - 1));
            if (i < _head) features.Add("lin", _lemma, Class(i));
        }
        return Choose("cuefirst", out _);
    }

    private int ChooseCueEnd()
    {
        Start("cueend");
        for (int i = _head + 1; i <= _sentence.EndToken && i <= _head + CueReach; i++)
        {
            Candidate(i);
            DescribeBorder(i, _head);
            features.Add("lf", _lemma, _frame.AsSpan(0, _frameLength), Length(i - _head));
            for (int j = _head + 1; j < i; j++)
            {
                features.Add("in", Class(j), Relation(j));
                features.Add("lin", _lemma, Class(j), Length(j - _head));
                features.Add("win", text.Words[j].Lemma, Relation(j));
            }
            features.Add("out", Class(i), i < _sentence.EndToken ? Relation(i) : "-", Length(i - _head));
            features.Add("lout", _lemma, Class(i), Length(i - _head));
            features.Add("ends", Class(i - 1), Class(i));
        }
        return Choose("cueend", out _);
    }

    // ---- who ----

    private int ChooseSourceHead((int First, int End) cue)
    {
        Start("source");
        Candidate(-1);
        features.Add("none");
        features.Add("lnone", _lemma, _frame.AsSpan(0, _frameLength));
        features.Add("xnone", text.Words[_head].Xpos.ToConllu(), Relation(_head));
        for (int i = Math.Max(_sentence.FirstToken, _head - SourceReach); i < Math.Min(_sentence.EndToken, _head + SourceReach); i++)
        {
            if (i >= cue.First && i < cue.End) continue;
            var word = text.Words[i];
            if (word.Upos is not (Upos.NOUN or Upos.PROPN or Upos.PRON) && word.Xpos is not (Xpos.PRPS or Xpos.CD or Xpos.DT)) continue;
            // The words of a name and of a compound stand under their head.
            if (word.Relation.Universal() is DependencyRelation.Flat or DependencyRelation.Compound) continue;
            Candidate(i);
            string path = Path(i), side = i < _head ? "<" : ">", near = Distance(i < _head ? cue.First - i : i - cue.End);
            features.Add("path", path, side);
            features.Add("lpath", _lemma, path, side);
            features.Add("xpath", text.Words[_head].Xpos.ToConllu(), path, word.Xpos.ToConllu());
            features.Add("fpath", _frame.AsSpan(0, _frameLength), path, side);
            features.Add("near", near, side, word.Xpos.ToConllu());
            features.Add("xnear", near, side, text.Words[_head].Xpos.ToConllu());
            features.Add("x", word.Xpos.ToConllu(), side);
            features.Add("w", word.Upos is Upos.PROPN ? "*" : word.Lemma, side);
            features.Add("r", Relation(i), side, text.Words[_head].Xpos.ToConllu());
            features.Add("next", Class(i + 1), side);
            features.Add("prev", Class(i - 1), side);
            features.Add("q", quoted[i] ? "in" : "out", quoted[_head] ? "in" : "out");
            if (text.Dependent(i, DependencyRelation.Case) is >= 0 and var marker) features.Add("case", text.Words[marker].Lemma, _lemma);
        }
        return Choose("source", out _);
    }

    /// <summary>The way from the cue to a token through the tree: up to their common governor, then down.</summary>
    private string Path(int token)
    {
        int up = _head;
        for (int steps = 0; up >= 0 && steps < 4; steps++, up = text.Head(up))
        {
            if (up == token) return PathNames.Up(text, _head, steps, DependencyRelation.Root);
            if (text.Head(token) == up) return PathNames.Up(text, _head, steps, text.Words[token].Relation);
        }
        return "far";
    }

    private (int First, int End) ChooseSource(int nominal, (int First, int End) cue)
    {
        Start("sourcefirst");
        var subtree = text.Subtree(nominal);
        int floor = Math.Max(_sentence.FirstToken, nominal > _head ? cue.End : 0), ceiling = nominal < _head ? cue.First : _sentence.EndToken;
        for (int i = nominal; i >= floor && i > nominal - SourceLength; i--)
        {
            if (IsBorder(i)) continue;
            Candidate(i);
            DescribeBorder(i, nominal);
            features.Add("sub", i == subtree.First ? "first" : i < subtree.First ? "out" : "in", Class(i));
            features.Add("rel", Relation(i), text.IsBelow(i, nominal) ? "below" : "-", Length(nominal - i));
            if (i > floor) features.Add("prevrel", Relation(i - 1), text.IsBelow(i - 1, nominal) ? "below" : "-", Class(i - 1));
            features.Add("floor", i == floor ? "yes" : "no");
        }
        int first = Choose("sourcefirst", out _);
        Start("sourceend");
        for (int i = nominal + 1; i <= ceiling && i < nominal + SourceLength; i++)
        {
            if (IsBorder(i - 1)) continue;
            Candidate(i);
            DescribeBorder(i, nominal);
            string side = nominal < _head ? "<" : ">";
            features.Add("sub", i == subtree.End ? "end" : i > subtree.End ? "out" : "in", side, Class(i));
            features.Add("rel", i < _sentence.EndToken ? Relation(i) : "-", i < _sentence.EndToken && text.IsBelow(i, nominal) ? "below" : "-", side);
            features.Add("last", Relation(i - 1), Class(i - 1), text.IsBelow(i - 1, nominal) ? "below" : "-");
            features.Add("lim", i == ceiling ? "yes" : i + 1 == ceiling ? "next" : "no", side, Class(i));
            features.Add("head", text.Words[nominal].Xpos.ToConllu(), Class(i), i < _sentence.EndToken && text.Head(i) == nominal ? Relation(i) : "-");
            features.Add("len", Length(i - nominal), text.Words[nominal].Xpos.ToConllu());
            bool comma = false;
            for (int j = nominal + 1; j < i; j++) comma |= text.Form(j) is ",";
            features.Add("comma", comma ? "yes" : "no", side, Class(i));
            features.Add("comma2", comma ? "yes" : "no", i < _sentence.EndToken && text.IsBelow(i, nominal) ? "below" : "-", Class(i));
        }
        return features.Candidates == 0 ? (first, nominal + 1) : (first, Choose("sourceend", out _));
    }

    // ---- what ----

    private (int First, int End) ChooseBefore((int First, int End) cue, (int First, int End) source)
    {
        Start("beforeend");
        DescribeNone("before");
        int group = source.First >= 0 && source.First < cue.First ? source.First : cue.First;
        for (int i = cue.First; i > _sentence.FirstToken && i > cue.First - BorderReach - (cue.First - group); i--)
        {
            if (source.First >= 0 && i > source.First && i <= source.End || IsBorder(i - 1)) continue;
            Candidate(i);
            DescribeBorder(i, _head);
            DescribeContent(i - 1);
            int gap = 0;
            for (int j = i; j < group; j++) gap += IsBorder(j) ? 0 : 1;
            features.Add("gap", i > group ? "inner" : Distance(gap), Class(i), _frame.AsSpan(0, _frameLength));
            features.Add("lgap", i > group ? "inner" : Distance(gap), Class(i), _lemma);
            features.Add("gapx", i > group ? "inner" : Distance(gap), text.Words[_head].Xpos.ToConllu(), Relation(_head));
        }
        int end = Choose("beforeend", out _);
        if (end < 0) return (-1, -1);
        Start("beforefirst");
        int floor = source.First >= 0 && source.End < end ? source.End : _sentence.FirstToken;
        for (int i = end - 1; i >= floor && i > end - ContentReach; i--)
        {
            if (IsBorder(i)) continue;
            Candidate(i);
            DescribeBorder(i, _head);
            DescribeContent(i);
            features.Add("start", i == Words(floor) ? "yes" : "no", Class(i));
            features.Add("tree", text.Subtree(end - 1).First == i ? "own" : "-", Class(end - 1), Class(i));
            features.Add("covers", Covers(i, end), Class(i - 1));
            features.Add("close", QuotationMark.Is(text, end) || end > 0 && end < text.Words.Length && text.Form(end) is "," && QuotationMark.Is(text, Math.Min(end + 1, text.Words.Length - 1)) ? "mark" : "-",
                QuotationMark.Is(text, i - 1) ? "mark" : "-", i == Words(floor) ? "yes" : "no");
            features.Add("gap", Distance(end - i), Relation(end - 1), Class(i));
        }
        return features.Candidates == 0 ? (-1, -1) : (Choose("beforefirst", out _), end);
    }

    private (int First, int End) ChooseAfter((int First, int End) cue, (int First, int End) source, bool before)
    {
        Start("afterfirst");
        DescribeNone(before ? "after2" : "after");
        int group = source.First >= cue.End && source.First <= cue.End + 2 ? source.End : cue.End;
        for (int i = cue.End; i < _sentence.EndToken && i < group + BorderReach; i++)
        {
            if (source.First >= 0 && i >= source.First && i < source.End || IsBorder(i)) continue;
            Candidate(i);
            DescribeBorder(i, _head);
            DescribeContent(i);
            int gap = 0;
            for (int j = group; j < i; j++) gap += IsBorder(j) ? 0 : 1;
            features.Add("gap", Distance(gap), Class(i), _frame.AsSpan(0, _frameLength));
            features.Add("lgap", Distance(gap), Class(i), _lemma);
            features.Add("bgap", Distance(gap), Class(i - 1), before ? "before" : "-");
            features.Add("lw", _lemma, Class(i), QuotationMark.Is(text, i - 1) ? "mark" : "-");
        }
        int first = Choose("afterfirst", out _);
        if (first < 0) return (-1, -1);
        Start("afterend");
        int limit = _sentence.EndToken;
        while (limit > first + 1 && IsBorder(limit - 1)) limit--;
        bool open = quoted[first] && QuotationMark.Is(text, first - 1);
        int depth = TopOf(first);
        for (int i = first + 1; i <= limit && i < first + ContentReach; i++)
        {
            if (source.First >= 0 && source.First >= first && i > source.First || IsBorder(i - 1) && i < limit) continue;
            if (i < limit && !IsBreak(i)) continue;
            Candidate(i);
            DescribeBorder(i, _head);
            features.Add("lim", i == limit ? "yes" : "no", Class(first), _frame.AsSpan(0, _frameLength));
            features.Add("llim", i == limit ? "yes" : "no", _lemma);
            features.Add("next", Class(i), Class(i + 1), i < limit ? Relation(i) : "-");
            features.Add("below", i < limit && text.IsBelow(i, depth) ? "below" : "-", i < limit ? Class(i) : "$", Class(first));
            features.Add("top", Relation(depth), i < limit && text.IsBelow(i, depth) ? "below" : "-", i < limit && i - 1 >= 0 ? Class(i) : "$");
            features.Add("governed", i < limit && text.Head(i) >= 0 ? text.Head(i) < first ? text.Head(i) == _head ? "cue" : "before" : text.Head(i) < i ? "in" : "out" : "$", Class(i), i < limit ? Relation(i) : "-");
            features.Add("quote", open ? "open" : "-", i < limit && quoted[i] ? "in" : "out", quoted[i - 1] ? "in" : "out");
            features.Add("mark", QuotationMark.Is(text, i) ? "mark" : "-", open ? "open" : "-", Class(i + 1));
            features.Add("len", Distance(i - first), Class(first), i == limit ? "yes" : "no");
            features.Add("sub", text.Subtree(depth).End == i ? "end" : "-", Class(i), Relation(depth));
        }
        return features.Candidates == 0 ? (-1, -1) : (first, Choose("afterend", out _));
    }

    private void DescribeNone(string name)
    {
        Candidate(-1);
        features.Add("none");
        features.Add("lnone", _lemma, _frame.AsSpan(0, _frameLength));
        features.Add("xnone", text.Words[_head].Xpos.ToConllu(), Relation(_head), name);
        features.Add("fnone", text.Words[_head].Xpos.ToConllu(), _frame.AsSpan(0, _frameLength), name);
        features.Add("lnone1", _lemma, name);
    }

    /// <summary>The highest token over <paramref name="token"/> that stands behind it and not over the cue.</summary>
    private int TopOf(int token)
    {
        int top = token;
        while (text.Head(top) is var head && head >= token) top = head;
        return top;
    }

    private bool IsBreak(int token) => text.Words[token].Upos is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ or Upos.ADP or Upos.VERB or Upos.AUX or Upos.ADV or Upos.PRON or Upos.PART
        || text.Words[token].Xpos is Xpos.WDT or Xpos.NNP or Xpos.DT;

    private string Covers(int first, int end)
    {
        int top = first;
        while (text.Head(top) is var head && head >= first && head < end) top = head;
        int last = end - 1;
        while (text.Head(last) is var head && head >= first && head < end) last = head;
        return top == last ? Relation(top) : "-";
    }

    private int Words(int from)
    {
        while (from + 1 < _sentence.EndToken && IsBorder(from)) from++;
        return from;
    }

    // ---- what every border has ----

    private void DescribeBorder(int position, int around)
    {
        string side = Class(position - 1), other = Class(position);
        features.Add("b", side, other);
        features.Add("b0", side);
        features.Add("b1", other);
        features.Add("d", Distance(Math.Abs(position - around)));
        features.Add("db", Distance(Math.Abs(position - around)), other);
    }

    private void DescribeContent(int token)
    {
        string xpos = text.Words[_head].Xpos.ToConllu();
        int below = token;
        // The branch under the cue that the token stands on.
        for (int steps = 0; steps < 30 && text.Head(below) is var head && head >= 0 && head != _head; steps++) below = head;
        bool own = text.Head(below) == _head;
        string branch = own ? Relation(below) : "-";
        var subtree = text.Subtree(below);
        string border = !own ? "-" : subtree.First == token ? "first" : subtree.End == token + 1 ? "end" : "in";
        features.Add("branch", branch, border, xpos);
        features.Add("lbranch", branch, border, _lemma);
        features.Add("fbranch", branch, border, _frame.AsSpan(0, _frameLength));
        features.Add("cbranch", branch, border, Class(token));
        features.Add("q", quoted[token] ? "in" : "out", QuotationMark.Is(text, token - 1) ? "mark" : "-", QuotationMark.Is(text, token + 1) ? "mark" : "-");
        features.Add("rel", Relation(token), xpos, Relation(_head));
        features.Add("lc", _lemma, Class(token));
    }

    private void Start(string step)
    {
        _positions.Clear();
        features.Clear(step);
    }

    private void Candidate(int position)
    {
        _positions.Add(position);
        features.Begin();
    }

    private int Choose(string step, out int margin)
    {
        (int index, margin) = chooser.Choose(step, _head, CollectionsMarshal.AsSpan(_positions), features);
        return _positions[index];
    }

    /// <summary>The word itself where it belongs to grammar, else its part of speech.</summary>
    private string Class(int token)
    {
        if (token < _sentence.FirstToken) return "^";
        if (token >= _sentence.EndToken) return "$";
        var word = text.Words[token];
        if (QuotationMark.Is(text, token)) return "\"";
        return word.Upos is Upos.ADP or Upos.AUX or Upos.CCONJ or Upos.DET or Upos.PART or Upos.PRON or Upos.SCONJ or Upos.PUNCT ? word.Lemma : word.Xpos.ToConllu();
    }

    private string Relation(int token) => text.Words[token].Relation.ToConllu();

    private bool IsBorder(int token) => token >= 0 && token < text.Words.Length && (text.Form(token) is "," or "." or ":" or ";" || QuotationMark.Is(text, token));

    private static string Distance(int distance) => Distances[Math.Clamp(distance, 0, Distances.Length - 1)];

    private static string Length(int length) => Distances[Math.Clamp(length, 0, Distances.Length - 1)];
}
